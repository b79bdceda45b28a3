/* Whether it is seen outside the process when one certain object is freed, where its type does not decide that. */
#include <string.h>

#include "leave.h"

#ifdef JOX_CAN_LEAVE

/* Functions of the standard library that weak references call to forget what is gone. */
static const char *const FORGET[] = {
    "WeakKeyDictionary.__init__.<locals>.remove",
    "WeakSet.__init__.<locals>._remove",
    "WeakValueDictionary.__init__.<locals>.remove",
    "_destroy",              /* of _abc */
    "_localdummy_destroyed", /* of _thread */
    "_removeHandlerRef",     /* of logging */
    "clear_locals",          /* of _thread, from 3.14 */
};

/* Attributes that say by None that a finalizer of the standard library has nothing to do. */
static const struct idle {
    const char *module;
    const char *name;
    const char *attribute;
} IDLE[] = {
    {"multiprocessing.resource_tracker", "ResourceTracker", "_fd"},
};

static int is_text(PyObject *object, const char *text) {
    return object != NULL && PyUnicode_Check(object) && PyUnicode_CompareWithASCIIString(object, text) == 0;
}

/* Whether the type is the class of that name which that module defines. */
static int is_class(PyTypeObject *type, const char *module, const char *name) {
    if ((type->tp_flags & Py_TPFLAGS_HEAPTYPE) == 0 || strcmp(type->tp_name, name) != 0) {
        return 0;
    }
    return is_text(PyDict_GetItemString(type->tp_dict, "__module__"), module);
}

static int is_none(PyObject *object, const char *attribute) {
    PyObject *value = PyObject_GetAttrString(object, attribute);
    int none = value == Py_None;
    Py_XDECREF(value);
    PyErr_Clear();
    return none;
}

static int is_true(PyObject *object, const char *attribute) {
    PyObject *value = PyObject_GetAttrString(object, attribute);
    int known = value == Py_True;
    Py_XDECREF(value);
    PyErr_Clear();
    return known;
}

/* A standard stream or what is inside one: those are flushed when the process ends (leave.c). */
static int is_standard(PyObject *object) {
    static const char *const NAMES[] = {"__stdout__", "__stderr__", "__stdin__", "stdout", "stderr", "stdin"};
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        PyObject *stream = PySys_GetObject(NAMES[i]);
        if (stream == NULL || strcmp(Py_TYPE(stream)->tp_name, "_io.TextIOWrapper") != 0) {
            continue;
        }
        PyObject *buffer = PyObject_GetAttrString(stream, "buffer");
        Py_XDECREF(buffer); /* the stream keeps it */
        PyErr_Clear();
        if (object == stream || object == buffer) {
            return 1;
        }
    }
    return 0;
}

static int is_forgetting(PyObject *function) {
    if (PyWeakref_Check(function)) {
        return 0;
    }
    const char *const *names = FORGET;
    for (size_t i = 0; i < sizeof FORGET / sizeof FORGET[0]; i++) {
        if (PyFunction_Check(function)) {
            PyObject *module = PyFunction_GetModule(function);
            if (is_text(((PyFunctionObject *)function)->func_qualname, names[i]) && module != NULL
                && (is_text(module, "weakref") || is_text(module, "_weakrefset") || is_text(module, "logging"))) {
                return 1;
            }
        } else if (PyCFunction_Check(function)) {
            if (strcmp(((PyCFunctionObject *)function)->m_ml->ml_name, names[i]) == 0) {
                return 1;
            }
        }
    }
    /* the second called at exit what it had to, and calls nothing any more */
    return strcmp(Py_TYPE(function)->tp_name, "_ctypes.DictRemover") == 0
           || is_class(Py_TYPE(function), "weakref", "finalize");
}

static int is_idle(PyObject *object) {
    for (size_t i = 0; i < sizeof IDLE / sizeof IDLE[0]; i++) {
        if (is_class(Py_TYPE(object), IDLE[i].module, IDLE[i].name) && is_none(object, IDLE[i].attribute)) {
            return 1;
        }
    }
    return 0;
}

int jox_object_matters(PyObject *object, enum jox_effect effect) {
    switch (effect) {
    case JOX_NONE:
        return 0;
    case JOX_WRITES:
        return !is_standard(object) && !is_true(object, "closed");
    case JOX_RESUMES: /* a coroutine or asynchronous generator that was never run is warned of or finalized, too */
        return PyGen_CheckExact(object) ? is_true(object, "gi_suspended")
               : PyCoro_CheckExact(object) ? !is_none(object, "cr_frame")
                                           : !is_none(object, "ag_frame");
    case JOX_CALLS: {
        PyObject *function = ((PyWeakReference *)object)->wr_callback;
        return function != NULL && !is_forgetting(function);
    }
    case JOX_UNLOADS: {
        PyModuleDef *definition = PyModule_GetDef(object);
        /* the whole name: definitions have the last part of it only, which may be that of one of the standard library's */
        const char *name = definition == NULL || definition->m_free == NULL ? NULL : PyModule_GetName(object);
        PyErr_Clear();
        return definition != NULL && definition->m_free != NULL && (name == NULL || !jox_is_harmless(name));
    }
    case JOX_FINALIZES:
        return !is_idle(object);
    default:
        return 1;
    }
}
#endif
