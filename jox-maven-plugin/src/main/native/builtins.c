/* What the module site adds to the builtins and programs use: exit() and quit(). An executable does not import site. */
#include "jox.h"

struct quitter {
    PyObject_HEAD
    const char *name;
};

static PyObject *quitter_repr(PyObject *self) {
    return PyUnicode_FromFormat("Use %s() or Ctrl-D (i.e. EOF) to exit", ((struct quitter *)self)->name);
}

static PyObject *quitter_call(PyObject *Py_UNUSED(self), PyObject *arguments, PyObject *keywords) {
    static char *names[] = {"code", NULL};
    PyObject *code = Py_None;
    if (!PyArg_ParseTupleAndKeywords(arguments, keywords, "|O", names, &code)) {
        return NULL;
    }
    PyObject *input = PySys_GetObject("stdin");
    if (input != NULL && input != Py_None) { /* an interactive shell above ends with it */
        PyObject *closed = PyObject_CallMethod(input, "close", NULL);
        if (closed == NULL) {
            PyErr_Clear();
        }
        Py_XDECREF(closed);
    }
    PyErr_SetObject(PyExc_SystemExit, code);
    return NULL;
}

static void quitter_dealloc(PyObject *self) {
    PyTypeObject *type = Py_TYPE(self);
    PyObject_Free(self);
    Py_DECREF(type);
}

static PyType_Slot quitter_slots[] = {
    {Py_tp_repr, quitter_repr},
    {Py_tp_call, quitter_call},
    {Py_tp_dealloc, quitter_dealloc},
    {0, NULL},
};

static PyType_Spec quitter_spec = {
    .name = "_sitebuiltins.Quitter",
    .basicsize = sizeof(struct quitter),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .slots = quitter_slots,
};

int jox_add_builtins(void) {
    static const char *const NAMES[] = {"quit", "exit"};
    PyObject *builtins = PyEval_GetBuiltins();
    PyTypeObject *type = (PyTypeObject *)PyType_FromSpec(&quitter_spec);
    int failed = type == NULL;
    for (int i = 0; i < 2 && !failed; i++) {
        struct quitter *quitter = PyObject_New(struct quitter, type);
        failed = quitter == NULL;
        if (!failed) {
            quitter->name = NAMES[i];
            failed = PyDict_SetItemString(builtins, NAMES[i], (PyObject *)quitter) < 0;
            Py_DECREF(quitter);
        }
    }
    Py_XDECREF(type);
    return failed ? -1 : 0;
}
