/* Whether the interpreter, apart from its objects, is in a state in which CPython's end would do something that is seen. */
#include "leave.h"

#ifdef JOX_CAN_LEAVE

static int is_alone(PyInterpreterState *interpreter) {
    PyThreadState *thread = PyInterpreterState_ThreadHead(interpreter);
    return PyInterpreterState_Head() == interpreter && PyInterpreterState_Next(interpreter) == NULL && thread != NULL
           && PyThreadState_Next(thread) == NULL;
}

/* Functions in C that Py_AtExit() and its younger relative were given. */
static int has_exit_functions(PyInterpreterState *interpreter) {
#if PY_VERSION_HEX >= 0x030C0000
    /* of the interpreter: those of channels between interpreters, of which there is only one, get it as their data */
    for (atexit_callback *next = interpreter->atexit.ll_callbacks; next != NULL; next = next->next) {
        if (next->data != interpreter) {
            return 1;
        }
    }
    return _PyRuntime.atexit.ncallbacks > 0;
#else
    (void)interpreter;
    return _PyRuntime.nexitfuncs > 0;
#endif
}

/* Audit hooks and others hear of steps of the end. */
static int has_listeners(PyInterpreterState *interpreter) {
    struct _gc_runtime_state *gc = &interpreter->gc;
    if (interpreter->audit_hooks != NULL || (gc->callbacks != NULL && PyList_GET_SIZE(gc->callbacks) > 0)) {
        return 1;
    }
#if PY_VERSION_HEX >= 0x030D0000
    if (_PyRuntime.ref_tracer.tracer_func != NULL) {
        return 1;
    }
#endif
#if PY_VERSION_HEX >= 0x030C0000
    return _PyRuntime.audit_hooks.head != NULL;
#else
    return _PyRuntime.audit_hook_head != NULL;
#endif
}

static int is_talkative(PyInterpreterState *interpreter) {
    const PyConfig *config = &interpreter->config;
    struct _gc_runtime_state *gc = &interpreter->gc;
    return config->verbose != 0 || config->malloc_stats != 0 || config->dump_refs != 0 || config->show_ref_count != 0
           || gc->debug != 0 || (gc->garbage != NULL && PyList_GET_SIZE(gc->garbage) > 0);
}

/* Whether warnings of files that are not closed meet no filter that would show them before one that ignores all of them. */
static int ignore_resources(PyObject *filters) {
    for (Py_ssize_t i = 0; PyList_Check(filters) && i < PyList_GET_SIZE(filters); i++) {
        PyObject *filter = PyList_GET_ITEM(filters, i); /* action, message, category, module, line */
        if (!PyTuple_Check(filter) || PyTuple_GET_SIZE(filter) != 5) {
            return 0;
        }
        if (PyObject_IsSubclass(PyExc_ResourceWarning, PyTuple_GET_ITEM(filter, 2)) > 0) {
            PyObject *action = PyTuple_GET_ITEM(filter, 0);
            int ignores = PyUnicode_Check(action) && PyUnicode_CompareWithASCIIString(action, "ignore") == 0;
            int all = PyTuple_GET_ITEM(filter, 1) == Py_None && PyTuple_GET_ITEM(filter, 3) == Py_None;
            if (!ignores || all) {
                return ignores && all;
            }
        }
    }
    return 0;
}

/* The list that a module has. Those of the two differ inside of warnings.catch_warnings(). */
static int are_resources_ignored_by(const char *module_name, int otherwise) {
    PyObject *name = PyUnicode_FromString(module_name);
    PyObject *module = name == NULL ? NULL : PyImport_GetModule(name);
    PyObject *filters = module == NULL ? NULL : PyObject_GetAttrString(module, "filters");
    int ignored = module == NULL ? otherwise : filters != NULL && ignore_resources(filters);
    Py_XDECREF(filters);
    Py_XDECREF(module);
    Py_XDECREF(name);
    PyErr_Clear();
    return ignored;
}

static int are_resources_ignored(PyInterpreterState *interpreter) {
#if PY_VERSION_HEX >= 0x030E0000
    if (interpreter->config.context_aware_warnings != 0) {
        return 0; /* each context may have filters of its own */
    }
#else
    (void)interpreter;
#endif
    return are_resources_ignored_by("_warnings", 0) && are_resources_ignored_by("warnings", 1);
}

struct jox_obstacle jox_obstacle_in_state(void) {
    PyInterpreterState *interpreter = PyInterpreterState_Get();
    const char *text = !is_alone(interpreter)                         ? "other threads or interpreters"
                       : has_exit_functions(interpreter)              ? "functions that Py_AtExit() was given"
                       : has_listeners(interpreter)                   ? "audit hooks or callbacks of the collector"
                       : is_talkative(interpreter)                    ? "options that have CPython report its end"
                       : !PyDict_CheckExact(PyImport_GetModuleDict()) ? "sys.modules is not a dict"
                       : !are_resources_ignored(interpreter)          ? "warnings of open files that are not ignored"
                                                                      : NULL;
    return (struct jox_obstacle){text, NULL};
}
#endif
