/* A module of one phase, with objects of a type of its own that pickle by the module's name. */
#include <Python.h>

#include "helper.h"

static PyObject *number(PyObject *self, PyObject *none) {
    (void)self;
    (void)none;
    return PyLong_FromLong(helper());
}

static PyMethodDef methods[] = {{"number", number, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "app._one", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__one(void) {
    PyObject *module = PyModule_Create(&definition);
    if (module != NULL) {
        PyModule_AddObject(module, "Error", PyErr_NewException("app._one.Error", NULL, NULL));
    }
    return module;
}
