/* Opens libraries by name, as libraries do with their plugins. */
#include <dlfcn.h>
#include <stddef.h>

int loads(const char *name, const char *function) {
    void *library = dlopen(name, RTLD_NOW);
    return library != NULL && dlsym(library, function) != NULL;
}

int knows(const char *name) {
    return dlopen(name, RTLD_NOW | RTLD_NOLOAD) != NULL;
}
