/*
 * The folders of one build have names that no other has. Compilers write them into debugging information and for __FILE__; they are told
 * others here, so that the same source gives the same objects (GCC manual, "Overall Options": -ffile-prefix-map).
 */
#define _GNU_SOURCE
#include "wrapper.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Python's tempfile ends the names that it makes up with so many characters. */
#define MADE_UP 8

static void map(jox_list *command, const char *from, const char *to) {
    jox_add(command, jox_text("-ffile-prefix-map=%s=%s", from, to));
}

void jox_map_folders(jox_list *command) {
    const char *temporary = getenv("JOX_TEMPORARY");
    DIR *folder = temporary == NULL ? NULL : opendir(temporary);
    if (folder != NULL) {
        for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
            size_t length = strlen(entry->d_name);
            if (length > MADE_UP) {
                map(command, jox_text("%s/%s", temporary, entry->d_name), jox_text("/%.*s", (int) (length - MADE_UP), entry->d_name));
            }
        }
        closedir(folder);
    }
    char directory[PATH_MAX];
    if (getcwd(directory, sizeof directory) != NULL) {
        map(command, directory, "."); /* the last that fits holds */
    }
}
