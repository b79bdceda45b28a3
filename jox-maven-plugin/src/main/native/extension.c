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

/* Whether a module was created under another name than it is imported by, though CPython would have had the whole one. */
static int has_short_name(PyObject *created, PyObject *known, PyObject *name) {
    if (PyUnicode_Compare(created, name) == 0) {
        return 0;
    }
    PyObject *end = PyUnicode_FromFormat(".%U", created);
    Py_ssize_t leaf = end == NULL ? -1 : PyUnicode_Tailmatch(name, end, 0, PY_SSIZE_T_MAX, 1);
    Py_XDECREF(end);
    return leaf != 0 ? (int)leaf : PyUnicode_Compare(created, known) == 0;
}

/* Functions keep the name of their module from when it was created. */
static int rename_functions(PyObject *module, PyObject *created, PyObject *name) {
    PyObject *key, *value;
    Py_ssize_t position = 0;
    while (PyDict_Next(PyModule_GetDict(module), &position, &key, &value)) {
        if (!PyCFunction_Check(value) || PyCFunction_GetSelf(value) != module) {
            continue;
        }
        PyObject *told = PyObject_GetAttrString(value, "__module__");
        int follows = told != NULL && PyUnicode_Check(told) && PyUnicode_Compare(told, created) == 0;
        Py_XDECREF(told);
        if (told == NULL || (follows && PyObject_SetAttrString(value, "__module__", name) < 0)) {
            return -1;
        }
    }
    return 0;
}

/*
 * A single-phase module of a shared library takes the whole name that it is imported by where its own is the last part of that
 * one. As an entry of the inittab it keeps the last part, or has the entry's name where that is another; pickle and others need
 * the whole name, of the module and of its functions.
 */
static int give_whole_name(PyObject *module, PyObject *known, PyObject *name) {
    PyObject *created = PyModule_GetNameObject(module);
    int shorter = created == NULL ? -1 : has_short_name(created, known, name);
    int result = shorter < 0 ? -1 : 0;
    if (shorter > 0) {
        result = rename_functions(module, created, name);
        result = result < 0 ? result : PyObject_SetAttrString(module, "__name__", name);
    }
    Py_XDECREF(created);
    return result;
}

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
    if (module == Py_None) {
        PyErr_SetString(PyExc_ImportError, "the executable was linked without this built-in module");
        Py_CLEAR(module);
    }
    if (module != NULL && PyModule_Check(module) && give_whole_name(module, known, name) < 0) {
        Py_CLEAR(module);
    }
    Py_XDECREF(known);
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
