#include <errno.h>
#include <string.h>

#include "jox.h"

PyObject *jox_read_blob(uint32_t blob) {
    const struct pack_blob *entry = &jox.pack.blobs[blob];
    PyObject *bytes = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)entry->unpacked_size);
    if (bytes != NULL && pack_unpack(&jox.pack, entry, (unsigned char *)PyBytes_AS_STRING(bytes)) < 0) {
        Py_CLEAR(bytes);
        errno = EIO;
        PyErr_SetFromErrno(PyExc_OSError);
    }
    return bytes;
}

/* Where a file beside the executable is. */
static PyObject *placed(struct pack_text place) {
    return jox_beside(pack_string(&jox.pack, place), place.length);
}

static PyObject *read_file(PyObject *path) {
    PyObject *io = PyImport_ImportModule("_io");
    PyObject *file = io == NULL ? NULL : PyObject_CallMethod(io, "open", "Os", path, "rb");
    Py_XDECREF(io);
    if (file == NULL) {
        return NULL;
    }
    PyObject *bytes = PyObject_CallMethod(file, "read", NULL);
    PyObject *error_type, *error, *traceback;
    PyErr_Fetch(&error_type, &error, &traceback);
    PyObject *closed = PyObject_CallMethod(file, "close", NULL);
    Py_XDECREF(closed);
    Py_DECREF(file);
    if (error_type != NULL) {
        PyErr_Restore(error_type, error, traceback);
    } else if (closed == NULL) {
        Py_CLEAR(bytes);
    }
    return bytes;
}

static PyObject *os_error(int number, PyObject *path) {
    errno = number;
    return PyErr_SetFromErrnoWithFilenameObject(PyExc_OSError, path);
}

PyObject *jox_read_path(PyObject *path) {
    Py_ssize_t length;
    const char *text = PyUnicode_AsUTF8AndSize(path, &length);
    if (text == NULL) {
        return NULL;
    }
    char below[JOX_PATH_CAPACITY];
    Py_ssize_t below_length = jox_below_root(text, (size_t)length, below, sizeof below);
    if (below_length < 0) {
        return read_file(path);
    }
    const struct pack_node *node = pack_find_node(&jox.pack, below, (size_t)below_length);
    if (node == NULL) {
        return os_error(ENOENT, path);
    }
    if (node->kind != PACK_FILE) {
        return os_error(EISDIR, path);
    }
    if (node->blob != PACK_NONE) {
        return jox_read_blob(node->blob);
    }
    PyObject *file = placed(node->place);
    PyObject *bytes = file == NULL ? NULL : read_file(file);
    Py_XDECREF(file);
    return bytes;
}

PyDoc_STRVAR(node_doc, "node(path) -> number of the file or folder at the path below the root, or None");

static PyObject *data_node(PyObject *Py_UNUSED(module), PyObject *path) {
    Py_ssize_t length;
    const char *text = PyUnicode_AsUTF8AndSize(path, &length);
    if (text == NULL) {
        return NULL;
    }
    const struct pack_node *node = pack_find_node(&jox.pack, text, (size_t)length);
    if (node == NULL) {
        Py_RETURN_NONE;
    }
    return PyLong_FromLong(node - jox.pack.nodes);
}

/* The node of that number, or null with an exception set. */
static const struct pack_node *numbered(PyObject *number) {
    unsigned long index = PyLong_AsUnsignedLong(number);
    if (PyErr_Occurred()) {
        return NULL;
    }
    if (index >= jox.pack.node_count) {
        PyErr_SetString(PyExc_IndexError, "no such file or folder");
        return NULL;
    }
    return &jox.pack.nodes[index];
}

PyDoc_STRVAR(children_doc, "children(node) -> [(name, node), ...] of what is in the folder, in the order of names");

static PyObject *data_children(PyObject *Py_UNUSED(module), PyObject *number) {
    const struct pack_node *folder = numbered(number);
    if (folder == NULL) {
        return NULL;
    }
    PyObject *list = PyList_New(folder->child_count);
    for (uint32_t i = 0; list != NULL && i < folder->child_count; i++) {
        const struct pack_node *child = &jox.pack.nodes[folder->first_child + i];
        PyObject *item = Py_BuildValue("s#l", pack_node_name(&jox.pack, child), (Py_ssize_t)child->name_length,
                                       (long)(folder->first_child + i));
        if (item == NULL) {
            Py_CLEAR(list);
        } else {
            PyList_SET_ITEM(list, i, item);
        }
    }
    return list;
}

PyDoc_STRVAR(is_file_doc, "is_file(node) -> whether it is a file, not a folder");

static PyObject *data_is_file(PyObject *Py_UNUSED(module), PyObject *number) {
    const struct pack_node *node = numbered(number);
    return node == NULL ? NULL : PyBool_FromLong(node->kind == PACK_FILE);
}

PyDoc_STRVAR(place_doc, "place(node) -> path of the file that lies beside the executable, or None for one in memory");

static PyObject *data_place(PyObject *Py_UNUSED(module), PyObject *number) {
    const struct pack_node *node = numbered(number);
    if (node == NULL) {
        return NULL;
    }
    if (node->place.length == 0) {
        Py_RETURN_NONE;
    }
    return placed(node->place);
}

PyDoc_STRVAR(read_doc, "read(node) -> bytes of a file in memory");

static PyObject *data_read(PyObject *Py_UNUSED(module), PyObject *number) {
    const struct pack_node *node = numbered(number);
    if (node == NULL) {
        return NULL;
    }
    if (node->blob == PACK_NONE) {
        PyErr_SetString(PyExc_ValueError, "not a file in memory");
        return NULL;
    }
    return jox_read_blob(node->blob);
}

PyDoc_STRVAR(size_doc, "size(node) -> how many bytes a file in memory has");

static PyObject *data_size(PyObject *Py_UNUSED(module), PyObject *number) {
    const struct pack_node *node = numbered(number);
    if (node == NULL) {
        return NULL;
    }
    if (node->blob == PACK_NONE) {
        PyErr_SetString(PyExc_ValueError, "not a file in memory");
        return NULL;
    }
    return PyLong_FromUnsignedLongLong(jox.pack.blobs[node->blob].unpacked_size);
}

PyMethodDef jox_data_methods[] = {
    {"node", data_node, METH_O, node_doc},
    {"children", data_children, METH_O, children_doc},
    {"is_file", data_is_file, METH_O, is_file_doc},
    {"place", data_place, METH_O, place_doc},
    {"read", data_read, METH_O, read_doc},
    {"size", data_size, METH_O, size_doc},
    {NULL, NULL, 0, NULL},
};
