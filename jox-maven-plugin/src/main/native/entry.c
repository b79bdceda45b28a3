#include <string.h>

#include "jox.h"

/* A finder for one entry of a search path, as PathFinder and pkgutil want it. */
struct entry {
    PyObject_HEAD
    PyObject *path;
};

/*
 * The dotted name of the package whose folder the path is, in `name`; empty for the root itself. Its length, or -1
 * (without an exception) when the path is not below the root or no package can be there.
 */
static Py_ssize_t package_of(PyObject *path, char *name, size_t capacity) {
    Py_ssize_t size;
    const char *text = PyUnicode_AsUTF8AndSize(path, &size);
    if (text == NULL) {
        PyErr_Clear();
        return -1;
    }
    Py_ssize_t length = jox_below_root(text, (size_t)size, name, capacity);
    while (length > 0 && name[length - 1] == '/') {
        length--;
    }
    if (length > 0 && memchr(name, '.', (size_t)length) != NULL) {
        return -1;
    }
    for (Py_ssize_t i = 0; i < length; i++) {
        name[i] = name[i] == '/' ? '.' : name[i];
    }
    return length;
}

enum { NAME_CAPACITY = 1024 };

/* The spec of the module of that leaf below the path, which is an entry of a search path, or None. */
static PyObject *find_below(struct jox_state *state, PyObject *path, PyObject *fullname) {
    char name[NAME_CAPACITY];
    Py_ssize_t package = package_of(path, name, sizeof name);
    Py_ssize_t full_length;
    const char *full = PyUnicode_AsUTF8AndSize(fullname, &full_length);
    if (full == NULL) {
        return NULL;
    }
    const char *dot = strrchr(full, '.');
    const char *leaf = dot != NULL ? dot + 1 : full;
    size_t leaf_length = strlen(leaf);
    if (package < 0 || (size_t)package + 1 + leaf_length > sizeof name) {
        Py_RETURN_NONE;
    }
    size_t length = (size_t)package;
    if (length > 0) {
        name[length++] = '.';
    }
    memcpy(name + length, leaf, leaf_length);
    length += leaf_length;
    struct jox_found found = jox_find(name, length);
    if (found.module == NULL || found.module->kind == PACK_BUILTIN) {
        Py_RETURN_NONE;
    }
    if (found.module->kind == PACK_NAMESPACE) {
        return jox_spec_new(state, fullname, found.module, 1, Py_None); /* a portion, for PathFinder to collect */
    }
    int same_name = (size_t)full_length == length && memcmp(full, name, length) == 0;
    PyObject *loader = same_name ? Py_NewRef(state->importer) : jox_importer_new(state, found.module);
    PyObject *spec =
        loader == NULL ? NULL : jox_spec_new(state, fullname, found.module, found.is_package, loader);
    Py_XDECREF(loader);
    return spec;
}

PyDoc_STRVAR(find_spec_doc, "find_spec(name, target=None) -> spec of the module of that leaf below this entry, or None");

static PyObject *entry_find_spec(PyObject *self, PyObject *arguments) {
    PyObject *fullname;
    PyObject *target = NULL;
    if (!PyArg_ParseTuple(arguments, "U|O:find_spec", &fullname, &target)) {
        return NULL;
    }
    return find_below(jox_state_of(self), ((struct entry *)self)->path, fullname);
}

PyObject *jox_find_in_itself(struct jox_state *state, PyObject *name) {
    PyObject *path = PySys_GetObject("path");
    Py_ssize_t count = path != NULL && PyList_Check(path) ? PyList_GET_SIZE(path) : 0;
    Py_ssize_t length;
    const char *text = PyUnicode_AsUTF8AndSize(name, &length);
    if (text == NULL) {
        return NULL;
    }
    for (Py_ssize_t i = 0; i < count; i++) {
        PyObject *entry = PyList_GET_ITEM(path, i);
        char package[NAME_CAPACITY];
        Py_ssize_t package_length = PyUnicode_Check(entry) ? package_of(entry, package, sizeof package) : -1;
        if (package_length >= length && memcmp(package, text, (size_t)length) == 0
            && (package_length == length || package[length] == '.')) {
            PyObject *spec = find_below(state, entry, name);
            if (spec != Py_None) {
                return spec;
            }
            Py_DECREF(spec);
        }
    }
    Py_RETURN_NONE;
}

