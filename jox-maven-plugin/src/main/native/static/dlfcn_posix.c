/*
 * dlopen() and its kin in an executable without a dynamic linker. The program itself can be opened, as ctypes does for
 * pythonapi: every global symbol that was linked in is found. These take the place of musl's, which refuse everything.
 */
#define _GNU_SOURCE 1
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "../linked/place.h"

static _Thread_local char message[512];
static _Thread_local int failed;

/* The handle of the program; what it points to does not matter. */
static char program;

static void fail(const char *name, const char *problem) {
    snprintf(message, sizeof message, "%s: %s", name, problem);
    failed = 1;
}

void *dlopen(const char *name, int mode) {
    (void)mode;
    if (name == NULL || name[0] == '\0') {
        return &program;
    }
    fail(name, "this executable is linked statically (<flavor>standalone_static</flavor>) and loads no shared libraries; "
               "build it with <flavor>standalone_dynamic</flavor> for that");
    return NULL;
}

void *dlsym(void *restrict handle, const char *restrict name) {
    (void)handle;
    const struct jox_symbol *symbols = jox_placed(jox_place.symbols);
    uint64_t low = 0;
    uint64_t high = jox_place.symbol_count;
    while (low < high) {
        uint64_t middle = low + (high - low) / 2;
        int order = strcmp(name, jox_placed(symbols[middle].name));
        if (order == 0) {
            return (void *)jox_placed(symbols[middle].value);
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    fail(name, "no such symbol was linked into this executable");
    return NULL;
}

char *dlerror(void) {
    if (!failed) {
        return NULL;
    }
    failed = 0;
    return message;
}

int dlclose(void *handle) {
    (void)handle;
    return 0;
}

int dladdr(const void *address, Dl_info *info) {
    (void)address;
    (void)info;
    return 0;
}
