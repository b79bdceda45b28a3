/*
 * The end of a program. Py_FinalizeEx() waits for threads, calls what atexit was given, and then frees everything. The last
 * takes long, and mostly nothing of it is seen outside the process. So a function is put behind all others of atexit: when
 * it is called, all that comes before the freeing is done, by CPython itself, and nothing else. Where nothing in the
 * interpreter would be seen being freed it flushes the standard streams and ends the process. Where something would, or
 * anything is not as expected, it returns, and CPython does the rest.
 */
#include <stdlib.h>
#include <string.h>

#include "leave.h"

#ifdef JOX_CAN_LEAVE

static struct {
    int status;  /* what the process ends with */
    int reports; /* whether obstacles are told of */
    Py_ssize_t functions; /* that atexit had when the first was called */
} leaving;

static Py_ssize_t count_functions(void) {
    struct atexit_state *state = &PyInterpreterState_Get()->atexit;
#if PY_VERSION_HEX >= 0x030E0000
    return PyList_GET_SIZE(state->callbacks);
#else
    return state->ncallbacks;
#endif
}

/* Whether a stream is of io's own types all through: CPython flushes it several times, and others may tell how often. */
static int is_plain(PyObject *stream) {
    if (strcmp(Py_TYPE(stream)->tp_name, "_io.TextIOWrapper") != 0) {
        return strcmp(Py_TYPE(stream)->tp_name, "_io.StringIO") == 0;
    }
    PyObject *buffer = PyObject_GetAttrString(stream, "buffer");
    int plain = buffer != NULL && strncmp(Py_TYPE(buffer)->tp_name, "_io.", 4) == 0;
    Py_XDECREF(buffer);
    PyErr_Clear();
    return plain;
}

/* Flushes a stream as CPython does before it frees anything. A failure is left to it: it tries again, and tells. */
static int flush(const char *name) {
    PyObject *stream = PySys_GetObject(name);
    if (stream == NULL || stream == Py_None) {
        return 0;
    }
    if (!is_plain(stream)) {
        return -1;
    }
    PyObject *closed = PyObject_GetAttrString(stream, "closed");
    int done = closed != NULL && PyObject_IsTrue(closed) > 0;
    Py_XDECREF(closed);
    PyErr_Clear();
    if (!done) {
        PyObject *result = PyObject_CallMethod(stream, "flush", NULL);
        done = result != NULL;
        Py_XDECREF(result);
    }
    PyErr_Clear();
    return done ? 0 : -1;
}

static void report(struct jox_obstacle obstacle) {
    PyObject *stream = PySys_GetObject("stderr");
    if (stream == NULL || stream == Py_None) {
        return; /* the descriptor may be a file of the program's by now */
    }
    if (obstacle.type != NULL) {
        jox_complain("is finalized in full: %s (%s)", obstacle.text, obstacle.type->tp_name);
    } else {
        jox_complain("is finalized in full: %s", obstacle.text);
    }
}

static PyObject *call_first(PyObject *Py_UNUSED(self), PyObject *Py_UNUSED(none)) {
    leaving.functions = count_functions();
    Py_RETURN_NONE;
}

static PyObject *call_last(PyObject *importer, PyObject *Py_UNUSED(none)) {
    struct jox_obstacle obstacle = {NULL, NULL};
    if (count_functions() != leaving.functions) {
        obstacle.text = "functions that atexit was given while it called others";
    }
    obstacle = obstacle.text != NULL ? obstacle : jox_obstacle_in_state();
    obstacle = obstacle.text != NULL ? obstacle : jox_obstacle_in_heap(jox_state_of(importer));
    if (obstacle.text == NULL
        && (flush("stdout") < 0 || flush("stderr") < 0 || flush("__stdout__") < 0 || flush("__stderr__") < 0)) {
        obstacle.text = "standard output or error is special, or does not take what is written";
    }
    if (obstacle.text == NULL) {
        exit(leaving.status);
    }
    if (leaving.reports) {
        report(obstacle);
    }
    Py_RETURN_NONE;
}

static PyMethodDef FIRST = {"first", call_first, METH_NOARGS, NULL};
static PyMethodDef LAST = {"last", call_last, METH_NOARGS, NULL};

/*
 * The functions of atexit, by a module that is not in sys.modules. To import it would run code of Python's, which profilers, tracers
 * and import hooks of the program would see.
 */
static PyObject *new_atexit(struct jox_state *state) {
    PyObject *attributes = Py_BuildValue("{ss}", "name", "atexit");
    PyObject *spec = attributes == NULL ? NULL : _PyNamespace_New(attributes);
    PyObject *atexit = spec == NULL ? NULL : PyObject_CallMethod(state->imp, "create_builtin", "O", spec);
    Py_XDECREF(spec);
    Py_XDECREF(attributes);
    return atexit;
}

static int register_function(PyObject *atexit, PyMethodDef *definition, PyObject *importer) {
    PyObject *function = PyCFunction_New(definition, importer);
    PyObject *result = function == NULL ? NULL : PyObject_CallMethod(atexit, "register", "O", function);
    Py_XDECREF(result);
    Py_XDECREF(function);
    return result == NULL ? -1 : 0;
}

/* Moves what atexit was given last, and would call first, to where it is called last. */
static int move_to_end(void) {
    struct atexit_state *state = &PyInterpreterState_Get()->atexit;
#if PY_VERSION_HEX >= 0x030E0000 /* a list in the order of the calls */
    PyObject *entry = Py_NewRef(PyList_GET_ITEM(state->callbacks, 0));
    int result = PyList_SetSlice(state->callbacks, 0, 1, NULL) < 0 ? -1 : PyList_Append(state->callbacks, entry);
    Py_DECREF(entry);
    return result;
#else /* an array, called from its end */
    void *entry = state->callbacks[state->ncallbacks - 1];
    memmove(state->callbacks + 1, state->callbacks, (size_t)(state->ncallbacks - 1) * sizeof *state->callbacks);
    state->callbacks[0] = entry;
    return 0;
#endif
}

void jox_leave_early(struct jox_state *state, int status) {
    const char *way = pack_setting_text(&jox.pack, "finalization");
    if (way != NULL && strcmp(way, "full") == 0) {
        return;
    }
    leaving.status = status;
    leaving.reports = way != NULL && strcmp(way, "report") == 0;
    PyObject *error_type, *error, *traceback;
    PyErr_Fetch(&error_type, &error, &traceback);
    PyObject *atexit = new_atexit(state);
    if (atexit != NULL && register_function(atexit, &LAST, state->importer) == 0 && move_to_end() == 0) {
        register_function(atexit, &FIRST, state->importer);
    }
    Py_XDECREF(atexit);
    PyErr_Restore(error_type, error, traceback);
}
#else
void jox_leave_early(struct jox_state *state, int status) {
    (void)state;
    (void)status;
}
#endif
