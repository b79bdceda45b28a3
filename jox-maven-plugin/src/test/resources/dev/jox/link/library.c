/* Stands for libpython: constructors, data and functions that others use, and a use of dlsym. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>

int constructed;
const char *const greeting = "hello";
int numbers[3] = {10, 20, 30};

__attribute__((constructor)) static void construct(int argc, char **argv) {
    constructed += argc > 0 && argv[0] != NULL ? 1 : 100;
}

__attribute__((destructor)) static void destruct(void) {
    puts("destructed");
}

void *find(const char *name) {
    return dlsym(RTLD_DEFAULT, name);
}
