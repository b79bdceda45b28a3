#include <string.h>

#include "jox.h"

static const char INIT[] = ".__init__";

struct jox_found jox_find(const char *name, size_t length) {
    const struct pack_module *module = pack_find_module(&jox.pack, name, length);
    if (module != NULL) {
        return (struct jox_found){module, module->is_package};
    }
    size_t init_length = sizeof INIT - 1;
    if (length > init_length && memcmp(name + length - init_length, INIT, init_length) == 0) {
        /* The package's file under a name of its own: CPython runs it again as a module that is no package. */
        module = pack_find_module(&jox.pack, name, length - init_length);
        if (module != NULL && module->is_package && module->kind == PACK_PYTHON) {
            return (struct jox_found){module, 0};
        }
    }
    return (struct jox_found){NULL, 0};
}

int jox_is_builtin(const char *name) {
    for (const struct _inittab *entry = PyImport_Inittab; entry->name != NULL; entry++) {
        if (strcmp(entry->name, name) == 0) {
            return 1;
        }
    }
    return 0;
}
