/* For tests: a program with an ordinary main, linked against a libpython, that runs the pack in the file $JOX_PACK. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "image.h"

int main(int argc, char **argv) {
    const char *file = getenv("JOX_PACK");
    struct stat status;
    int descriptor = file == NULL ? -1 : open(file, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0 || fstat(descriptor, &status) < 0) {
        fputs("harness: JOX_PACK names no file\n", stderr);
        return 2;
    }
    void *pack = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (pack == MAP_FAILED) {
        perror("harness: mmap");
        return 2;
    }
    struct jox_image image = {.pack = pack, .pack_size = (uint64_t)status.st_size};
    return jox_main(argc, argv, &image);
}
