/*
 * Packages find data files by their own __file__ and open them by name: open(os.path.join(os.path.dirname(__file__), "x")).
 * Modules in memory have names below JOX_ROOT, where the operating system has nothing. So open() and the functions of os that
 * such code calls are wrapped: a path below the root is answered by _joxlib.files, any other by the function itself.
 */
#include <string.h>

#include "jox.h"

static int is_separator(Py_UCS4 character) {
    return character == '/' || character == (Py_UCS4)JOX_SEPARATOR[0];
}

static int is_below_root(PyObject *path) {
    const Py_ssize_t length = sizeof JOX_ROOT - 1;
    if (PyUnicode_Check(path)) {
        if (PyUnicode_GET_LENGTH(path) < length) {
            return 0;
        }
        for (Py_ssize_t i = 0; i < length; i++) {
            Py_UCS4 character = PyUnicode_READ_CHAR(path, i);
            Py_UCS4 wanted = (Py_UCS4)JOX_ROOT[i];
            if (character != wanted && !(is_separator(character) && is_separator(wanted))) {
                return 0;
            }
        }
        return PyUnicode_GET_LENGTH(path) == length || is_separator(PyUnicode_READ_CHAR(path, length));
    }
    return PyBytes_Check(path) && PyBytes_GET_SIZE(path) >= length
           && memcmp(PyBytes_AS_STRING(path), JOX_ROOT, (size_t)length) == 0;
}

static int concerns_root(PyObject *path) {
    if (PyUnicode_Check(path) || PyBytes_Check(path) || PyLong_Check(path) || path == Py_None) {
        return is_below_root(path);
    }
    PyObject *text = PyOS_FSPath(path);
    if (text == NULL) { /* the function itself says what is wrong with it */
        PyErr_Clear();
        return 0;
    }
    int result = is_below_root(text);
    Py_DECREF(text);
    return result;
}

/* What every one of these functions takes first, by place or by name; null where it is left out. */
static PyObject *path_of(PyObject *const *arguments, Py_ssize_t count, PyObject *names) {
    if (count > 0) {
        return arguments[0];
    }
    for (Py_ssize_t i = 0; names != NULL && i < PyTuple_GET_SIZE(names); i++) {
        PyObject *name = PyTuple_GET_ITEM(names, i);
        if (PyUnicode_CompareWithASCIIString(name, "file") == 0
            || PyUnicode_CompareWithASCIIString(name, "path") == 0) {
            return arguments[i];
        }
    }
    return NULL;
}

/* `self` has the function itself and the name of the one in _joxlib.files. */
static PyObject *call(PyObject *self, PyObject *const *arguments, Py_ssize_t count, PyObject *names) {
    PyObject *path = path_of(arguments, count, names);
    if (path == NULL || !concerns_root(path)) {
        return PyObject_Vectorcall(PyTuple_GET_ITEM(self, 0), arguments, (size_t)count, names);
    }
    PyObject *files = PyImport_ImportModule("_joxlib.files");
    PyObject *function = files == NULL ? NULL : PyObject_GetAttr(files, PyTuple_GET_ITEM(self, 1));
    PyObject *result = function == NULL ? NULL : PyObject_Vectorcall(function, arguments, (size_t)count, names);
    Py_XDECREF(function);
    Py_XDECREF(files);
    return result;
}

#define WRAPPER(name, signature)                                                                                       \
    {name, (PyCFunction)(void (*)(void))call, METH_FASTCALL | METH_KEYWORDS,                                           \
     PyDoc_STR(name signature "\n--\n\nAs ever, and for files inside the executable.")}

static PyMethodDef open_wrapper =
    WRAPPER("open", "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)");

