#include <string.h>

#include "jox.h"

/* The module that a method's argument names, or null with an ImportError set. */
static struct jox_found find_named(PyObject *self, PyObject *name) {
    const struct pack_module *bound = ((struct jox_importer *)self)->bound;
    if (bound != NULL) {
        return (struct jox_found){bound, bound->is_package};
    }
    Py_ssize_t length;
    const char *text = PyUnicode_AsUTF8AndSize(name, &length);
    if (text == NULL) {
        return (struct jox_found){NULL, 0};
    }
    struct jox_found found = jox_find(text, (size_t)length);
    if (found.module == NULL) {
        PyObject *message = PyUnicode_FromFormat("no module named %R in the executable", name);
        if (message != NULL) {
            PyErr_SetImportError(message, name, NULL);
            Py_DECREF(message);
        }
    }
    return found;
}

/* Whether `path` is what the package's __path__ was when it was imported, as far as its first entry goes. */
static int is_own_path(PyObject *path, const char *name, size_t length) {
    while (length > 0 && name[length - 1] != '.') {
        length--;
    }
    if (length == 0 || !PyList_Check(path) || PyList_GET_SIZE(path) == 0) {
        return 0;
    }
    PyObject *entry = PyList_GET_ITEM(path, 0);
    const struct pack_module *package = pack_find_module(&jox.pack, name, length - 1);
    if (package == NULL || !PyUnicode_Check(entry)) {
        return 0;
    }
    PyObject *location = jox_module_location(package);
    if (location == NULL) {
        return -1;
    }
    int same = PyUnicode_Compare(location, entry) == 0;
    Py_DECREF(location);
    return same;
}

PyDoc_STRVAR(find_spec_doc, "find_spec(name, path=None, target=None) -> spec of a packed or built-in module, or None");

static PyObject *find_spec(PyObject *self, PyObject *const *arguments, Py_ssize_t count, PyObject *keywords) {
    struct jox_state *state = jox_state_of(self);
    Py_ssize_t total = count + (keywords == NULL ? 0 : PyTuple_GET_SIZE(keywords));
    if (count < 1 || total > 3 || !PyUnicode_Check(arguments[0])) {
        PyErr_SetString(PyExc_TypeError, "find_spec() takes a name, and optionally a path and a target");
        return NULL;
    }
    PyObject *name = arguments[0];
    PyObject *path = count > 1 ? arguments[1] : Py_None;
    for (Py_ssize_t i = count; i < total; i++) {
        if (PyUnicode_CompareWithASCIIString(PyTuple_GET_ITEM(keywords, i - count), "path") == 0) {
            path = arguments[i];
        }
    }
    Py_ssize_t length;
    const char *text = PyUnicode_AsUTF8AndSize(name, &length);
    if (text == NULL) {
        PyErr_Clear(); /* a lone surrogate: no packed module has such a name */
        Py_RETURN_NONE;
    }
    struct jox_found found = jox_find(text, (size_t)length);
    if (path == Py_None) {
        if (jox_is_builtin(text) && (found.module == NULL || found.module->kind != PACK_BUILTIN)) {
            PyObject *call[] = {name, state->builtin_importer, state->origin, Py_False};
            PyObject *origin = PyUnicode_InternFromString("built-in");
            call[2] = origin;
            PyObject *spec =
                origin == NULL ? NULL : PyObject_Vectorcall(state->spec_type, call, 2, state->spec_keywords);
            Py_XDECREF(origin);
            return spec;
        }
        if (found.is_package) {
            PyObject *spec = jox_find_in_itself(state, name);
            if (spec != Py_None) {
                return spec;
            }
            Py_DECREF(spec);
        }
    } else if (found.module != NULL) {
        int own = is_own_path(path, text, (size_t)length);
        if (own < 0) {
            return NULL;
        }
        if (!own) {
            found.module = NULL; /* other finders look where the package says */
        }
    }
    if (found.module == NULL) {
        Py_RETURN_NONE;
    }
    return jox_spec_new(state, name, found.module, found.is_package, self);
}

PyDoc_STRVAR(create_module_doc, "create_module(spec) -> an extension module, or None for the usual kind of module");

