#define _GNU_SOURCE 1
#include "bound.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

struct jox_bound_image jox_bound_image;

static unsigned char *is_bound; /* by object; null before the first is */

static char *at(uint64_t address) {
    return jox_bound_image.base + address;
}

/* Gives null, or what is wrong. */
static const char *protect(const struct jox_bound *object, int writable) {
    const struct jox_bound_range *ranges = (const struct jox_bound_range *)at(object->ranges);
    for (uint64_t i = 0; i < object->range_count; i++) {
        int protection = (int)ranges[i].protection;
        if (((protection & PROT_WRITE) != 0) == writable && mprotect(at(ranges[i].start), ranges[i].size, protection) < 0
            && writable) {
            return strerror(errno);
        }
    }
    return NULL; /* pages that stay writable or executable harm nothing that works */
}

static const char *fill(const struct jox_bound *object, jox_reference *reference) {
    const struct jox_boot_direct *direct = (const struct jox_boot_direct *)at(object->direct);
    for (uint64_t i = 0; i < object->direct_count; i++) {
        *(uint64_t *)at(direct[i].where) = (uint64_t)at(direct[i].value);
    }
    const struct jox_bound_named *named = (const struct jox_bound_named *)at(object->named);
    for (uint64_t i = 0; i < object->named_count; i++) {
        const char *name = at(named[i].name);
        void *address = named[i].version != 0 ? dlvsym(RTLD_DEFAULT, name, at(named[i].version))
                                              : dlsym(RTLD_DEFAULT, name);
        if (address == NULL) {
            const char *error = dlerror();
            return error != NULL ? error : name;
        }
        *(uint64_t *)at(named[i].where) = (uint64_t)reference(name, address) + named[i].addend;
    }
    return NULL;
}

typedef void constructor(int argc, char **argv, char **environment);

static void construct(const struct jox_bound *object) {
    const struct jox_bound_image *image = &jox_bound_image;
    if (object->init != 0) {
        ((constructor *)at(object->init))(image->argc, image->argv, image->environment);
    }
    constructor **functions = (constructor **)at(object->init_array);
    for (uint64_t i = 0; i < object->init_count; i++) {
        functions[i](image->argc, image->argv, image->environment);
    }
}

/* Objects that need each other are not bound: the planner sees to that. */
static const char *bind(uint64_t number, jox_reference *reference) {
    if (is_bound[number]) {
        return NULL;
    }
    const struct jox_bound *object = &jox_bound_image.objects[number];
    const uint64_t *libraries = (const uint64_t *)at(object->libraries);
    const char *problem = NULL;
    for (uint64_t i = object->library_count; i > 0 && problem == NULL; i--) {
        problem = bind(libraries[i - 1], reference);
    }
    problem = problem != NULL ? problem : protect(object, 1);
    problem = problem != NULL ? problem : fill(object, reference);
    if (problem == NULL) {
        protect(object, 0);
        is_bound[number] = 1;
        construct(object);
    }
    return problem;
}

void *jox_bound_function(uint32_t number, const char *name, jox_reference *reference, const char **problem) {
    if (is_bound == NULL) {
        is_bound = calloc(jox_bound_image.count, 1);
    }
    if (is_bound == NULL) {
        *problem = "no memory";
        return NULL;
    }
    const struct jox_bound *object = &jox_bound_image.objects[number];
    *problem = bind(number, reference);
    const struct jox_bound_function *functions = (const struct jox_bound_function *)at(object->functions);
    for (uint64_t i = 0; *problem == NULL && i < object->function_count; i++) {
        if (strcmp(at(functions[i].name), name) == 0) {
            return at(functions[i].address);
        }
    }
    *problem = *problem != NULL ? *problem : "it has no such function";
    return NULL;
}
