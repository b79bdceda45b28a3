#include <stdlib.h>
#include <string.h>

#include "jox.h"

struct jox jox;

/* Whether jox_run() can run what the settings say; anything else is left to Python itself. */
static int is_own(const struct pack_setting *run) {
    const struct pack_text *values = jox.pack.values + run->first_value;
    const char *mode = pack_string(&jox.pack, values[0]);
    const char *inspect = pack_setting_text(&jox.pack, "interpreter.inspect");
    if (inspect != NULL && strcmp(inspect, "0") != 0) {
        return 0;
    }
    if (strcmp(mode, "entry-point") == 0) {
        return run->value_count == 3;
    }
    if (strcmp(mode, "module") != 0 || run->value_count != 2) {
        return 0;
    }
    const char *name = pack_string(&jox.pack, values[1]);
    struct jox_found found = jox_find(name, strlen(name));
    if (found.module != NULL && found.is_package) {
        const char *const MAIN = ".__main__";
        size_t length = strlen(name);
        char *full = PyMem_RawMalloc(length + strlen(MAIN) + 1);
        if (full == NULL) {
            return 0;
        }
        memcpy(full, name, length);
        strcpy(full + length, MAIN);
        found = jox_find(full, strlen(full));
        PyMem_RawFree(full);
    }
    return found.module != NULL && found.module->kind == PACK_PYTHON;
}

int jox_main(int argc, char **argv, const struct jox_image *image) {
    jox.argc = argc;
    jox.argv = argv;
    jox.builtins = image->builtins;
    jox.bound_function = image->bound_function;
    const char *problem = pack_open(&jox.pack, image->pack, image->pack_size);
    if (problem != NULL) {
        jox_complain("the packed resources %s", problem);
        return JOX_CANNOT_RUN;
    }
    const struct pack_setting *run = pack_find_setting(&jox.pack, "run");
    if (run == NULL || run->value_count == 0) {
        jox_complain("the packed resources do not say what to run");
        return JOX_CANNOT_RUN;
    }
    jox.executable = jox_find_executable(argc > 0 ? argv[0] : "");
    jox.loaded = calloc(jox.pack.library_count + 1, sizeof *jox.loaded);
    jox.load_lock = PyThread_allocate_lock();
    if (jox.executable == NULL || jox.loaded == NULL || jox.load_lock == NULL) {
        jox_complain("no memory");
        return JOX_CANNOT_RUN;
    }
    if (jox_start_prepare() < 0) {
        jox_complain("the packed resources lack the runtime's own modules");
        return JOX_CANNOT_RUN;
    }
    if (jox_is_child()) {
        jox_initialize(JOX_ARGUMENTS);
        return Py_RunMain();
    }
    if (jox_is_frozen_child()) {
        jox_initialize(JOX_OWN);
        return jox_run_frozen_child();
    }
    if (is_own(run)) {
        jox_initialize(JOX_OWN);
        return jox_run(run);
    }
    jox_initialize(JOX_PYTHON);
    return Py_RunMain();
}
