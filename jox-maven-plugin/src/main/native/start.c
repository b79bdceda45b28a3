/*
 * The importer has to be there before the first import of a module that is packed, in every interpreter of the process.
 * That first module is `encodings`, and there is no public moment just before it. So a frozen module of that name is put
 * into PyImport_FrozenModules: the bytecode of _joxlib/start.py, which calls jox_take_over(). That installs the importer and
 * then fills the module with the real `encodings`.
 */
#include <stdio.h>
#include <string.h>

#include "jox.h"

int jox_start_prepare(void) {
    static const char START[] = "_joxlib.start";
    const struct pack_module *start = pack_find_module(&jox.pack, START, sizeof START - 1);
    uint32_t code = PACK_NONE;
    for (int level = 0; start != NULL && code == PACK_NONE && level < PACK_LEVELS; level++) {
        code = start->bytecode[level];
    }
    if (code == PACK_NONE) {
        return -1;
    }
    const struct pack_blob *blob = &jox.pack.blobs[code];
    const unsigned char *bytes = pack_bytes(&jox.pack, blob); /* for as long as the process lives */
    if (bytes == NULL) {
        return -1;
    }
    jox.frozen[0] = (struct _frozen){
        .name = "encodings", .code = bytes, .size = (int)blob->unpacked_size, .is_package = 1};
    PyImport_FrozenModules = jox.frozen;
    if (PyImport_AppendInittab("_jox", jox_module_init) < 0) {
        return -1;
    }
    for (const struct jox_builtin *builtin = jox.builtins; builtin != NULL && builtin->name != NULL; builtin++) {
        PyObject *(*initialize)(void) = (PyObject * (*)(void)) builtin->initialize;
        if (PyImport_AppendInittab(builtin->name, initialize) < 0) {
            return -1;
        }
    }
    return jox_register_lazy();
}

static int insert_first(const char *list_name, PyObject *object) {
    PyObject *list = PySys_GetObject(list_name);
    if (list == NULL || !PyList_Check(list)) {
        PyErr_Format(PyExc_RuntimeError, "lost sys.%s", list_name);
        return -1;
    }
    return PyList_Insert(list, 0, object);
}

/* Makes the module look as if the importer had loaded it. */
static int adopt(struct jox_state *state, PyObject *namespace, PyObject *name, struct jox_found found) {
    PyObject *spec = jox_spec_new(state, name, found.module, found.is_package, state->importer);
    PyObject *file = spec == NULL ? NULL : PyObject_GetAttr(spec, state->origin);
    PyObject *cached = spec == NULL ? NULL : PyObject_GetAttrString(spec, "cached");
    int failed = file == NULL || cached == NULL || PyObject_SetAttrString(spec, "_initializing", Py_False) < 0
                 || PyDict_SetItemString(namespace, "__spec__", spec) < 0
                 || PyDict_SetItem(namespace, state->loader, state->importer) < 0
                 || PyDict_SetItem(namespace, state->file, file) < 0
                 || PyDict_SetItemString(namespace, "__cached__", cached) < 0;
    if (!failed && found.is_package) {
        PyObject *locations = PyObject_GetAttr(spec, state->locations);
        failed = locations == NULL || PyDict_SetItemString(namespace, "__path__", locations) < 0;
        Py_XDECREF(locations);
    }
    Py_XDECREF(cached);
    Py_XDECREF(file);
    Py_XDECREF(spec);
    return failed ? -1 : 0;
}

/* What was imported before, such as zipimport, came frozen: it gets its source and its file. */
static int adopt_earlier(struct jox_state *state) {
    PyObject *modules = PyDict_Copy(PyImport_GetModuleDict());
    PyObject *name, *module;
    Py_ssize_t at = 0;
    int failed = modules == NULL;
    while (!failed && PyDict_Next(modules, &at, &name, &module)) {
        Py_ssize_t length;
        const char *text = PyUnicode_Check(name) ? PyUnicode_AsUTF8AndSize(name, &length) : NULL;
        if (text == NULL || !PyModule_Check(module)) {
            PyErr_Clear();
            continue;
        }
        struct jox_found found = jox_find(text, (size_t)length);
        if (found.module != NULL && found.module->kind == PACK_PYTHON && strcmp(text, "encodings") != 0) {
            failed = adopt(state, PyModule_GetDict(module), name, found) < 0;
        }
    }
    Py_XDECREF(modules);
    return failed ? -1 : 0;
}

