#include <string.h>

#include "jox.h"
#include "system_win.h"

wchar_t **jox_wide_argv;

/* A console shows any text that is written wide; whatever else is there gets UTF-8. */
void jox_print_error(const char *text, size_t length) {
    HANDLE handle = GetStdHandle(STD_ERROR_HANDLE);
    if (jox_is_mute()) {
        char line[1024];
        size_t shown = length < sizeof line ? length : sizeof line - 1;
        memcpy(line, text, shown);
        line[shown] = '\0';
        jox_show_error(line);
        return;
    }
    DWORD mode, written;
    wchar_t wide[1024];
    if (GetConsoleMode(handle, &mode)) {
        int count = MultiByteToWideChar(CP_UTF8, 0, text, (int)length, wide, sizeof wide / sizeof *wide);
        WriteConsoleW(handle, wide, (DWORD)count, &written, NULL);
    } else {
        WriteFile(handle, text, (DWORD)length, &written, NULL);
    }
}

PyStatus jox_preinitialize(const PyPreConfig *config, int parse_arguments) {
    return parse_arguments ? Py_PreInitializeFromArgs(config, jox.argc, jox_wide_argv) : Py_PreInitialize(config);
}

PyStatus jox_set_arguments(PyConfig *config) {
    return PyConfig_SetArgv(config, jox.argc, jox_wide_argv);
}

int jox_die_interrupted(void) {
    return (int)STATUS_CONTROL_C_EXIT;
}
