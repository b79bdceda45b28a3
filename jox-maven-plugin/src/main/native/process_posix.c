#include <signal.h>
#include <unistd.h>

#include "jox.h"

void jox_print_error(const char *text, size_t length) {
    if (write(STDERR_FILENO, text, length) < 0) {
        return; /* nobody to tell */
    }
}

void jox_print_exception(void) {
    PyErr_Print();
}

PyStatus jox_preinitialize(const PyPreConfig *config, int parse_arguments) {
    return parse_arguments ? Py_PreInitializeFromBytesArgs(config, jox.argc, jox.argv) : Py_PreInitialize(config);
}

PyStatus jox_set_arguments(PyConfig *config) {
    return PyConfig_SetBytesArgv(config, jox.argc, jox.argv);
}

/* So that who waits for this process learns that it was interrupted. */
int jox_die_interrupted(void) {
    PyOS_setsig(SIGINT, SIG_DFL);
    kill(getpid(), SIGINT);
    return SIGINT + 128;
}
