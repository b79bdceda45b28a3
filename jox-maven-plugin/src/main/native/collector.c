/*
 * Imports make many objects that stay: functions, classes, constants. The cyclic collector, which CPython starts when so many
 * more objects were made than freed, looks at all of them again and again meanwhile and finds next to nothing.
 *
 * So what is made during imports is not counted, up to a number of objects for the whole life of an interpreter: garbage
 * that piles up is bounded by it, whatever modules do when they are imported. It is done by the counter alone, which goes
 * below zero during an import. What programs see and set is left alone: whether the collector is enabled, its thresholds,
 * its callbacks; gc.collect() collects. Only gc.get_count() tells, during an import.
 */
#ifndef Py_BUILD_CORE
#define Py_BUILD_CORE 1 /* the counter is in a header of CPython's own, which each version has with its headers */
#endif
#include "jox.h"

#if !defined(Py_GIL_DISABLED) && __has_include("internal/pycore_interp.h")
#include "internal/pycore_interp.h"
#define HAS_COUNTER
#endif

/* Objects that imports may make uncounted in all: the whole standard library makes no more. */
enum { BUDGET = 500000 };

#ifdef HAS_COUNTER
/* How many more container objects were made than freed since the last collection. */
static int *counter(void) {
    PyInterpreterState *interpreter = PyInterpreterState_Get();
#if JOX_INCREMENTAL_COLLECTOR
    return &interpreter->gc.young.count;
#else
    return &interpreter->gc.generations[0].count;
#endif
}

void jox_import_begins(struct jox_state *state) {
    struct jox_uncounted *uncounted = &state->uncounted;
    if (uncounted->depth++ == 0) {
        int *count = counter();
        uncounted->before = *count;
        uncounted->credit = BUDGET - uncounted->spent;
        *count -= uncounted->credit;
    }
}

void jox_import_ends(struct jox_state *state) {
    struct jox_uncounted *uncounted = &state->uncounted;
    if (--uncounted->depth == 0 && uncounted->credit > 0) {
        int *count = counter();
        if (*count < 0) {
            uncounted->spent += *count + uncounted->credit - uncounted->before;
            *count = uncounted->before;
        } else { /* used up, or the program collected: what is counted now is the collector's own */
            uncounted->spent = BUDGET;
        }
    }
}
#else
void jox_import_begins(struct jox_state *state) {
    (void)state;
}

void jox_import_ends(struct jox_state *state) {
    (void)state;
}
#endif
