#include <string.h>

#include "jox.h"

/*
 * CPython takes the path to load, and the key of its cache, from the spec's origin: it is what dlopen() needs for the time
 * of the call, and the module's virtual file before and after.
 */
static PyObject *create_from(struct jox_state *state, PyObject *spec, const char *path) {
    PyObject *origin = PyObject_GetAttr(spec, state->origin);
    PyObject *loadable = origin == NULL ? NULL : PyUnicode_DecodeFSDefault(path);
    PyObject *module = NULL;
    if (loadable != NULL && PyObject_SetAttr(spec, state->origin, loadable) == 0) {
        PyObject *create[] = {state->imp, spec};
        PyObject *method = PyUnicode_InternFromString("create_dynamic");
        module = method == NULL ? NULL : PyObject_VectorcallMethod(method, create, 2, NULL);
        Py_XDECREF(method);
        PyObject *error_type, *error, *traceback;
        PyErr_Fetch(&error_type, &error, &traceback);
        if (PyObject_SetAttr(spec, state->origin, origin) < 0) {
            Py_CLEAR(module);
            Py_XDECREF(error_type);
            Py_XDECREF(error);
            Py_XDECREF(traceback);
        } else {
            PyErr_Restore(error_type, error, traceback);
        }
    }
    if (module != NULL && PyModule_Check(module) && PyObject_SetAttr(module, state->file, origin) < 0) {
        Py_CLEAR(module);
    }
    Py_XDECREF(loadable);
    Py_XDECREF(origin);
    return module;
}

/*
 * A single-phase module of an inittab entry takes the last part of the entry's name for its own; pickle and others need
 * the whole name.
 */
static PyObject *create_builtin(struct jox_state *state, PyObject *spec, const struct pack_module *entry) {
    PyObject *name = PyObject_GetAttr(spec, state->name);
    PyObject *known = name == NULL ? NULL : PyUnicode_FromString(jox_builtin_name(entry));
    PyObject *module = NULL;
    if (known != NULL && PyObject_SetAttr(spec, state->name, known) == 0) {
        module = PyObject_CallMethod(state->imp, "create_builtin", "O", spec);
        PyObject *error_type, *error, *traceback;
        PyErr_Fetch(&error_type, &error, &traceback);
        if (PyObject_SetAttr(spec, state->name, name) < 0) {
            Py_CLEAR(module);
            PyErr_Clear();
        }
        PyErr_Restore(error_type, error, traceback);
    }
    Py_XDECREF(known);
    if (module == Py_None) {
        PyErr_SetString(PyExc_ImportError, "the executable was linked without this built-in module");
        Py_CLEAR(module);
    }
    if (module != NULL && PyModule_Check(module) && PyObject_SetAttrString(module, "__name__", name) < 0) {
        Py_CLEAR(module);
    }
    Py_XDECREF(name);
    return module;
}

const char *jox_builtin_name(const struct pack_module *module) {
    const char *name = pack_string(&jox.pack, module->name);
    for (const char *c = name; *c != '\0'; c++) {
        if ((unsigned char)*c >= 0x80) {
            return pack_string(&jox.pack, module->init);
        }
    }
    return name;
}

PyObject *jox_create_extension(struct jox_state *state, PyObject *spec, const struct pack_module *module) {
    if (module->kind == PACK_BUILTIN) {
        return create_builtin(state, spec, module);
    }
    const char *path = jox_load_library(state, module->library);
    return path == NULL ? NULL : create_from(state, spec, path);
}

int jox_exec_extension(struct jox_state *state, PyObject *py_module, const struct pack_module *module) {
    PyObject *run =
        PyObject_GetAttrString(state->imp, module->kind == PACK_BUILTIN ? "exec_builtin" : "exec_dynamic");
    if (run == NULL) {
        return -1;
    }
    PyObject *arguments[] = {run, py_module};
    PyObject *result = PyObject_Vectorcall(state->run_hidden, arguments, 2, NULL);
    Py_DECREF(run);
    Py_XDECREF(result);
    return result == NULL ? -1 : 0;
}
