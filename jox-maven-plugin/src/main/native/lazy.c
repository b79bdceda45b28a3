/*
 * Built-in modules whose code is fetched at their first import.
 *
 * CPython's table of built-in modules has to be complete before initialisation, and it calls an init function without
 * saying for which module. So each of these modules has an init function of its own here, which finds the real one when it
 * is called first. All that CPython does with built-in modules is its own work then: sys.builtin_module_names,
 * _imp.create_builtin(), what it keeps of single-phase modules, sub-interpreters.
 */
#include <stdlib.h>

#include "interpose.h"
#include "jox.h"

typedef PyObject *init_function(void);

struct jox_lazy {
    init_function *initialize; /* null before the first import */
};

static void *find_bound(const struct pack_module *module) {
    const struct pack_library *library = &jox.pack.libraries[module->library];
    const char *problem = "nothing is bound into the executable";
    void *function = NULL;
    jox_begin_loading();
    if (jox.bound_function != NULL) {
        function = jox.bound_function(library->blob, pack_string(&jox.pack, module->init), jox_interposed, &problem);
    }
    jox_end_loading();
    if (function == NULL) {
        PyErr_Format(PyExc_ImportError, "cannot use %s, which is bound into the executable: %s",
                     pack_string(&jox.pack, module->name), problem);
    }
    return function;
}

static void *find_loaded(const struct pack_module *module) {
    PyObject *own = PyImport_ImportModule("_jox"); /* in whichever interpreter this is */
    if (own == NULL) {
        return NULL;
    }
    const char *name = pack_string(&jox.pack, module->init);
    void *function = jox_library_function(jox_state_of_module(own), module->library, name);
    Py_DECREF(own);
    return function;
}

static init_function *find(uint32_t number) {
    const struct pack_module *module = &jox.pack.modules[jox.pack.built_ins[number]];
    const struct pack_library *library = &jox.pack.libraries[module->library];
    return (init_function *)((library->flags & PACK_BOUND) != 0 ? find_bound(module) : find_loaded(module));
}

static PyObject *initialize(uint32_t number) {
    init_function **known = &jox.lazy[number].initialize;
    init_function *function = __atomic_load_n(known, __ATOMIC_ACQUIRE);
    if (function == NULL) {
        function = find(number);
        if (function == NULL) {
            return NULL;
        }
        __atomic_store_n(known, function, __ATOMIC_RELEASE);
    }
    return function();
}

/* X(number) for each of 1024 numbers, in hexadecimal. */
#define FOR_16(X, start)                                                                                               \
    X(start##0) X(start##1) X(start##2) X(start##3) X(start##4) X(start##5) X(start##6) X(start##7)                    \
    X(start##8) X(start##9) X(start##A) X(start##B) X(start##C) X(start##D) X(start##E) X(start##F)
#define FOR_256(X, start)                                                                                              \
    FOR_16(X, start##0) FOR_16(X, start##1) FOR_16(X, start##2) FOR_16(X, start##3)                                    \
    FOR_16(X, start##4) FOR_16(X, start##5) FOR_16(X, start##6) FOR_16(X, start##7)                                    \
    FOR_16(X, start##8) FOR_16(X, start##9) FOR_16(X, start##A) FOR_16(X, start##B)                                    \
    FOR_16(X, start##C) FOR_16(X, start##D) FOR_16(X, start##E) FOR_16(X, start##F)
#define FOR_1024(X) FOR_256(X, 0x0) FOR_256(X, 0x1) FOR_256(X, 0x2) FOR_256(X, 0x3)

#define DEFINE(number)                                                                                                 \
    static PyObject *initialize_##number(void) {                                                                       \
        return initialize(number);                                                                                     \
    }
FOR_1024(DEFINE)

#define ADDRESS(number) initialize_##number,
static init_function *const INITIALIZE[] = {FOR_1024(ADDRESS)};

int jox_register_lazy(void) {
    uint32_t count = jox.pack.built_in_count;
    if (count == 0) {
        return 0;
    }
    struct _inittab *table = calloc(count + 1, sizeof *table);
    jox.lazy = calloc(count, sizeof *jox.lazy);
    int failed = count > sizeof INITIALIZE / sizeof INITIALIZE[0] || table == NULL || jox.lazy == NULL;
    for (uint32_t i = 0; i < count && !failed; i++) {
        const struct pack_module *module = &jox.pack.modules[jox.pack.built_ins[i]];
        table[i] = (struct _inittab){jox_builtin_name(module), INITIALIZE[i]};
    }
    failed = failed || PyImport_ExtendInittab(table) < 0;
    free(table);
    return failed ? -1 : 0;
}
