/*
 * What is appended to an executable once it is linked. dev.jox.model.binary.LinkedExecutable writes it: change both together.
 */
#ifndef JOX_PLACE_H
#define JOX_PLACE_H

#include <stdint.h>

/* Addresses are relative to this structure. */
struct jox_place {
    uint64_t pack;         /* the packed resources */
    uint64_t pack_size;    /* in bytes */
    uint64_t symbols;      /* struct jox_symbol[symbol_count], in the order of the bytes of their names */
    uint64_t symbol_count; /* 0 where the dynamic linker knows the symbols */
};

/* A global symbol of the executable. */
struct jox_symbol {
    uint64_t value; /* relative to struct jox_place */
    uint64_t name;  /* likewise; ends with NUL */
};

/* The descriptor of a note (main_posix.c), whose bytes are not those that the compiler saw. */
extern const volatile struct jox_place jox_place __attribute__((visibility("hidden")));

static inline const void *jox_placed(uint64_t place) {
    return (const char *)(uintptr_t)&jox_place + place;
}

#endif
