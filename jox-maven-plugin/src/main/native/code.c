#include "jox.h"

#include <marshal.h>

/* The source's bytes; null without an exception where there is none. */
static PyObject *source_bytes(const struct pack_module *module) {
    if (module->source != PACK_NONE) {
        return jox_read_blob(module->source);
    }
    if (module->place.length == 0) {
        return NULL;
    }
    PyObject *file = jox_module_file(module);
    PyObject *bytes = file == NULL ? NULL : jox_read_path(file);
    Py_XDECREF(file);
    if (bytes == NULL && PyErr_ExceptionMatches(PyExc_OSError)) {
        PyErr_Clear();
    }
    return bytes;
}

static PyObject *compile_source(const struct pack_module *module) {
    PyObject *source = source_bytes(module);
    if (source == NULL) {
        if (!PyErr_Occurred()) {
            PyErr_Format(PyExc_ImportError, "%s has neither source nor bytecode",
                         pack_string(&jox.pack, module->name));
        }
        return NULL;
    }
    PyObject *file = jox_module_file(module);
    PyObject *code = NULL;
    if (file != NULL) {
        code = Py_CompileStringObject(PyBytes_AS_STRING(source), file, Py_file_input, NULL, -1);
        Py_DECREF(file);
    }
    Py_DECREF(source);
    return code;
}

/* Modules beside the executable learn only now where they are. */
static int fix_file(struct jox_state *state, PyObject *code, const struct pack_module *module) {
    PyObject *file = jox_module_file(module);
    PyObject *result = file == NULL ? NULL : PyObject_CallMethod(state->imp, "_fix_co_filename", "OO", code, file);
    Py_XDECREF(file);
    Py_XDECREF(result);
    return result == NULL ? -1 : 0;
}

PyObject *jox_get_code(struct jox_state *state, const struct pack_module *module) {
    uint32_t blob = module->bytecode[state->level];
    if (blob == PACK_NONE && module->source == PACK_NONE) {
        for (int level = PACK_LEVELS - 1; level >= 0; level--) {
            blob = module->bytecode[level] != PACK_NONE ? module->bytecode[level] : blob;
        }
    }
    if (blob == PACK_NONE) {
        return compile_source(module);
    }
    const struct pack_blob *entry = &jox.pack.blobs[blob];
    const unsigned char *bytes = pack_bytes(&jox.pack, entry);
    if (bytes == NULL) {
        return PyErr_Format(PyExc_ImportError, "%s cannot be unpacked", pack_string(&jox.pack, module->name));
    }
    PyObject *code = PyMarshal_ReadObjectFromString((const char *)bytes, (Py_ssize_t)entry->unpacked_size);
    pack_release(entry, bytes);
    if (code != NULL && !PyCode_Check(code)) {
        PyErr_Format(PyExc_ImportError, "%s has no code", pack_string(&jox.pack, module->name));
        Py_CLEAR(code);
    }
    if (code != NULL && module->place.length != 0 && fix_file(state, code, module) < 0) {
        Py_CLEAR(code);
    }
    return code;
}

PyObject *jox_get_source(const struct pack_module *module) {
    PyObject *bytes = source_bytes(module);
    if (bytes == NULL) {
        return PyErr_Occurred() ? NULL : Py_NewRef(Py_None);
    }
    PyObject *importlib = PyImport_ImportModule("_frozen_importlib_external");
    PyObject *text = importlib == NULL ? NULL : PyObject_CallMethod(importlib, "decode_source", "O", bytes);
    Py_XDECREF(importlib);
    Py_DECREF(bytes);
    return text;
}
