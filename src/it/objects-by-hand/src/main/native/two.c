/* A module of two phases, whose init function has another name than its own gives it. */
#include <Python.h>
#include <math.h>

#include "helper.h"

static PyObject *number(PyObject *self, PyObject *argument) {
    (void)self;
    return PyFloat_FromDouble(helper() + cbrt(PyFloat_AsDouble(argument)));
}

static PyMethodDef methods[] = {{"number", number, METH_O, NULL}, {NULL, NULL, 0, NULL}};

static PyModuleDef_Slot slots[] = {{0, NULL}};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "app._two", NULL, 0, methods, slots, NULL, NULL, NULL};

PyMODINIT_FUNC make_two(void) {
    return PyModuleDef_Init(&definition);
}