static PyMethodDef os_wrappers[] = {
    WRAPPER("stat", "(path, *, dir_fd=None, follow_symlinks=True)"),
    WRAPPER("lstat", "(path, *, dir_fd=None)"),
    WRAPPER("access", "(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)"),
    WRAPPER("listdir", "(path=None)"),
    WRAPPER("scandir", "(path=None)"),
    WRAPPER("add_dll_directory", "(path)"), /* wheels that bring DLLs call it; there on Windows only */
    WRAPPER("listxattr", "(path=None, *, follow_symlinks=True)"), /* shutil asks for them; not on all systems */
};

/* The wrapper that took the place of the module's function, or null. */
static PyObject *wrap(PyObject *module, PyMethodDef *wrapper, const char *module_name) {
    PyObject *function = PyObject_GetAttrString(module, wrapper->ml_name);
    PyObject *self = function == NULL ? NULL : Py_BuildValue("(Ns)", function, wrapper->ml_name);
    PyObject *name = self == NULL ? NULL : PyUnicode_FromString(module_name);
    PyObject *wrapped = name == NULL ? NULL : PyCFunction_NewEx(wrapper, self, name);
    if (wrapped != NULL && PyObject_SetAttrString(module, wrapper->ml_name, wrapped) < 0) {
        Py_CLEAR(wrapped);
    }
    Py_XDECREF(name);
    Py_XDECREF(self);
    return wrapped;
}

/* os says in sets which of its functions have which abilities; shutil and others look functions up there. */
static int keep_abilities(PyObject *os, PyObject *wrapped) {
    static const char *const SETS[] = {"supports_fd", "supports_dir_fd", "supports_follow_symlinks",
                                       "supports_effective_ids"};
    PyObject *function = PyTuple_GET_ITEM(PyCFunction_GET_SELF(wrapped), 0);
    for (size_t i = 0; i < sizeof SETS / sizeof SETS[0]; i++) {
        PyObject *set = PyObject_GetAttrString(os, SETS[i]);
        int has = set == NULL ? -1 : PySet_Contains(set, function);
        int failed = has < 0 || (has > 0 && PySet_Add(set, wrapped) < 0);
        Py_XDECREF(set);
        if (failed) {
            return -1;
        }
    }
    return 0;
}

int jox_wrap_open(void) {
    PyObject *io = PyImport_ImportModule("_io");
    PyObject *wrapped = io == NULL ? NULL : wrap(io, &open_wrapper, "_io");
    int failed = wrapped == NULL;
    Py_XDECREF(wrapped);
    Py_XDECREF(io);
    return failed ? -1 : 0;
}

#ifdef _WIN32
/* Since Python 3.12 some functions of os.path ask Windows themselves; those that ask os.stat() are still there. */
static int ask_stat(PyObject *os) {
    static const char *const NAMES[] = {"exists", "lexists", "isfile", "isdir"};
    PyObject *path = PyObject_GetAttrString(os, "path");
    PyObject *generic = path == NULL ? NULL : PyImport_ImportModule("genericpath");
    int failed = generic == NULL;
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0] && !failed; i++) {
        if (PyObject_HasAttrString(generic, NAMES[i])) {
            PyObject *function = PyObject_GetAttrString(generic, NAMES[i]);
            failed = function == NULL || PyObject_SetAttrString(path, NAMES[i], function) < 0;
            Py_XDECREF(function);
        }
    }
    Py_XDECREF(generic);
    Py_XDECREF(path);
    return failed ? -1 : 0;
}
#else
static int ask_stat(PyObject *Py_UNUSED(os)) {
    return 0;
}
#endif

int jox_wrap_os(PyObject *os) {
    if (ask_stat(os) < 0) {
        return -1;
    }
    for (size_t i = 0; i < sizeof os_wrappers / sizeof os_wrappers[0]; i++) {
        if (!PyObject_HasAttrString(os, os_wrappers[i].ml_name)) {
            continue;
        }
        PyObject *wrapped = wrap(os, &os_wrappers[i], "posix");
        int failed = wrapped == NULL || keep_abilities(os, wrapped) < 0;
        Py_XDECREF(wrapped);
        if (failed) {
            return -1;
        }
    }
    return 0;
}
