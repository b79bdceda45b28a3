/*
 * A few modules of the standard library need to know about the executable: ctypes finds libraries in it, for instance. Each
 * has a small Python module _joxlib.patches.<name>, dots written as two underscores, whose function apply(module) is called
 * once the module has run. Nothing happens in programs that do not import it.
 */
#include <string.h>

#include "jox.h"

static const char PREFIX[] = "_joxlib.patches.";

void jox_patches_find(struct jox_state *state) {
    size_t prefix = sizeof PREFIX - 1;
    for (uint32_t i = pack_first_module(&jox.pack, PREFIX, prefix);
         i < jox.pack.module_count && state->patched_count < JOX_MAX_PATCHES; i++) {
        const char *name = pack_string(&jox.pack, jox.pack.modules[i].name);
        char target[128];
        size_t used = 0;
        if (strncmp(name, PREFIX, prefix) != 0) {
            break;
        }
        for (const char *at = name + prefix; *at != '\0' && used < sizeof target; at++) {
            if (at[0] == '_' && at[1] == '_') {
                target[used++] = '.';
                at++;
            } else {
                target[used++] = *at;
            }
        }
        const struct pack_module *module = pack_find_module(&jox.pack, target, used);
        if (module != NULL) {
            state->patched[state->patched_count] = module;
            state->patches[state->patched_count++] = &jox.pack.modules[i];
        }
    }
}

int jox_patch(struct jox_state *state, const struct pack_module *module, PyObject *py_module) {
    if (strcmp(pack_string(&jox.pack, module->name), "os") == 0) {
        return jox_wrap_os(py_module);
    }
    for (int i = 0; i < state->patched_count; i++) {
        if (state->patched[i] == module) {
            PyObject *patch = PyImport_ImportModule(pack_string(&jox.pack, state->patches[i]->name));
            PyObject *result = patch == NULL ? NULL : PyObject_CallMethod(patch, "apply", "O", py_module);
            Py_XDECREF(patch);
            Py_XDECREF(result);
            return result == NULL ? -1 : 0;
        }
    }
    return 0;
}
