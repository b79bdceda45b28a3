/* A module of two phases, whose init function has another name than its own gives it, and that needs libraries of Windows. */
#include <Python.h>
#include <winsock2.h>
#include <windows.h>
#include <shlwapi.h>

#include "helper.h"

static PyObject *number(PyObject *self, PyObject *argument) {
    (void)self;
    return PyLong_FromLong(helper() + htons((u_short)PyLong_AsLong(argument)));
}

static PyObject *is_relative(PyObject *self, PyObject *argument) {
    (void)self;
    wchar_t *path = PyUnicode_AsWideCharString(argument, NULL);
    int relative = path == NULL ? -1 : PathIsRelativeW(path);
    PyMem_Free(path);
    return relative < 0 ? NULL : PyBool_FromLong(relative);
}

static PyMethodDef methods[] = {
    {"number", number, METH_O, NULL}, {"is_relative", is_relative, METH_O, NULL}, {NULL, NULL, 0, NULL}};

static PyModuleDef_Slot slots[] = {{0, NULL}};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "app._two", NULL, 0, methods, slots, NULL, NULL, NULL};

PyMODINIT_FUNC make_two(void) {
    return PyModuleDef_Init(&definition);
}
