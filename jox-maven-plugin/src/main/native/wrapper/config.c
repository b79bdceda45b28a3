/*
 * wrapper.conf lies beside the program (not beside the links to it), so that no build can lose it by emptying its environment. A
 * line is a key, a space and a value:
 *
 *   record /folder        where links are recorded; the variable JOX_CAPTURE comes before it
 *   cc /path/of/gcc       a word of the real command, absolute; further lines give its first arguments. Likewise cxx, ld, ar, ranlib
 *   compile -fno-x        an argument that ends every compilation, and every link by a compiler
 *   link -Wl,x            an argument that ends every link by a compiler
 *   drop -Wl,-Map         the beginning of arguments that the real compiler refuses
 *   rewrite /std: -std=   the beginning of arguments, and what it is for the real compiler; nothing: the argument is left out
 *   libraries windows     names of libraries have no case, and may be given as name.lib
 *   discard .pdb          the suffix of a file that the linker leaves beside its output, where it would get into the package
 */
#define _GNU_SOURCE
#include "wrapper.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static jox_list *list_of(jox_config *config, const char *key) {
    static const char *const tools[JOX_TOOLS] = {"cc", "cxx", "ld", "ar", "ranlib"};
    for (int tool = 0; tool < JOX_TOOLS; tool++) {
        if (strcmp(key, tools[tool]) == 0) {
            return &config->real[tool];
        }
    }
    return strcmp(key, "compile") == 0 ? &config->compile
         : strcmp(key, "link") == 0    ? &config->link
         : strcmp(key, "drop") == 0    ? &config->drop
         : strcmp(key, "discard") == 0 ? &config->discard
                                       : NULL;
}

static void add_rewriting(jox_config *config, const char *value) {
    jox_rewriting *longer = jox_alloc((config->rewritings + 1) * sizeof *longer);
    if (config->rewritings > 0) {
        memcpy(longer, config->rewrite, config->rewritings * sizeof *longer);
    }
    const char *space = strchr(value, ' ');
    longer[config->rewritings].from = space == NULL ? value : jox_text("%.*s", (int) (space - value), value);
    longer[config->rewritings].to = space == NULL ? "" : space + 1;
    config->rewrite = longer;
    config->rewritings++;
}

static void line_of(jox_config *config, const char *file, const char *line) {
    const char *space = strchr(line, ' ');
    if (space == NULL) {
        jox_die("%s: no value in '%s'", file, line);
    }
    char *key = jox_text("%.*s", (int) (space - line), line);
    char *value = jox_text("%s", space + 1);
    jox_list *list = list_of(config, key);
    if (list != NULL) {
        jox_add(list, value);
    } else if (strcmp(key, "record") == 0) {
        config->record = value;
    } else if (strcmp(key, "rewrite") == 0) {
        add_rewriting(config, value);
    } else if (strcmp(key, "libraries") == 0) {
        config->windows_libraries = strcmp(value, "windows") == 0;
    } else {
        jox_die("%s: unknown key '%s'", file, key);
    }
}

jox_config jox_configure(void) {
    jox_config config;
    memset(&config, 0, sizeof config);
    char self[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length < 0) {
        jox_die("cannot find myself: %s", strerror(errno));
    }
    self[length] = '\0';
    char *file = jox_text("%.*s/wrapper.conf", (int) (strrchr(self, '/') - self), self);
    FILE *in = fopen(file, "r");
    if (in == NULL) {
        jox_die("%s: %s", file, strerror(errno));
    }
    char *line = NULL;
    size_t room = 0;
    while ((length = getline(&line, &room, in)) > 0) {
        if (line[length - 1] == '\n') {
            line[length - 1] = '\0';
        }
        if (line[0] != '\0') {
            line_of(&config, file, line);
        }
    }
    fclose(in);
    const char *given = getenv("JOX_CAPTURE");
    if (given != NULL && given[0] != '\0') {
        config.record = given;
    }
    return config;
}