static PyObject *create_module(PyObject *self, PyObject *spec) {
    struct jox_state *state = jox_state_of(self);
    PyObject *name = PyObject_GetAttr(spec, state->name);
    if (name == NULL) {
        return NULL;
    }
    struct jox_found found = find_named(self, name);
    Py_DECREF(name);
    if (found.module == NULL) {
        return NULL;
    }
    if (found.module->kind == PACK_EXTENSION || found.module->kind == PACK_BUILTIN) {
        return jox_create_extension(state, spec, found.module);
    }
    Py_RETURN_NONE;
}

static int exec_python(struct jox_state *state, PyObject *module, const struct pack_module *packed) {
    PyObject *namespace = PyModule_Check(module) ? PyModule_GetDict(module) : NULL;
    if (namespace == NULL) {
        PyErr_SetString(PyExc_TypeError, "not a module");
        return -1;
    }
    PyObject *code = jox_get_code(state, packed);
    if (code == NULL) {
        return -1;
    }
    PyObject *arguments[] = {state->exec, code, namespace};
    PyObject *result = PyObject_Vectorcall(state->run_hidden, arguments, 3, NULL);
    Py_DECREF(code);
    Py_XDECREF(result);
    return result == NULL ? -1 : 0;
}

PyDoc_STRVAR(exec_module_doc, "exec_module(module): run the module's code in it");

static PyObject *exec_module(PyObject *self, PyObject *module) {
    struct jox_state *state = jox_state_of(self);
    PyObject *spec = PyObject_GetAttrString(module, "__spec__");
    PyObject *name = spec == NULL ? NULL : PyObject_GetAttr(spec, state->name);
    Py_XDECREF(spec);
    if (name == NULL) {
        return NULL;
    }
    struct jox_found found = find_named(self, name);
    Py_DECREF(name);
    if (found.module == NULL) {
        return NULL;
    }
    int result = 0;
    jox_import_begins(state);
    switch (found.module->kind) {
    case PACK_PYTHON:
        result = exec_python(state, module, found.module);
        break;
    case PACK_EXTENSION:
    case PACK_BUILTIN:
        result = jox_exec_extension(state, module, found.module);
        break;
    case PACK_NAMESPACE:
        result = PyObject_SetAttr(module, state->file, Py_None); /* as importlib does */
        break;
    }
    if (result == 0) {
        result = jox_patch(state, found.module, module);
    }
    jox_import_ends(state);
    return result < 0 ? NULL : Py_NewRef(Py_None);
}

PyDoc_STRVAR(get_code_doc, "get_code(name) -> code of a module, None for an extension module");

static PyObject *get_code(PyObject *self, PyObject *name) {
    struct jox_found found = find_named(self, name);
    if (found.module == NULL) {
        return NULL;
    }
    if (found.module->kind == PACK_NAMESPACE) {
        return Py_CompileString("", "<string>", Py_file_input);
    }
    if (found.module->kind != PACK_PYTHON) {
        Py_RETURN_NONE;
    }
    return jox_get_code(jox_state_of(self), found.module);
}

PyDoc_STRVAR(get_source_doc, "get_source(name) -> source of a module, None where there is none");

static PyObject *get_source(PyObject *self, PyObject *name) {
    struct jox_found found = find_named(self, name);
    if (found.module == NULL) {
        return NULL;
    }
    if (found.module->kind == PACK_NAMESPACE) {
        return PyUnicode_FromString("");
    }
    if (found.module->kind != PACK_PYTHON) {
        Py_RETURN_NONE;
    }
    return jox_get_source(found.module);
}

PyDoc_STRVAR(get_filename_doc, "get_filename(name) -> what __file__ of the module is");

static PyObject *get_filename(PyObject *self, PyObject *name) {
    struct jox_found found = find_named(self, name);
    if (found.module == NULL) {
        return NULL;
    }
    if (found.module->kind != PACK_PYTHON && found.module->kind != PACK_EXTENSION) {
        return PyErr_Format(PyExc_ImportError, "module %R has no file", name);
    }
    return jox_module_file(found.module);
}

PyDoc_STRVAR(is_package_doc, "is_package(name) -> whether the module is a package");

static PyObject *is_package(PyObject *self, PyObject *name) {
    struct jox_found found = find_named(self, name);
    return found.module == NULL ? NULL : PyBool_FromLong(found.is_package);
}

PyDoc_STRVAR(get_data_doc, "get_data(path) -> bytes of the file, in memory or not");