PyObject *jox_iter_modules(const char *package, size_t length, PyObject *prefix) {
    PyObject *list = PyList_New(0);
    for (uint32_t i = pack_first_module(&jox.pack, package, length); list != NULL && i < jox.pack.module_count; i++) {
        const struct pack_module *module = &jox.pack.modules[i];
        const char *name = pack_string(&jox.pack, module->name);
        if (strncmp(name, package, length) != 0) {
            break;
        }
        if (length > 0) {
            if (name[length] != '.') {
                continue;
            }
            name += length + 1;
        }
        if (module->kind == PACK_NAMESPACE || strchr(name, '.') != NULL || name[0] == '\0') {
            continue;
        }
        PyObject *full = prefix != NULL ? PyUnicode_FromFormat("%U%s", prefix, name) : PyUnicode_FromString(name);
        PyObject *item = full == NULL ? NULL : PyTuple_Pack(2, full, module->is_package ? Py_True : Py_False);
        if (item == NULL || PyList_Append(list, item) < 0) {
            Py_CLEAR(list);
        }
        Py_XDECREF(item);
        Py_XDECREF(full);
    }
    return list;
}

PyDoc_STRVAR(iter_modules_doc, "iter_modules(prefix='') -> (name, is package) of every module below this entry");

static PyObject *entry_iter_modules(PyObject *self, PyObject *arguments) {
    PyObject *prefix = NULL;
    if (!PyArg_ParseTuple(arguments, "|U:iter_modules", &prefix)) {
        return NULL;
    }
    char name[NAME_CAPACITY];
    Py_ssize_t package = package_of(((struct entry *)self)->path, name, sizeof name - 1);
    if (package < 0) {
        return PyList_New(0);
    }
    name[package] = '\0';
    return jox_iter_modules(name, (size_t)package, prefix);
}

static PyObject *invalidate_caches(PyObject *Py_UNUSED(self), PyObject *Py_UNUSED(none)) {
    Py_RETURN_NONE;
}

static PyObject *entry_path(PyObject *self, void *Py_UNUSED(closure)) {
    return Py_NewRef(((struct entry *)self)->path);
}

static PyObject *entry_repr(PyObject *self) {
    return PyUnicode_FromFormat("<jox finder of %R>", ((struct entry *)self)->path);
}

static void entry_dealloc(PyObject *self) {
    PyTypeObject *type = Py_TYPE(self);
    Py_XDECREF(((struct entry *)self)->path);
    PyObject_Free(self);
    Py_DECREF(type);
}

static PyMethodDef entry_methods[] = {
    {"find_spec", entry_find_spec, METH_VARARGS, find_spec_doc},
    {"iter_modules", entry_iter_modules, METH_VARARGS, iter_modules_doc},
    {"invalidate_caches", invalidate_caches, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyGetSetDef entry_attributes[] = {
    {"path", entry_path, NULL, "the entry of the search path", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyType_Slot entry_slots[] = {
    {Py_tp_doc, "Finds packed modules below one entry of a search path."},
    {Py_tp_methods, entry_methods},
    {Py_tp_getset, entry_attributes},
    {Py_tp_repr, entry_repr},
    {Py_tp_dealloc, entry_dealloc},
    {0, NULL},
};

PyType_Spec jox_entry_spec = {
    .name = "_jox.PathEntryFinder",
    .basicsize = sizeof(struct entry),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = entry_slots,
};

PyObject *jox_path_hook(PyObject *module, PyObject *path) {
    struct jox_state *state = jox_state_of_module(module);
    char name[NAME_CAPACITY];
    if (!PyUnicode_Check(path) || package_of(path, name, sizeof name) < 0) {
        PyErr_SetString(PyExc_ImportError, "not a path inside the executable");
        return NULL;
    }
    struct entry *entry = PyObject_New(struct entry, state->entry_type);
    if (entry != NULL) {
        entry->path = Py_NewRef(path);
    }
    return (PyObject *)entry;
}
