/* Stands for libpython: constructors, data and functions that others use, and a use of dlsym. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>

int constructed;
const char *const greeting = "hello";
int numbers[3] = {10, 20, 30};
_Thread_local int first_of_thread = 7;
_Thread_local int second_of_thread;

__attribute__((constructor)) static void construct(int argc, char **argv) {
    constructed += argc > 0 && argv[0] != NULL ? 1 : 100;
}

__attribute__((destructor)) static void destruct(void) {
    puts("destructed");
}

void *find(const char *name) {
    return dlsym(RTLD_DEFAULT, name);
}

int *second(void) {
    return &second_of_thread;
}

/* Other files' way to count() is a table's, which lies in the library. */
int count(void) {
    return ++first_of_thread * 100 + ++*second();
}

int count_again(void) {
    return count();
}
