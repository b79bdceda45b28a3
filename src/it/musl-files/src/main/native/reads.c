/* Reads files by name, as libraries do with their models, databases and certificates. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

long by_descriptor(const char *path, char *to, long capacity) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    long count = file < 0 ? -1 : read(file, to, capacity);
    close(file);
    return count;
}

long by_stream(const char *path, char *to, long capacity) {
    FILE *file = fopen(path, "rb");
    long count = -1;
    if (file != NULL) {
        count = (long)fread(to, 1, (size_t)capacity, file);
        fclose(file);
    }
    return count;
}

long by_mapping(const char *path, char *to, long capacity) {
    struct stat state;
    int file = openat(AT_FDCWD, path, O_RDONLY);
    if (file < 0 || fstat(file, &state) < 0 || state.st_size > capacity) {
        return -1;
    }
    void *bytes = mmap(NULL, (size_t)state.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    memcpy(to, bytes, (size_t)state.st_size);
    close(file);
    return state.st_size;
}

long size(const char *path) {
    struct stat state;
    return stat(path, &state) == 0 && S_ISREG(state.st_mode) ? (long)state.st_size : -1;
}

int can(const char *path, int mode) {
    return access(path, mode) == 0;
}

int writes(const char *path) {
    return open(path, O_WRONLY) >= 0;
}

int is_whole(const char *path, const char *expected) {
    char *whole = realpath(path, NULL);
    int same = whole != NULL && strcmp(whole, expected) == 0;
    free(whole);
    return same;
}
