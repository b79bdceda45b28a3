#include <stdlib.h>

#include "jox.h"
#include "system_win.h"

static HMODULE open_library(uint32_t index) {
    struct jox_failure failure;
    jox_begin_loading();
    HMODULE module = jox_open_library(index, &failure);
    jox_end_loading();
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
