/* Extension modules in one shared object: one of each kind that CPython knows, and one that fails. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static int initialized;

static PyObject *count(PyObject *Py_UNUSED(self), PyObject *Py_UNUSED(none)) {
    return PyLong_FromLong(initialized);
}

static PyMethodDef functions[] = {
    {"count", count, METH_NOARGS, "how often the init function of _once ran"},
    {NULL, NULL, 0, NULL},
};

static PyStructSequence_Field fields[] = {{"first", NULL}, {NULL, NULL}};
static PyStructSequence_Desc description = {.name = "kinds._once.Point", .fields = fields, .n_in_sequence = 1};

static struct PyModuleDef once = {PyModuleDef_HEAD_INIT, .m_name = "_once", .m_size = -1, .m_methods = functions};

PyMODINIT_FUNC PyInit__once(void) {
    initialized++;
    PyObject *module = PyModule_Create(&once);
    PyTypeObject *point = module == NULL ? NULL : PyStructSequence_NewType(&description);
    if (point == NULL || PyModule_AddObject(module, "Point", (PyObject *)point) < 0) {
        Py_CLEAR(module);
    }
    return module;
}

static int execute(PyObject *module) {
    return PyModule_AddStringConstant(module, "text", "phases");
}

static PyModuleDef_Slot slots[] = {
    {Py_mod_exec, execute},
#if PY_VERSION_HEX >= 0x030C0000
    {Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED},
#endif
    {0, NULL},
};

static struct PyModuleDef phases = {PyModuleDef_HEAD_INIT, .m_name = "_phases", .m_slots = slots};

PyMODINIT_FUNC PyInit__phases(void) {
    return PyModuleDef_Init(&phases);
}

PyMODINIT_FUNC PyInit_fails(void) {
    PyErr_SetString(PyExc_ValueError, "it does not want to");
    return NULL;
}
