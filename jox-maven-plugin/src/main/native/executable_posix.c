#define _GNU_SOURCE 1
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

#include "jox.h"

/* A new string of both parts with a slash between. */
static char *join(const char *folder, const char *name) {
    size_t folder_length = strlen(folder);
    size_t name_length = strlen(name);
    while (folder_length > 1 && folder[folder_length - 1] == '/') {
        folder_length--;
    }
    char *path = PyMem_RawMalloc(folder_length + name_length + 2);
    if (path != NULL) {
        memcpy(path, folder, folder_length);
        path[folder_length] = '/';
        memcpy(path + folder_length + 1, name, name_length + 1);
    }
    return path;
}

/*
 * The kernel says what path it was asked to execute (AT_EXECFN), so neither PATH nor /proc is needed. It may be relative
 * to the current directory.
 */
const char *jox_find_executable(const char *argument) {
    const char *path = (const char *)getauxval(AT_EXECFN);
    if (path == NULL || path[0] == '\0') {
        path = argument;
    }
    if (path[0] == '/') {
        return join("", path + 1);
    }
    while (path[0] == '.' && path[1] == '/') {
        path += 2;
        while (path[0] == '/') {
            path++;
        }
    }
    char current[PATH_MAX];
    if (getcwd(current, sizeof current) == NULL) {
        return join(".", path);
    }
    return join(strcmp(current, "/") == 0 ? "" : current, path);
}

const char *jox_folder(void) {
    if (jox.folder == NULL) {
        char resolved[PATH_MAX];
        if (realpath(jox.executable, resolved) == NULL) {
            return NULL;
        }
        char *slash = strrchr(resolved, '/');
        *slash = '\0';
        jox.folder = join(resolved, "");
        if (jox.folder != NULL) {
            ((char *)jox.folder)[strlen(resolved)] = '\0';
        }
    }
    return jox.folder;
}
