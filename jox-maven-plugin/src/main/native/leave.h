/*
 * Leaving without tearing the interpreter down: what the files leave*.c share. docs/decisions/leaving.md says what CPython
 * does when it ends, and when that may be left out.
 */
#ifndef JOX_LEAVE_H
#define JOX_LEAVE_H

#ifndef Py_BUILD_CORE
#define Py_BUILD_CORE 1 /* what decides is in headers of CPython's own, which each version has with it */
#endif
#include "jox.h"

/* Not on Windows, where nothing of it was tried, and not without a GIL: other threads would run on. */
#if !defined(_WIN32) && !defined(Py_GIL_DISABLED) && __has_include("internal/pycore_interp.h")
#include "internal/pycore_gc.h"
#include "internal/pycore_interp.h"
#include "internal/pycore_namespace.h"
#include "internal/pycore_runtime.h"
#define JOX_CAN_LEAVE
#endif

/* Why the interpreter has to be torn down. */
struct jox_obstacle {
    const char *text;   /* null when there is nothing */
    PyTypeObject *type; /* borrowed: what is meant, or null */
};

/* leave_state.c: looks at everything but objects. */
struct jox_obstacle jox_obstacle_in_state(void);

/* leave_heap.c: looks at every object that the collector knows, and at every type. */
struct jox_obstacle jox_obstacle_in_heap(struct jox_state *state);

/* What becomes of an object when it is freed, as far as its type tells. */
enum jox_effect {
    JOX_UNDECIDED, /* nobody asked yet */
    JOX_NONE,      /* nothing that is seen outside the process */
    JOX_WRITES,    /* a writer of _io: writes what it holds back */
    JOX_RESUMES,   /* a generator or coroutine: runs its finally blocks */
    JOX_CALLS,     /* a weak reference: calls a function, if it has one */
    JOX_UNLOADS,   /* a module: calls what its definition says */
    JOX_FINALIZES, /* a __del__ or the like is called */
    JOX_UNKNOWN,   /* a native type that nothing is known of */
};

/* leave_effect.c: by type, found out once each. */
struct jox_effects;
struct jox_effects *jox_effects_new(struct jox_state *state); /* null on error */
void jox_effects_free(struct jox_effects *effects);
enum jox_effect jox_effect_of(struct jox_effects *effects, PyTypeObject *type);

/* Whether native code of that qualified name is known to do nothing that is seen outside when its objects are freed. */
int jox_is_harmless(const char *name);

/* leave_object.c: whether freeing this object, whose type has that effect, may be seen. */
int jox_object_matters(PyObject *object, enum jox_effect effect);

#endif
