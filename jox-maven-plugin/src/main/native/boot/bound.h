/*
 * Shared objects that are bound into the image: their segments lie there as a loader would have mapped them, and what else a
 * loader would do is written in these tables. It is done when an object's code is wanted first.
 *
 * Every address is relative to the image's base, and 0 for none. dev.jox.model.binary.BoundTables writes this layout: change
 * both together.
 */
#ifndef JOX_BOUND_H
#define JOX_BOUND_H

#include <stdint.h>

#include "../image.h"
#include "boot.h"

/* A word that holds the address of a symbol of libc. */
struct jox_bound_named {
    uint64_t where;   /* the word */
    uint64_t name;    /* the symbol's name, ends with NUL */
    uint64_t version; /* its version likewise, or none */
    uint64_t addend;  /* added to the symbol's address */
};

/* Pages with the protection that they need: writable ones before the words are filled in, others afterwards. */
struct jox_bound_range {
    uint64_t start;
    uint64_t size;       /* in bytes */
    uint64_t protection; /* as mprotect() takes it */
};

/* A function that creates a module. */
struct jox_bound_function {
    uint64_t name; /* ends with NUL */
    uint64_t address;
};

struct jox_bound {
    uint64_t name; /* of its file, ends with NUL */
    uint64_t direct; /* struct jox_boot_direct[direct_count] */
    uint64_t direct_count;
    uint64_t named; /* struct jox_bound_named[named_count] */
    uint64_t named_count;
    uint64_t ranges; /* struct jox_bound_range[range_count] */
    uint64_t range_count;
    uint64_t libraries; /* uint64_t[library_count]: numbers of the objects that it needs */
    uint64_t library_count;
    uint64_t init;       /* its DT_INIT */
    uint64_t init_array; /* its DT_INIT_ARRAY */
    uint64_t init_count; /* its number of functions */
    uint64_t functions;  /* struct jox_bound_function[function_count] */
    uint64_t function_count;
};

/* What is true of the image whichever object is asked for. */
struct jox_bound_image {
    char *base;
    const struct jox_bound *objects;
    uint64_t count;
    int argc; /* for constructors, which loaders give the program's arguments */
    char **argv;
    char **environment;
};

extern struct jox_bound_image jox_bound_image;

/* jox_image's function of that name. */
void *jox_bound_function(uint32_t number, const char *name, jox_reference *reference, const char **problem);

#endif
