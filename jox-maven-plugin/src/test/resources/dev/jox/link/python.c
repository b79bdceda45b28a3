/* A program that is plain Python, with a built-in module that gives what is packed and bound. */
#include <Python.h>

#include "image.h"

static const struct jox_image *packed;

static PyObject *text(PyObject *self, PyObject *unused) {
    (void)self;
    (void)unused;
    return PyUnicode_FromStringAndSize((const char *)packed->pack, (Py_ssize_t)packed->pack_size);
}

static void *itself(const char *name, void *function) {
    (void)name;
    return function;
}

static PyObject *bound(PyObject *self, PyObject *arguments) {
    (void)self;
    unsigned int number;
    const char *function;
    const char *problem = NULL;
    if (!PyArg_ParseTuple(arguments, "Is", &number, &function)) {
        return NULL;
    }
    PyObject *(*create)(void) = (PyObject * (*)(void)) packed->bound_function(number, function, itself, &problem);
    return create != NULL ? create() : PyErr_Format(PyExc_ImportError, "%s: %s", function, problem);
}

static PyMethodDef methods[] = {
    {"text", text, METH_NOARGS, NULL}, {"bound", bound, METH_VARARGS, NULL}, {NULL, NULL, 0, NULL}};
static PyObject **const error = &PyExc_KeyError;

static int fill(PyObject *module) {
    return PyModule_AddObjectRef(module, "Error", *error);
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, (void *)fill}, {0, NULL}};
static PyModuleDef definition = {
    .m_base = PyModuleDef_HEAD_INIT, .m_name = "packed", .m_methods = methods, .m_slots = slots};

static PyObject *create(void) {
    return PyModuleDef_Init(&definition);
}

int jox_main(int argc, char **argv, const struct jox_image *image) {
    packed = image;
    PyImport_AppendInittab("packed", create);
    return Py_BytesMain(argc, argv);
}