/* sys.jox tells programs that they run from an executable, as PyOxidizer's sys.oxidized did. */
static int set_marker(void) {
    PyObject *implementation = PySys_GetObject("implementation");
    const char *version = pack_setting_text(&jox.pack, "jox.version");
    PyObject *fields =
        Py_BuildValue("{s:s,s:N,s:s}", "version", version != NULL ? version : "", "executable",
                      PyUnicode_DecodeFSDefault(jox.executable), "root", JOX_ROOT);
    PyObject *none = fields == NULL ? NULL : PyTuple_New(0);
    PyObject *marker = none == NULL ? NULL : PyObject_Call((PyObject *)Py_TYPE(implementation), none, fields);
    int failed = marker == NULL || PySys_SetObject("jox", marker) < 0;
    Py_XDECREF(marker);
    Py_XDECREF(none);
    Py_XDECREF(fields);
    const char *frozen = pack_setting_text(&jox.pack, "sys.frozen");
    if (!failed && frozen != NULL && strcmp(frozen, "true") == 0) {
        failed = PySys_SetObject("frozen", Py_True) < 0;
    }
    return failed ? -1 : 0;
}

#if PY_VERSION_HEX >= 0x030E0000
/* Undoes what Py_SetPath() does beside what it is called for (config.c). */
static int repair_paths(void) {
    static const char *const NAMES[][2] = {{"prefix", "base_prefix"}, {"exec_prefix", "base_exec_prefix"}};
    for (int i = 0; i < 2; i++) {
        char key[40];
        snprintf(key, sizeof key, "interpreter.%s", NAMES[i][0]);
        const char *text = pack_setting_text(&jox.pack, key);
        PyObject *prefix =
            text != NULL ? PyUnicode_FromString(text) : Py_XNewRef(PySys_GetObject(NAMES[i][1]));
        int failed = prefix == NULL || PySys_SetObject(NAMES[i][0], prefix) < 0;
        Py_XDECREF(prefix);
        if (failed) {
            return -1;
        }
    }
    if (pack_find_setting(&jox.pack, "interpreter.module_search_paths") != NULL) {
        return 0;
    }
    PyObject *path = PySys_GetObject("path");
    return path == NULL ? -1 : PyList_SetSlice(path, 0, PyList_GET_SIZE(path), NULL);
}
#else
static int repair_paths(void) {
    return 0;
}
#endif

PyObject *jox_take_over(PyObject *module, PyObject *globals) {
    struct jox_state *state = jox_state_of_module(module);
    PyObject *hook = PyObject_GetAttrString(module, "path_hook");
    int failed = hook == NULL || insert_first("meta_path", state->importer) < 0
                 || insert_first("path_hooks", hook) < 0 || adopt_earlier(state) < 0 || repair_paths() < 0
                 || set_marker() < 0 || jox_install_excepthooks() < 0 || jox_wrap_open() < 0 || jox_add_builtins() < 0;
    Py_XDECREF(hook);
    if (failed) {
        return NULL;
    }
    struct jox_found found = jox_find("encodings", strlen("encodings"));
    PyObject *name = PyDict_GetItemString(globals, "__name__");
    if (found.module == NULL || name == NULL) {
        PyErr_SetString(PyExc_ImportError, "the executable has no module encodings");
        return NULL;
    }
    if (adopt(state, globals, name, found) < 0) {
        return NULL;
    }
    PyObject *code = jox_get_code(state, found.module);
    PyObject *result = code == NULL ? NULL : PyEval_EvalCode(code, globals, globals);
    Py_XDECREF(code);
    return result;
}
