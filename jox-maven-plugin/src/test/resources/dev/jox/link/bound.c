/* An extension module that is bound into an executable, with one of each kind of use that a loader sees to. */
#include <Python.h>

#include <math.h>
#include <stdio.h>

extern const char *help_word;
extern int help_number(void);
__attribute__((weak)) extern int nowhere(void);

static int zeros[3000];
static double (*const root)(double) = sqrt;
static PyObject **const error = &PyExc_KeyError;
static FILE **const output = &stdout;

static PyObject *look(PyObject *self, PyObject *argument) {
    (void)self;
    double number = PyFloat_AsDouble(argument);
    if (number < 0) {
        PyErr_SetString(*error, "negative");
        return NULL;
    }
    zeros[2999]++;
    fprintf(*output, "%s %d %d\n", help_word, help_number(), nowhere == NULL);
    fflush(*output);
    return PyFloat_FromDouble(root(number) + zeros[2999] + zeros[0]);
}

static PyMethodDef methods[] = {{"look", look, METH_O, NULL}, {NULL, NULL, 0, NULL}};
static PyModuleDef definition = {.m_base = PyModuleDef_HEAD_INIT, .m_name = "bound", .m_methods = methods};

PyMODINIT_FUNC PyInit_bound(void) {
    return PyModule_Create(&definition);
}
