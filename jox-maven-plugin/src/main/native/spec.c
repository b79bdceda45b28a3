#include <string.h>

#include "jox.h"

struct piece {
    const char *text;
    size_t length;
};

/* Joins pieces of UTF-8 that are paths of the pack's. */
static PyObject *concat(const struct piece *pieces, int count) {
    size_t length = 0;
    for (int i = 0; i < count; i++) {
        length += pieces[i].length;
    }
    char buffer[512];
    char *text = length <= sizeof buffer ? buffer : PyMem_Malloc(length);
    if (text == NULL) {
        return PyErr_NoMemory();
    }
    size_t used = 0;
    for (int i = 0; i < count; i++) {
        memcpy(text + used, pieces[i].text, pieces[i].length);
        used += pieces[i].length;
    }
    jox_to_native(text, length);
    PyObject *result = PyUnicode_DecodeUTF8(text, (Py_ssize_t)length, "surrogateescape");
    if (text != buffer) {
        PyMem_Free(text);
    }
    return result;
}

/* The first `length` bytes of the module's path or place, made absolute. */
static PyObject *absolute(const struct pack_module *module, size_t length) {
    if (module->place.length == 0) {
        struct piece pieces[] = {{JOX_ROOT "/", sizeof JOX_ROOT}, {pack_string(&jox.pack, module->path), length}};
        return concat(pieces, 2);
    }
    return jox_beside(pack_string(&jox.pack, module->place), length);
}

static struct pack_text file_of(const struct pack_module *module) {
    return module->place.length != 0 ? module->place : module->path;
}

PyObject *jox_module_file(const struct pack_module *module) {
    return absolute(module, file_of(module).length);
}

PyObject *jox_module_location(const struct pack_module *module) {
    struct pack_text file = file_of(module);
    size_t length = file.length;
    if (module->kind == PACK_PYTHON || module->kind == PACK_EXTENSION) {
        const char *text = pack_string(&jox.pack, file);
        while (length > 0 && text[length - 1] != '/') {
            length--;
        }
        length -= length > 0;
    }
    return absolute(module, length);
}

/* What importlib.util.cache_from_source() says of the file. */
static PyObject *cached_file(struct jox_state *state, PyObject *file) {
    static const char *const ENDING[] = {".pyc", ".opt-1.pyc", ".opt-2.pyc"};
    Py_ssize_t length;
    const char *text = PyUnicode_AsUTF8AndSize(file, &length);
    if (text == NULL) {
        PyErr_Clear(); /* not UTF-8: importlib computes it when it is asked for */
        Py_RETURN_NONE;
    }
    size_t folder = (size_t)(strrchr(text, JOX_SEPARATOR[0]) + 1 - text);
    size_t stem = (size_t)length - folder - strlen(".py");
    const char *ending = ENDING[state->level];
    struct piece pieces[] = {
        {text, folder},        {"__pycache__/", 12},
        {text + folder, stem}, {".", 1},
        {state->cache_tag, strlen(state->cache_tag)}, {ending, strlen(ending)},
    };
    return concat(pieces, 6);
}

static int set_location(struct jox_state *state, PyObject *spec, const struct pack_module *module, PyObject *file) {
    if (PyObject_SetAttr(spec, state->set_fileattr, Py_True) < 0) {
        return -1;
    }
    struct pack_text path = module->path;
    if (module->kind == PACK_PYTHON && strcmp(pack_string(&jox.pack, path) + path.length - 3, ".py") == 0) {
        PyObject *cached = cached_file(state, file);
        int failed = cached == NULL || PyObject_SetAttr(spec, state->cached, cached) < 0;
        Py_XDECREF(cached);
        return failed ? -1 : 0;
    }
    return 0;
}

static int set_search_locations(struct jox_state *state, PyObject *spec, const struct pack_module *module) {
    PyObject *location = jox_module_location(module);
    PyObject *locations = location == NULL ? NULL : PyList_New(1);
    if (locations == NULL) {
        Py_XDECREF(location);
        return -1;
    }
    PyList_SET_ITEM(locations, 0, location);
    int failed = PyObject_SetAttr(spec, state->locations, locations);
    Py_DECREF(locations);
    return failed;
}

PyObject *jox_spec_new(struct jox_state *state, PyObject *name, const struct pack_module *module, int is_package,
                       PyObject *loader) {
    PyObject *origin;
    int has_file = module->kind == PACK_PYTHON || module->kind == PACK_EXTENSION;
    if (has_file) {
        origin = jox_module_file(module);
    } else if (module->kind == PACK_BUILTIN) {
        origin = PyUnicode_InternFromString("built-in");
    } else {
        origin = Py_NewRef(Py_None);
    }
    if (origin == NULL) {
        return NULL;
    }
    PyObject *arguments[] = {name, loader, origin, is_package ? Py_True : Py_False};
    PyObject *spec = PyObject_Vectorcall(state->spec_type, arguments, 2, state->spec_keywords);
    if (spec != NULL
        && ((has_file && set_location(state, spec, module, origin) < 0)
            || (is_package && set_search_locations(state, spec, module) < 0))) {
        Py_CLEAR(spec);
    }
    Py_DECREF(origin);
    return spec;
}
