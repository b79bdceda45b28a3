/*
 * Libraries that objects ask for by "#pragma comment(lib, ...)", which clang hands on as linker options in the section .drectve (PE
 * Format, "The .drectve Section"). The linker knows them by the command line only, and so does what is recorded of it.
 */
#define _GNU_SOURCE
#include "wrapper.h"

#include <ctype.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const char OPTION[] = "/DEFAULTLIB:";

/* The run-time libraries that Microsoft's compiler asks for: the toolchain has its own. */
static bool is_runtime(const char *library) {
    static const char *const names[] = {"libcmt", "libcmtd", "libcpmt", "libcpmtd", "msvcrt", "msvcrtd", "msvcprt", "msvcprtd",
        "libvcruntime", "vcruntime", "libucrt", "ucrt", "oldnames", NULL};
    for (const char *const *name = names; *name != NULL; name++) {
        if (strcmp(library, *name) == 0) {
            return true;
        }
    }
    return false;
}

/* Adds what an option names: "name", "name.lib" or the same in quotation marks. */
static void add_library(jox_list *libraries, const char *value, const char *end) {
    char *name = jox_alloc((size_t) (end - value) + 1);
    size_t length = 0;
    for (const char *c = value; c < end && *c != ' ' && *c != '\0'; c++) {
        if (*c != '"') {
            name[length++] = (char) tolower((unsigned char) *c);
        }
    }
    if (jox_ends(name, ".lib")) {
        name[length - strlen(".lib")] = '\0';
    }
    const char *argument = jox_text("-l%s", name);
    for (size_t i = 0; i < libraries->count; i++) {
        if (strcmp(libraries->items[i], argument) == 0) {
            return;
        }
    }
    if (name[0] != '\0' && !is_runtime(name)) {
        jox_add(libraries, argument);
    }
}

static void read_object(jox_list *libraries, const char *path) {
    int file = open(path, O_RDONLY);
    struct stat status;
    if (file < 0 || fstat(file, &status) != 0 || status.st_size == 0) {
        return; /* the linker says so better */
    }
    size_t size = (size_t) status.st_size;
    const char *text = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
    close(file);
    if (text == MAP_FAILED) {
        return;
    }
    const char *end = text + size;
    const char *found = text;
    while ((found = memmem(found, (size_t) (end - found), OPTION, strlen(OPTION))) != NULL) {
        found += strlen(OPTION);
        add_library(libraries, found, end);
    }
    munmap((void *) text, size);
}

jox_list jox_libraries_of_objects(const jox_list *arguments) {
    jox_list libraries = {0};
    for (size_t i = 0; i < arguments->count; i++) {
        const char *argument = arguments->items[i];
        if (jox_ends(argument, ".o") || jox_ends(argument, ".obj") || jox_ends(argument, ".a")) {
            read_object(&libraries, argument);
        }
    }
    return libraries;
}
