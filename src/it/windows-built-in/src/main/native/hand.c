/* A module that uses functions and data of Python's stable ABI, Windows' libraries and another DLL. */
#define Py_LIMITED_API 0x030B0000
#include <Python.h>
#include <io.h>
#include <winsock2.h>

const char *greeting(void);

static _Thread_local long calls;

static PyObject *count(PyObject *self, PyObject *none) {
    (void)self;
    (void)none;
    return PyLong_FromLong(++calls);
}

static PyObject *greet(PyObject *self, PyObject *none) {
    (void)self;
    (void)none;
    return PyUnicode_FromFormat("%s %d", greeting(), (int)htons(1));
}

/* File descriptors are the C library's: this works if it is the one that Python has. */
static PyObject *put(PyObject *self, PyObject *arguments) {
    (void)self;
    int descriptor;
    const char *text;
    if (!PyArg_ParseTuple(arguments, "is", &descriptor, &text)) {
        return NULL;
    }
    if (_write(descriptor, text, (unsigned)strlen(text)) < 0) {
        return PyErr_SetFromErrno(PyExc_OSError);
    }
    Py_RETURN_NONE;
}

static PyObject *whole(PyObject *self, PyObject *argument) {
    (void)self;
    if (!PyObject_TypeCheck(argument, &PyFloat_Type)) {
        return PyErr_Format(PyExc_TypeError, "no float: %R", argument);
    }
    return PyLong_FromDouble(PyFloat_AsDouble(argument));
}

static PyMethodDef methods[] = {
    {"count", count, METH_NOARGS, NULL},
    {"greet", greet, METH_NOARGS, NULL},
    {"put", put, METH_VARARGS, NULL},
    {"whole", whole, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "_hand", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC make_hand(void) {
    return PyModule_Create(&definition);
}
