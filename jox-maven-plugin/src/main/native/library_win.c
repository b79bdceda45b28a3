#include <stdlib.h>

#include "jox.h"
#include "system_win.h"

static HMODULE open_library(uint32_t index) {
    struct jox_failure failure;
    if (!PyThread_acquire_lock(jox.load_lock, NOWAIT_LOCK)) {
        Py_BEGIN_ALLOW_THREADS
        PyThread_acquire_lock(jox.load_lock, WAIT_LOCK);
        Py_END_ALLOW_THREADS
    }
    HMODULE module = jox_open_library(index, &failure);
    PyThread_release_lock(jox.load_lock);
    if (module == NULL) {
        PyErr_Format(PyExc_ImportError, "cannot load %s: %s", pack_string(&jox.pack, jox.pack.libraries[index].path),
                     failure.text);
    }
    return module;
}

const char *jox_load_library(struct jox_state *state, uint32_t index) {
    (void)state;
    struct jox_loaded *loaded = &jox.loaded[index];
    if (open_library(index) == NULL) {
        return NULL;
    }
    if (loaded->path == NULL) {
        loaded->path = jox_to_utf8(jox_library_path(index));
        if (loaded->path == NULL) {
            PyErr_NoMemory();
        }
    }
    return loaded->path;
}

void *jox_library_function(struct jox_state *state, uint32_t index, const char *name) {
    (void)state;
    HMODULE module = open_library(index);
    struct jox_failure failure;
    void *function = module == NULL ? NULL : jox_export(module, name, 0, &failure);
    if (module != NULL && function == NULL) {
        PyErr_Format(PyExc_ImportError, "%s has no function %s", pack_string(&jox.pack, jox.pack.libraries[index].path),
                     name);
    }
    return function;
}
