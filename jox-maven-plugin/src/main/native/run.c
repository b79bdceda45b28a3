#include <string.h>

#include "jox.h"

#if PY_VERSION_HEX >= 0x030D0000
/* Exported for _interpreters: tells that the main interpreter runs its program. */
PyAPI_FUNC(int) _PyInterpreterState_SetRunningMain(PyInterpreterState *interpreter);
#endif

/*
 * Runs a module as `python -m` does, without importing runpy: the code runs in __main__, which has the module's spec, file
 * and package.
 */
static PyObject *run_module(struct jox_state *state, const char *name) {
    struct jox_found found = jox_find(name, strlen(name));
    PyObject *full = PyUnicode_FromFormat(found.is_package ? "%s.__main__" : "%s", name);
    if (full == NULL) {
        return NULL;
    }
    const char *dot = strrchr(PyUnicode_AsUTF8(full), '.');
    PyObject *result = NULL;
    PyObject *spec = NULL, *code = NULL, *file = NULL, *cached = NULL, *parent = NULL;
    if (dot != NULL) { /* the packages it is in are imported first */
        PyObject *package = PyUnicode_Substring(full, 0, PyUnicode_GET_LENGTH(full) - (Py_ssize_t)strlen(dot));
        PyObject *imported = package == NULL ? NULL : PyImport_Import(package);
        Py_XDECREF(package);
        Py_XDECREF(imported);
        if (imported == NULL) {
            goto done;
        }
    }
    const char *text = PyUnicode_AsUTF8(full);
    found = jox_find(text, strlen(text));
    spec = jox_spec_new(state, full, found.module, 0, state->importer);
    code = spec == NULL ? NULL : jox_get_code(state, found.module);
    if (code == NULL) {
        goto done;
    }
    file = PyObject_GetAttr(spec, state->origin);
    cached = PyObject_GetAttrString(spec, "cached");
    parent = PyObject_GetAttrString(spec, "parent");
    PyObject *main_module = PyImport_AddModule("__main__");
    PyObject *namespace = main_module == NULL ? NULL : PyModule_GetDict(main_module);
    if (file == NULL || cached == NULL || parent == NULL || namespace == NULL
        || PyDict_SetItemString(namespace, "__spec__", spec) < 0
        || PyDict_SetItem(namespace, state->loader, state->importer) < 0
        || PyDict_SetItem(namespace, state->file, file) < 0
        || PyDict_SetItemString(namespace, "__cached__", cached) < 0
        || PyDict_SetItemString(namespace, "__package__", parent) < 0
        || PyDict_SetItemString(namespace, "__doc__", Py_None) < 0
        || PySys_Audit("cpython.run_module", "s", name) < 0) {
        goto done;
    }
    result = PyEval_EvalCode(code, namespace, namespace);
done:
    Py_XDECREF(parent);
    Py_XDECREF(cached);
    Py_XDECREF(file);
    Py_XDECREF(code);
    Py_XDECREF(spec);
    Py_DECREF(full);
    return result;
}

/* Calls a function and raises SystemExit with what it returned. */
static PyObject *run_entry_point(const char *module_name, const char *function) {
    PyObject *object = PyImport_ImportModule(module_name);
    PyObject *path = object == NULL ? NULL : PyUnicode_FromString(function);
    PyObject *names = path == NULL ? NULL : PyObject_CallMethod(path, "split", "s", ".");
    for (Py_ssize_t i = 0; names != NULL && object != NULL && i < PyList_GET_SIZE(names); i++) {
        Py_SETREF(object, PyObject_GetAttr(object, PyList_GET_ITEM(names, i)));
    }
    PyObject *result = names == NULL || object == NULL ? NULL : PyObject_CallNoArgs(object);
    Py_XDECREF(names);
    Py_XDECREF(path);
    Py_XDECREF(object);
    if (result != NULL) {
        PyErr_SetObject(PyExc_SystemExit, result);
        Py_DECREF(result);
    }
    return NULL;
}

