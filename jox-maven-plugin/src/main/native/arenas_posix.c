/*
 * CPython takes the memory of small objects from the system in arenas of a megabyte. A program that imports much fills many,
 * and spends a part of its time on being given them page by page, and on finding the pages: so after the first few, arenas
 * are parts of regions that the system may back with pages of two megabytes, where it has such (transparent huge pages).
 * Small programs do not grow by it. What is freed goes back to the system as it always does.
 *
 * Interpreters with a GIL each allocate at the same time.
 */
#define _GNU_SOURCE 1
#include <stdint.h>
#include <sys/mman.h>

#include "jox.h"

enum {
    ARENA = 1 << 20,  /* as CPython's is, where it has a table of all addresses; others are left alone */
    REGION = 8 << 20, /* a multiple of all sizes of large pages but the largest */
    FIRST = 2,        /* arenas that stay as they are */
};

static int handed_out; /* counts no further than FIRST */
static char *next;     /* the rest of a region, up to the next multiple of its size; null when there is none */

static void *map(size_t size) {
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? NULL : memory;
}

static char *rest_after(char *arena) {
    char *after = arena + ARENA;
    return (uintptr_t)after % REGION == 0 ? NULL : after;
}

/* A region at a multiple of its size; null when there is no memory. */
static char *new_region(void) {
    char *memory = map(2 * (size_t)REGION);
    if (memory == NULL) {
        return NULL;
    }
    size_t before = (REGION - (uintptr_t)memory % REGION) % REGION;
    if (before > 0) {
        munmap(memory, before);
    }
    char *region = memory + before;
    munmap(region + REGION, REGION - before);
    madvise(region, REGION, MADV_HUGEPAGE); /* a system without large pages says no, which harms nothing */
    return region;
}

static void *part_of_region(void) {
    char *arena = __atomic_load_n(&next, __ATOMIC_ACQUIRE);
    while (arena != NULL) {
        if (__atomic_compare_exchange_n(&next, &arena, rest_after(arena), 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) {
            return arena;
        }
    }
    char *region = new_region();
    if (region == NULL) {
        return map(ARENA);
    }
    if (!__atomic_compare_exchange_n(&next, &arena, region + ARENA, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) {
        munmap(region + ARENA, REGION - ARENA); /* another thread made one at the same time */
    }
    return region;
}

static void *allocate(void *Py_UNUSED(context), size_t size) {
    if (size != ARENA) {
        return map(size);
    }
    if (__atomic_load_n(&handed_out, __ATOMIC_RELAXED) < FIRST) {
        __atomic_fetch_add(&handed_out, 1, __ATOMIC_RELAXED);
        return map(size);
    }
    return part_of_region();
}

static void release(void *Py_UNUSED(context), void *arena, size_t size) {
    munmap(arena, size);
}

void jox_place_arenas(void) {
    PyObjectArenaAllocator allocator = {.ctx = NULL, .alloc = allocate, .free = release};
    PyObject_SetArenaAllocator(&allocator);
}
