/*
 * Up to Python 3.12 the interpreter's own excepthook reads source lines from files. Packed modules have none, so these
 * hooks take the interpreter's place and print by the traceback module, which asks the importer. They are in the places
 * from which threading and others take the originals.
 */
#include "jox.h"

#if PY_VERSION_HEX < 0x030D0000

static PyObject *call(const char *function, PyObject *arguments) {
    PyObject *module = PyImport_ImportModule("_joxlib.tracebacks");
    PyObject *method = module == NULL ? NULL : PyObject_GetAttrString(module, function);
    PyObject *result = method == NULL ? NULL : PyObject_CallObject(method, arguments);
    Py_XDECREF(method);
    Py_XDECREF(module);
    return result;
}

static PyObject *excepthook(PyObject *Py_UNUSED(module), PyObject *arguments) {
    PyObject *type, *error, *traceback;
    if (!PyArg_ParseTuple(arguments, "OOO:excepthook", &type, &error, &traceback)) {
        return NULL;
    }
    PyObject *result = call("excepthook", arguments);
    if (result == NULL) { /* too late or too broken for Python code */
        PyErr_Clear();
        PyErr_Display(type, error, traceback);
        result = Py_NewRef(Py_None);
    }
    return result;
}

static PyObject *thread_excepthook(PyObject *Py_UNUSED(module), PyObject *argument) {
    PyObject *arguments = PyTuple_Pack(1, argument);
    PyObject *result = arguments == NULL ? NULL : call("thread_excepthook", arguments);
    Py_XDECREF(arguments);
    return result;
}

static PyMethodDef excepthook_method = {"excepthook", excepthook, METH_VARARGS, "Handle an exception by displaying it."};
static PyMethodDef thread_method = {"_excepthook", thread_excepthook, METH_O, "Handle uncaught Thread.run() exception."};

int jox_install_excepthooks(void) {
    PyObject *hook = PyCFunction_New(&excepthook_method, NULL);
    PyObject *thread_hook = PyCFunction_New(&thread_method, NULL);
    PyObject *thread = PyImport_ImportModule("_thread");
    int failed = hook == NULL || thread_hook == NULL || thread == NULL || PySys_SetObject("excepthook", hook) < 0
                 || PySys_SetObject("__excepthook__", hook) < 0
                 || PyObject_SetAttrString(thread, "_excepthook", thread_hook) < 0;
    Py_XDECREF(thread);
    Py_XDECREF(thread_hook);
    Py_XDECREF(hook);
    return failed ? -1 : 0;
}

#else

int jox_install_excepthooks(void) {
    return 0;
}

#endif