/* The load error that the exception is or that led to it, borrowed; null when there is none. */
static PyObject *find_load_error(struct jox_state *state, PyObject *error) {
    enum { MAX_DEPTH = 32 }; /* chains may be circular */
    for (int depth = 0; error != NULL && depth < MAX_DEPTH; depth++) {
        if (PyErr_GivenExceptionMatches(error, state->load_error)) {
            return error;
        }
        PyObject *cause = PyException_GetCause(error);
        if (cause == NULL) {
            cause = PyException_GetContext(error);
        }
        Py_XDECREF(cause); /* the error keeps it */
        error = cause;
    }
    return NULL;
}

/* Says in one line why a library could not be loaded, when that is why the program could not import something. */
static int report_load_error(struct jox_state *state) {
    if (!PyErr_ExceptionMatches(PyExc_ImportError) && !PyErr_ExceptionMatches(PyExc_OSError)) {
        return 0;
    }
    PyObject *type, *error, *traceback;
    PyErr_Fetch(&type, &error, &traceback);
    PyErr_NormalizeException(&type, &error, &traceback);
    PyObject *load_error = find_load_error(state, error);
    PyObject *text = load_error == NULL ? NULL : PyObject_Str(load_error);
    if (text != NULL) {
        jox_complain("%s", PyUnicode_AsUTF8(text));
        Py_DECREF(text);
        Py_XDECREF(type);
        Py_XDECREF(error);
        Py_XDECREF(traceback);
        return 1;
    }
    PyErr_Restore(type, error, traceback);
    return 0;
}

/*
 * The status that the process will end with for an exception that is a SystemExit itself, of no derived class that may
 * answer otherwise when it is asked again; -1 for other exceptions and where CPython has to see.
 */
static int peek_status(void) {
    PyObject *type, *error, *traceback;
    PyErr_Fetch(&type, &error, &traceback);
    PyErr_NormalizeException(&type, &error, &traceback);
    int status = -1;
    if (error != NULL && Py_TYPE(error) == (PyTypeObject *)PyExc_SystemExit) {
        PyObject *code = ((PySystemExitObject *)error)->code;
        int overflow = 0;
        if (code == NULL || code == Py_None) {
            status = 0;
        } else if (PyLong_Check(code)) {
            long number = PyLong_AsLongAndOverflow(code, &overflow);
            status = overflow != 0 ? -1 : (int)(number & 0xFF);
        } else {
            status = 1;
        }
    }
    PyErr_Restore(type, error, traceback);
    return status;
}

/* Reports the exception that ended the program. Does not return for SystemExit. Gives the exit status. */
static int report(struct jox_state *state, int *interrupted) {
    if (PyErr_Occurred() == PyExc_KeyboardInterrupt) {
        *interrupted = 1;
    }
    int leaves_with = peek_status();
    if (leaves_with >= 0) {
        jox_leave_early(state, leaves_with);
    }
    if (report_load_error(state)) {
        return JOX_CANNOT_RUN;
    }
    jox_print_exception();
    return 1;
}

/* Runs the module, or calls the function of it, if one is named. */
static int run_and_end(const char *name, const char *function) {
    int status = 0;
    int interrupted = 0;

#if PY_VERSION_HEX >= 0x030D0000
    if (_PyInterpreterState_SetRunningMain(PyInterpreterState_Get()) < 0) {
        PyErr_Clear();
    }
#endif
    PyObject *module = PyImport_ImportModule("_jox");
    if (module == NULL) {
        PyErr_Print();
        return JOX_CANNOT_RUN;
    }
    struct jox_state *state = jox_state_of_module(module);
    PyObject *result = function == NULL ? run_module(state, name) : run_entry_point(name, function);
    if (result == NULL) {
        status = report(state, &interrupted);
    }
    Py_XDECREF(result);
    if (!interrupted) {
        jox_leave_early(state, status);
    }
    Py_DECREF(module);
    if (Py_FinalizeEx() < 0) {
        status = 120; /* as python: what was written last was lost */
    }
    return interrupted ? jox_die_interrupted() : status;
}

int jox_run(const struct pack_setting *run) {
    const struct pack_text *values = jox.pack.values + run->first_value;
    int is_module = strcmp(pack_string(&jox.pack, values[0]), "module") == 0;
    return run_and_end(pack_string(&jox.pack, values[1]), is_module ? NULL : pack_string(&jox.pack, values[2]));
}

int jox_run_frozen_child(void) {
    return run_and_end("multiprocessing.spawn", "freeze_support");
}
