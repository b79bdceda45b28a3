#include <string.h>

#include "jox.h"

static int is_separator(char c) {
    return c == '/' || c == JOX_SEPARATOR[0];
}

void jox_to_native(char *path, size_t length) {
    if (JOX_SEPARATOR[0] != '/') {
        for (size_t i = 0; i < length; i++) {
            path[i] = path[i] == '/' ? JOX_SEPARATOR[0] : path[i];
        }
    }
}

/* Whether the path starts with the root, whichever separators it has. */
static int starts_with_root(const char *path) {
    static const char ROOT[] = JOX_ROOT;
    for (size_t i = 0; i < sizeof ROOT - 1; i++) {
        if (path[i] != ROOT[i] && !(is_separator(path[i]) && is_separator(ROOT[i]))) {
            return 0;
        }
    }
    return 1;
}

Py_ssize_t jox_below_root(const char *path, size_t length, char *buffer, size_t capacity) {
    static const size_t ROOT = sizeof JOX_ROOT - 1;
    if (length < ROOT || !starts_with_root(path) || (length > ROOT && !is_separator(path[ROOT]))) {
        return -1;
    }
    path += ROOT;
    length -= ROOT;
    if (length > 0) {
        path++;
        length--;
    }
    if (length >= capacity) {
        return -1;
    }
    for (size_t i = 0; i < length; i++) {
        buffer[i] = is_separator(path[i]) ? '/' : path[i];
    }
    buffer[length] = '\0';
    return pack_normalize(buffer);
}

PyObject *jox_beside(const char *place, size_t length) {
    const char *folder = jox_folder();
    if (folder == NULL) {
        return PyErr_SetFromErrnoWithFilename(PyExc_OSError, jox.executable);
    }
    char native[JOX_PATH_CAPACITY];
    if (length >= sizeof native) {
        return PyErr_NoMemory();
    }
    memcpy(native, place, length);
    jox_to_native(native, length);
    PyObject *base = PyUnicode_DecodeFSDefault(folder);
    PyObject *below = PyUnicode_DecodeUTF8(native, (Py_ssize_t)length, "surrogateescape");
    PyObject *path =
        base == NULL || below == NULL ? NULL : PyUnicode_FromFormat("%U%s%U", base, JOX_SEPARATOR, below);
    Py_XDECREF(below);
    Py_XDECREF(base);
    return path;
}
