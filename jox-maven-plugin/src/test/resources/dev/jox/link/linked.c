/* Stands for the runtime in programs that are linked for tests: says what it was given. */
#define _GNU_SOURCE 1
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>

#include "image.h"

const struct jox_builtin jox_builtins[] = {{0, 0}};

static char zeros[100000]; /* what is appended must not lie in them */

__attribute__((visibility("default"))) int known(int x) {
    return x + 1;
}

static void look_up(const char *name) {
    int (*function)(int) = (int (*)(int))dlsym(dlopen(NULL, RTLD_NOW), name);
    if (function != NULL) {
        printf("%s %d\n", name, function(41));
    } else {
        printf("%s\n", dlerror());
    }
}

int jox_main(int argc, char **argv, const struct jox_image *image) {
    int ones = 0;
    for (unsigned i = 0; i < sizeof zeros; i++) {
        ones += zeros[i];
        zeros[i] = 1;
    }
    printf("arguments %d %s, ones %d\n", argc, argv[argc - 1], ones);
    printf("pack %.*s, aligned %d\n", (int)image->pack_size, (const char *)image->pack, (int)((uintptr_t)image->pack % 4096));
    look_up("known");
    look_up("unknown");
    if (argc > 2) {
        printf("%s\n", dlopen(argv[1], RTLD_NOW) != NULL ? "loaded" : dlerror());
    }
    return 3;
}
