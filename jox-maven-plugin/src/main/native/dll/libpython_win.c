/*
 * The runtime's uses of libpython are no imports of the executable: Windows would look for the DLL before any code runs, in
 * the executable's folder first. They are the words of imports.h, filled in here.
 */
#include <stdio.h>

#include "../image.h"
#include "../system_win.h"
#include "imports.h"

/* Modules can be linked with libpython only where that is no DLL. */
const struct jox_builtin jox_builtins[] = {{NULL, NULL}};

static uint32_t find_libpython(const struct pack *pack) {
    for (uint32_t i = 0; i < pack->library_count; i++) {
        if (_stricmp(pack_string(pack, pack->libraries[i].soname), jox_libpython) == 0) {
            return i;
        }
    }
    return PACK_NONE;
}

int jox_bind_libpython(const struct pack *pack, struct jox_failure *failure) {
    uint32_t index = find_libpython(pack);
    if (index == PACK_NONE) {
        snprintf(failure->text, sizeof failure->text, "the packed resources lack %s", jox_libpython);
        return -1;
    }
    HMODULE module = jox_open_library(index, failure);
    if (module == NULL) {
        return -1;
    }
    for (const struct jox_import *import = jox_imports; import->name != NULL; import++) {
        void *address = jox_export(module, import->name, 0, failure);
        if (address == NULL) {
            snprintf(failure->text, sizeof failure->text, "%s has no %s", jox_libpython, import->name);
            return -1;
        }
        *import->slot = address;
    }
    return 0;
}
