#include <string.h>

#include "jox.h"

/* A library that is being loaded may open others by itself, in its thread. */
static unsigned long loader;
static int depth;

void jox_begin_loading(void) {
    if (__atomic_load_n(&loader, __ATOMIC_RELAXED) == PyThread_get_thread_ident()) {
        depth++;
        return;
    }
    if (!PyThread_acquire_lock(jox.load_lock, NOWAIT_LOCK)) {
        Py_BEGIN_ALLOW_THREADS
        PyThread_acquire_lock(jox.load_lock, WAIT_LOCK);
        Py_END_ALLOW_THREADS
    }
    __atomic_store_n(&loader, PyThread_get_thread_ident(), __ATOMIC_RELAXED);
}

void jox_end_loading(void) {
    if (depth > 0) {
        depth--;
        return;
    }
    __atomic_store_n(&loader, 0, __ATOMIC_RELAXED);
    PyThread_release_lock(jox.load_lock);
}

uint32_t jox_library_named(const char *name) {
    char below[JOX_PATH_CAPACITY];
    int is_path = jox_below_root(name, strlen(name), below, sizeof below) > 0;
    for (uint32_t i = 0; i < jox.pack.library_count; i++) {
        const struct pack_library *library = &jox.pack.libraries[i];
        const char *own = pack_string(&jox.pack, is_path ? library->path : library->soname);
        if (is_path ? strcmp(below, own) == 0 : JOX_COMPARE_NAMES(name, own) == 0) {
            return i;
        }
    }
    return PACK_NONE;
}

PyDoc_STRVAR(library_doc, "library(name) -> what dlopen() finds the carried library of that name or path by, or None");

static PyObject *library(PyObject *module, PyObject *name) {
    const char *text = PyUnicode_AsUTF8(name);
    if (text == NULL) {
        return NULL;
    }
    uint32_t index = jox_library_named(text);
    if (index == PACK_NONE) {
        Py_RETURN_NONE;
    }
    const char *path = jox_load_library(jox_state_of_module(module), index);
    return path == NULL ? NULL : PyUnicode_DecodeFSDefault(path);
}

PyDoc_STRVAR(libraries_doc, "libraries() -> names of the carried shared libraries");

static PyObject *libraries(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(none)) {
    PyObject *list = PyList_New(0);
    for (uint32_t i = 0; list != NULL && i < jox.pack.library_count; i++) {
        const struct pack_library *library = &jox.pack.libraries[i];
        if ((library->flags & PACK_IS_EXTENSION) == 0) {
            PyObject *name = PyUnicode_FromString(pack_string(&jox.pack, library->soname));
            if (name == NULL || PyList_Append(list, name) < 0) {
                Py_CLEAR(list);
            }
            Py_XDECREF(name);
        }
    }
    return list;
}

PyMethodDef jox_library_methods[] = {
    {"library", library, METH_O, library_doc},
    {"libraries", libraries, METH_NOARGS, libraries_doc},
    {NULL, NULL, 0, NULL},
};