static PyObject *get_data(PyObject *Py_UNUSED(self), PyObject *path) {
    PyObject *text = PyOS_FSPath(path);
    if (text != NULL && !PyUnicode_Check(text)) {
        Py_SETREF(text, PyUnicode_DecodeFSDefault(PyBytes_AS_STRING(text)));
    }
    PyObject *bytes = text == NULL ? NULL : jox_read_path(text);
    Py_XDECREF(text);
    return bytes;
}

PyDoc_STRVAR(iter_modules_doc, "iter_modules(prefix='') -> (name, is package) of every packed top-level module");

static PyObject *iter_modules(PyObject *Py_UNUSED(self), PyObject *arguments) {
    PyObject *prefix = NULL;
    if (!PyArg_ParseTuple(arguments, "|U:iter_modules", &prefix)) {
        return NULL;
    }
    return jox_iter_modules("", 0, prefix);
}

/* Calls a function of the runtime's Python part. */
static PyObject *call_python(const char *module_name, const char *function, PyObject *self, PyObject *argument) {
    PyObject *module = PyImport_ImportModule(module_name);
    PyObject *result = module == NULL ? NULL : PyObject_CallMethod(module, function, "OO", self, argument);
    Py_XDECREF(module);
    return result;
}

PyDoc_STRVAR(get_resource_reader_doc, "get_resource_reader(name) -> reader of the files of a package");

static PyObject *get_resource_reader(PyObject *self, PyObject *name) {
    struct jox_found found = find_named(self, name);
    if (found.module == NULL) {
        return NULL;
    }
    if (!found.is_package) {
        Py_RETURN_NONE;
    }
    PyObject *location = jox_module_location(found.module);
    if (location == NULL) {
        return NULL;
    }
    PyObject *reader = call_python("_joxlib.resources", "reader", name, location);
    Py_DECREF(location);
    return reader;
}

PyDoc_STRVAR(find_distributions_doc, "find_distributions(context) -> packed distributions, for importlib.metadata");

static PyObject *find_distributions(PyObject *self, PyObject *arguments) {
    PyObject *context = Py_None;
    if (!PyArg_ParseTuple(arguments, "|O:find_distributions", &context)) {
        return NULL;
    }
    return call_python("_joxlib.metadata", "find_distributions", self, context);
}

static PyObject *invalidate_caches(PyObject *Py_UNUSED(self), PyObject *Py_UNUSED(none)) {
    Py_RETURN_NONE; /* what is packed does not change */
}

static PyObject *importer_repr(PyObject *self) {
    const struct pack_module *bound = ((struct jox_importer *)self)->bound;
    if (bound != NULL) {
        return PyUnicode_FromFormat("<jox importer of %s>", pack_string(&jox.pack, bound->name));
    }
    return PyUnicode_FromString("<jox importer>");
}

static void importer_dealloc(PyObject *self) {
    PyTypeObject *type = Py_TYPE(self);
    PyObject_Free(self);
    Py_DECREF(type);
}

static PyMethodDef importer_methods[] = {
    {"find_spec", (PyCFunction)(void (*)(void))find_spec, METH_FASTCALL | METH_KEYWORDS, find_spec_doc},
    {"create_module", create_module, METH_O, create_module_doc},
    {"exec_module", exec_module, METH_O, exec_module_doc},
    {"get_code", get_code, METH_O, get_code_doc},
    {"get_source", get_source, METH_O, get_source_doc},
    {"get_filename", get_filename, METH_O, get_filename_doc},
    {"is_package", is_package, METH_O, is_package_doc},
    {"get_data", get_data, METH_O, get_data_doc},
    {"iter_modules", iter_modules, METH_VARARGS, iter_modules_doc},
    {"get_resource_reader", get_resource_reader, METH_O, get_resource_reader_doc},
    {"find_distributions", find_distributions, METH_VARARGS, find_distributions_doc},
    {"invalidate_caches", invalidate_caches, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot importer_slots[] = {
    {Py_tp_doc, "Finds and loads what the executable carries."},
    {Py_tp_methods, importer_methods},
    {Py_tp_repr, importer_repr},
    {Py_tp_dealloc, importer_dealloc},
    {0, NULL},
};

PyType_Spec jox_importer_spec = {
    .name = "_jox.Importer",
    .basicsize = sizeof(struct jox_importer),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = importer_slots,
};

PyObject *jox_importer_new(struct jox_state *state, const struct pack_module *bound) {
    struct jox_importer *importer = PyObject_New(struct jox_importer, state->importer_type);
    if (importer != NULL) {
        importer->bound = bound;
    }
    return (PyObject *)importer;
}
