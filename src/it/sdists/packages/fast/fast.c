#include <Python.h>

static PyObject *twice(PyObject *self, PyObject *number) {
    (void)self;
    return PyNumber_Add(number, number);
}

static PyMethodDef METHODS[] = {{"twice", twice, METH_O, "The number, twice."}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef MODULE = {PyModuleDef_HEAD_INIT, "fast", NULL, -1, METHODS, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_fast(void) {
    return PyModule_Create(&MODULE);
}
