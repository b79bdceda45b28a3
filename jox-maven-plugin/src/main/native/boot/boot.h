/*
 * The table that the linker (dev.jox.model.binary.ElfExecutable) fills in for the boot code.
 *
 * Every address in it is relative to the image's base, which is where libpython's first segment is loaded.
 * dev.jox.model.binary.BootTable writes this layout: change both together.
 */
#ifndef JOX_BOOT_H
#define JOX_BOOT_H

#include <stdint.h>

/* A word that holds the address of something in the image: libpython's symbol, or the runtime's own. */
struct jox_boot_direct {
    uint64_t where; /* the word */
    uint64_t value; /* what it points to */
};

/* A word that holds the address of a symbol of libc. */
struct jox_boot_named {
    uint64_t where;  /* the word */
    uint64_t name;   /* the symbol's name, ends with NUL */
    uint64_t addend; /* added to the symbol's address */
};

struct jox_boot_table {
    uint64_t self;         /* this table */
    uint64_t dlsym_slot;   /* the word of libpython that the loader fills with the address of dlsym */
    uint64_t direct;       /* struct jox_boot_direct[direct_count] */
    uint64_t direct_count;
    uint64_t named;        /* struct jox_boot_named[named_count] */
    uint64_t named_count;
    uint64_t relro;        /* the runtime's pages that are read-only once relocated */
    uint64_t relro_size;   /* in bytes, whole pages; 0 for none */
    uint64_t init;         /* libpython's DT_INIT; 0 for none */
    uint64_t init_array;   /* libpython's DT_INIT_ARRAY */
    uint64_t init_count;   /* its number of functions */
    uint64_t pack;         /* the packed resources */
    uint64_t pack_size;    /* in bytes */
    uint64_t bound;        /* struct jox_bound[bound_count], see bound.h */
    uint64_t bound_count;
};

#endif
