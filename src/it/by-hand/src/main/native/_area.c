/*
 * An extension module that uses a function of a library and was not linked with it. The parts of Python's headers that it
 * needs are written down here: they have been the same since Python 3.5, without debugging.
 */
#include <stddef.h>

struct definition {
    ptrdiff_t references;
    void *type, *init;
    ptrdiff_t index;
    void *copy;
    const char *name, *doc;
    ptrdiff_t size;
    void *methods, *slots, *traverse, *clear, *release;
};

void *PyModule_Create2(struct definition *definition, int version);
int PyModule_AddIntConstant(void *module, const char *name, long value);
int area_of(int width);

static struct definition definition = {.references = 1, .name = "_area", .size = -1};

void *PyInit__area(void) {
    void *module = PyModule_Create2(&definition, 1013);
    if (module != NULL) {
        PyModule_AddIntConstant(module, "area", area_of(7));
    }
    return module;
}
