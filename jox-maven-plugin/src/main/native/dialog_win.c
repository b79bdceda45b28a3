/*
 * Programs without a console that nobody gave anything in its place have no standard error: what would be written there is
 * shown in a message box, as other programs for Windows do.
 */
#include <stdlib.h>

#include "jox.h"
#include "system_win.h"

/* As much as a screen shows; what matters in a traceback is its end. */
enum { LONGEST = 2500 };

int jox_is_mute(void) {
    const unsigned char *base = (const unsigned char *)GetModuleHandleW(NULL);
    const IMAGE_NT_HEADERS *headers = (const IMAGE_NT_HEADERS *)(base + ((const IMAGE_DOS_HEADER *)base)->e_lfanew);
    HANDLE handle = GetStdHandle(STD_ERROR_HANDLE);
    return headers->OptionalHeader.Subsystem == IMAGE_SUBSYSTEM_WINDOWS_GUI
           && (handle == NULL || handle == INVALID_HANDLE_VALUE);
}

void jox_show_error(const char *text) {
    typedef int(WINAPI * message_box)(HWND, LPCWSTR, LPCWSTR, UINT);
    /* of no use to any other program, and slow to load */
    HMODULE user = LoadLibraryExW(L"user32.dll", NULL, LOAD_LIBRARY_SEARCH_SYSTEM32);
    message_box show = user == NULL ? NULL : (message_box)(void *)GetProcAddress(user, "MessageBoxW");
    wchar_t *wide = jox_to_wide(text);
    wchar_t *title = jox_to_wide(jox_program_name());
    if (show != NULL && wide != NULL && title != NULL) {
        size_t length = wcslen(wide);
        show(NULL, length > LONGEST ? wide + length - LONGEST : wide, title, MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
    }
    free(title);
    free(wide);
}

/* Of SystemExit: what is no number is a message, and the status is 1. Null for no message. */
static PyObject *message_of(PyObject *exit) {
    PyObject *code = PyObject_GetAttrString(exit, "code");
    PyObject *message = code == NULL || code == Py_None || PyLong_Check(code) ? NULL : PyObject_Str(code);
    Py_XDECREF(code);
    PyObject *status = message == NULL ? NULL : PyLong_FromLong(1);
    if (status != NULL) {
        PyObject_SetAttrString(exit, "code", status);
    }
    Py_XDECREF(status);
    PyErr_Clear();
    return message;
}

static void show(PyObject *text) {
    const char *utf8 = text == NULL ? NULL : PyUnicode_AsUTF8(text);
    if (utf8 != NULL && *utf8 != '\0') {
        Py_BEGIN_ALLOW_THREADS
        jox_show_error(utf8);
        Py_END_ALLOW_THREADS
    }
    PyErr_Clear();
}

void jox_print_exception(void) {
    PyObject *stream = PySys_GetObject("stderr");
    if ((stream != NULL && stream != Py_None) || !jox_is_mute()) {
        PyErr_Print();
        return;
    }
    PyObject *type, *error, *traceback;
    PyErr_Fetch(&type, &error, &traceback);
    PyErr_NormalizeException(&type, &error, &traceback);
    if (PyErr_GivenExceptionMatches(type, PyExc_SystemExit)) {
        PyObject *message = message_of(error);
        show(message);
        Py_XDECREF(message);
        PyErr_Restore(type, error, traceback);
        PyErr_Print(); /* ends the process */
        return;
    }
    /* sys.excepthook, which may be the program's own, finds a stream for a while */
    PyObject *io = PyImport_ImportModule("io");
    PyObject *written = io == NULL ? NULL : PyObject_CallMethod(io, "StringIO", NULL);
    if (written == NULL || PySys_SetObject("stderr", written) < 0) {
        PyErr_Clear();
    }
    PyErr_Restore(type, error, traceback);
    PyErr_Print();
    PySys_SetObject("stderr", Py_None);
    PyObject *text = written == NULL ? NULL : PyObject_CallMethod(written, "getvalue", NULL);
    show(text);
    Py_XDECREF(text);
    Py_XDECREF(written);
    Py_XDECREF(io);
}
