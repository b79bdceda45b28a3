#include "jox.h"

static struct PyModuleDef module_definition;

struct jox_state *jox_state_of_module(PyObject *module) {
    return PyModule_GetState(module);
}

static int intern_names(struct jox_state *state) {
    const struct {
        PyObject **slot;
        const char *text;
    } names[] = {
        {&state->name, "name"},
        {&state->origin, "origin"},
        {&state->cached, "_cached"},
        {&state->set_fileattr, "_set_fileattr"},
        {&state->locations, "submodule_search_locations"},
        {&state->file, "__file__"},
        {&state->loader, "__loader__"},
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        *names[i].slot = PyUnicode_InternFromString(names[i].text);
        if (*names[i].slot == NULL) {
            return -1;
        }
    }
    state->spec_keywords = Py_BuildValue("(ss)", "origin", "is_package");
    return state->spec_keywords == NULL ? -1 : 0;
}

/* Takes from importlib what the importer works with. */
static int take_importlib(struct jox_state *state) {
    PyObject *importlib = PyImport_ImportModule("_frozen_importlib");
    if (importlib == NULL) {
        return -1;
    }
    state->spec_type = PyObject_GetAttrString(importlib, "ModuleSpec");
    state->builtin_importer = PyObject_GetAttrString(importlib, "BuiltinImporter");
    state->run_hidden = PyObject_GetAttrString(importlib, "_call_with_frames_removed");
    Py_DECREF(importlib);
    state->imp = PyImport_ImportModule("_imp");
    state->exec = Py_XNewRef(PyDict_GetItemString(PyEval_GetBuiltins(), "exec"));
    return state->spec_type == NULL || state->builtin_importer == NULL || state->run_hidden == NULL
                   || state->imp == NULL || state->exec == NULL
               ? -1
               : 0;
}

static int take_configuration(struct jox_state *state) {
    PyObject *flags = PySys_GetObject("flags");
    PyObject *implementation = PySys_GetObject("implementation");
    if (flags == NULL || implementation == NULL) {
        PyErr_SetString(PyExc_RuntimeError, "lost sys.flags");
        return -1;
    }
    PyObject *level = PyObject_GetAttrString(flags, "optimize");
    if (level == NULL) {
        return -1;
    }
    long number = PyLong_AsLong(level);
    Py_DECREF(level);
    state->level = number < 0 ? 0 : number >= PACK_LEVELS ? PACK_LEVELS - 1 : (int)number;
    PyObject *tag = PyObject_GetAttrString(implementation, "cache_tag");
    state->cache_tag = tag == NULL ? NULL : PyUnicode_AsUTF8(tag);
    Py_XDECREF(tag); /* sys.implementation keeps it */
    return state->cache_tag == NULL ? -1 : 0;
}

static int execute(PyObject *module) {
    struct jox_state *state = PyModule_GetState(module);
    if (intern_names(state) < 0 || take_importlib(state) < 0 || take_configuration(state) < 0) {
        return -1;
    }
    state->importer_type = (PyTypeObject *)PyType_FromModuleAndSpec(module, &jox_importer_spec, NULL);
    state->entry_type = (PyTypeObject *)PyType_FromModuleAndSpec(module, &jox_entry_spec, NULL);
    state->load_error = PyErr_NewException("_jox.LoadError", PyExc_ImportError, NULL);
    if (state->importer_type == NULL || state->entry_type == NULL || state->load_error == NULL) {
        return -1;
    }
    state->importer = jox_importer_new(state, NULL);
    if (state->importer == NULL || PyModule_AddObjectRef(module, "importer", state->importer) < 0
        || PyModule_AddObjectRef(module, "LoadError", state->load_error) < 0
        || PyModule_AddStringConstant(module, "root", JOX_ROOT) < 0
        || PyModule_AddFunctions(module, jox_data_methods) < 0
        || PyModule_AddFunctions(module, jox_library_methods) < 0) {
        return -1;
    }
    jox_patches_find(state);
    return 0;
}

static int traverse(PyObject *module, visitproc visit, void *arg) {
    struct jox_state *state = PyModule_GetState(module);
    Py_VISIT(state->importer_type);
    Py_VISIT(state->entry_type);
    Py_VISIT(state->load_error);
    Py_VISIT(state->spec_type);
    Py_VISIT(state->builtin_importer);
    Py_VISIT(state->run_hidden);
    Py_VISIT(state->imp);
    return 0;
}

PyDoc_STRVAR(start_doc, "start(globals): install the importer and become the module encodings; called once");
PyDoc_STRVAR(path_hook_doc, "path_hook(path) -> finder of a path inside the executable; for sys.path_hooks");

static PyMethodDef methods[] = {
    {"start", jox_take_over, METH_O, start_doc},
    {"path_hook", jox_path_hook, METH_O, path_hook_doc},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {
    {Py_mod_exec, execute},
#if PY_VERSION_HEX >= 0x030C0000
    {Py_mod_multiple_interpreters, Py_MOD_PER_INTERPRETER_GIL_SUPPORTED},
#endif
    {0, NULL},
};

static struct PyModuleDef module_definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "_jox",
    .m_doc = "The inside of an executable that jox made.",
    .m_size = sizeof(struct jox_state),
    .m_methods = methods,
    .m_slots = slots,
    .m_traverse = traverse,
};

PyObject *jox_module_init(void) {
    return PyModuleDef_Init(&module_definition);
}
