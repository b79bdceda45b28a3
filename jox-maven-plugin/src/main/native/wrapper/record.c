/*
 * What is kept of a link: a folder links/<time>-<process>/ with a copy of every file that the line names, and link.json, which is
 * there only when all else is. dev.jox.model.capture reads it:
 *
 *   {"format": 1, "tool": "cc", "directory": where it ran, "arguments": [the line, response files expanded],
 *    "output": absolute path, "outputCopy": name in the folder,
 *    "inputs": [{"index": of its argument, "path": absolute, "copy": name in the folder, "source": whether it was compiled}]}
 *
 * An argument -lx has as inputs the libx.so and libx.a of the first -L folder that has the one or the other: such folders are often gone when
 * the build ends. A source on a link line is compiled once more, to an object of its own.
 */
#define _GNU_SOURCE
#include "wrapper.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

typedef struct {
    const jox_config *config;
    jox_tool tool;
    const jox_list *arguments;
    const char *folder;
    FILE *out;
    jox_list folders;   /* of -L */
    jox_list paths;     /* copied already, with their copies at the same places */
    jox_list copies;
    bool first;
} link_record;

static bool is_file(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static char *absolute(const char *path) {
    char *real = realpath(path, NULL);
    return real == NULL ? jox_text("%s", path) : real;
}

static void input(link_record *record, size_t index, const char *path, const char *copy, bool source) {
    fprintf(record->out, "%s\n    {\"index\": %zu, \"path\": ", record->first ? "" : ",", index);
    jox_json_text(record->out, path);
    fputs(", \"copy\": ", record->out);
    jox_json_text(record->out, copy);
    fprintf(record->out, ", \"source\": %s}", source ? "true" : "false");
    record->first = false;
}

static void file(link_record *record, size_t index, const char *path) {
    char *real = absolute(path);
    for (size_t i = 0; i < record->paths.count; i++) {
        if (strcmp(record->paths.items[i], real) == 0) {
            input(record, index, real, record->copies.items[i], false);
            return;
        }
    }
    char *copy = jox_text("%zu-%s", record->paths.count, jox_base(path));
    jox_copy(real, jox_text("%s/%s", record->folder, copy));
    jox_add(&record->paths, real);
    jox_add(&record->copies, copy);
    input(record, index, real, copy, false);
}

/* Compiles a source of the link line with all of its arguments that are not about linking. */
static void source(link_record *record, size_t index, const char *path) {
    char *copy = jox_text("%zu-%s.o", index, jox_base(path));
    jox_list command = {0};
    jox_add_all(&command, &record->config->real[record->tool]);
    for (size_t i = 0; i < record->arguments->count; i++) {
        const char *argument = record->arguments->items[i];
        bool value = jox_takes_value(record->tool, argument) && i + 1 < record->arguments->count;
        bool links = strcmp(argument, "-o") == 0 || jox_starts(argument, "-L") || jox_starts(argument, "-l")
                  || jox_starts(argument, "-Wl,") || strcmp(argument, "-Xlinker") == 0 || strcmp(argument, "-shared") == 0
                  || strcmp(argument, "-u") == 0 || strcmp(argument, "-z") == 0 || strcmp(argument, "-T") == 0;
        if (!links && (argument[0] == '-' || i == index)) {
            jox_add(&command, argument);
            if (value) {
                jox_add(&command, record->arguments->items[i + 1]);
            }
        }
        i += value ? 1 : 0;
    }
    jox_map_folders(&command);
    jox_add_all(&command, &record->config->compile);
    jox_add(&command, "-c");
    jox_add(&command, "-o");
    jox_add(&command, jox_text("%s/%s", record->folder, copy));
    if (jox_run(&command) != 0) {
        jox_die("cannot compile %s of a link line by itself", path);
    }
    input(record, index, absolute(path), copy, true);
}

static void library(link_record *record, size_t index, const char *name) {
    for (size_t i = 0; i < record->folders.count; i++) {
        const char *folder = record->folders.items[i];
        char *exact = jox_text("%s/%s", folder, name + 1);
        char *shared = jox_text("%s/lib%s.so", folder, name);
        char *archive = jox_text("%s/lib%s.a", folder, name);
        if (name[0] == ':' ? is_file(exact) : is_file(shared) || is_file(archive)) {
            if (name[0] == ':') {
                file(record, index, exact);
                return;
            }
            if (is_file(shared)) {
                file(record, index, shared);
            }
            if (is_file(archive)) {
                file(record, index, archive);
            }
            return;
        }
    }
}

/* The files among the parts of "-Wl,--whole-archive,libx.a". */
static void linker_parts(link_record *record, size_t index, const char *argument) {
    char *rest = jox_text("%s", argument + strlen("-Wl,"));
    for (char *part = strtok(rest, ","); part != NULL; part = strtok(NULL, ",")) {
        if ((jox_ends(part, ".a") || jox_ends(part, ".o") || jox_ends(part, ".so")) && part[0] != '-' && is_file(part)) {
            file(record, index, part);
        } else if (jox_starts(part, "-l")) {
            library(record, index, part + 2);
        }
    }
}

static void inputs(link_record *record) {
    const jox_list *arguments = record->arguments;
    for (size_t i = 0; i < arguments->count; i++) {
        const char *argument = arguments->items[i];
        if (strcmp(argument, "-l") == 0 && i + 1 < arguments->count) {
            i++;
            library(record, i, arguments->items[i]);
        } else if (strcmp(argument, "-Xlinker") == 0 && i + 1 < arguments->count) {
            linker_parts(record, i, jox_text("-Wl,%s", arguments->items[i + 1]));
            i++;
        } else if (jox_takes_value(record->tool, argument)) {
            i++;
        } else if (jox_starts(argument, "-l")) {
            library(record, i, argument + 2);
        } else if (jox_starts(argument, "-Wl,")) {
            linker_parts(record, i, argument);
        } else if (argument[0] != '-' && is_file(argument)) {
            if (record->tool != JOX_LD && jox_is_source(argument)) {
                source(record, i, argument);
            } else {
                file(record, i, argument);
            }
        }
    }
}

static void search_folders(link_record *record) {
    const jox_list *arguments = record->arguments;
    for (size_t i = 0; i < arguments->count; i++) {
        const char *argument = arguments->items[i];
        if (strcmp(argument, "-L") == 0 && i + 1 < arguments->count) {
            jox_add(&record->folders, arguments->items[++i]);
        } else if (jox_starts(argument, "-L")) {
            jox_add(&record->folders, argument + 2);
        } else if (jox_takes_value(record->tool, argument)) {
            i++;
        }
    }
    const char *more = getenv("LIBRARY_PATH");
    char *rest = jox_text("%s", more == NULL ? "" : more);
    for (char *folder = strtok(rest, ":"); folder != NULL; folder = strtok(NULL, ":")) {
        jox_add(&record->folders, folder);
    }
}

static const char *output(jox_tool tool, const jox_list *arguments) {
    for (size_t i = 0; i < arguments->count; i++) {
        const char *argument = arguments->items[i];
        if (strcmp(argument, "-o") == 0 && i + 1 < arguments->count) {
            return arguments->items[i + 1];
        }
        if (jox_takes_value(tool, argument)) {
            i++;
        } else if (jox_starts(argument, "-o")) {
            return argument + 2;
        }
    }
    return "a.out";
}

static char *new_folder(const char *parent) {
    mkdir(parent, 0755);
    char *links = jox_text("%s/links", parent);
    if (mkdir(links, 0755) != 0 && errno != EEXIST) {
        jox_die("cannot make %s: %s", links, strerror(errno));
    }
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    char *folder = jox_text("%s/%lld%09ld-%ld", links, (long long) now.tv_sec, now.tv_nsec, (long) getpid());
    if (mkdir(folder, 0755) != 0) {
        jox_die("cannot make %s: %s", folder, strerror(errno));
    }
    return folder;
}

void jox_record(const jox_config *config, jox_tool tool, const jox_list *arguments) {
    static const char *const names[JOX_TOOLS] = {"cc", "c++", "ld", "ar", "ranlib"};
    link_record record = {.config = config, .tool = tool, .arguments = arguments, .first = true};
    record.folder = new_folder(config->record);
    char *unfinished = jox_text("%s/link.json.tmp", record.folder);
    record.out = fopen(unfinished, "w");
    char directory[PATH_MAX];
    if (record.out == NULL || getcwd(directory, sizeof directory) == NULL) {
        jox_die("cannot write %s: %s", unfinished, strerror(errno));
    }
    fprintf(record.out, "{\"format\": 1, \"tool\": \"%s\",\n  \"directory\": ", names[tool]);
    jox_json_text(record.out, directory);
    fputs(",\n  \"arguments\": [", record.out);
    for (size_t i = 0; i < arguments->count; i++) {
        fputs(i == 0 ? "" : ", ", record.out);
        jox_json_text(record.out, arguments->items[i]);
    }
    const char *result = output(tool, arguments);
    const char *copy = jox_text("output-%s", jox_base(result));
    jox_copy(result, jox_text("%s/%s", record.folder, copy));
    const char *dot = strrchr(jox_base(result), '.');
    for (size_t i = 0; dot != NULL && i < config->discard.count; i++) {
        unlink(jox_text("%.*s%s", (int) (dot - result), result, config->discard.items[i]));
    }
    fputs("],\n  \"output\": ", record.out);
    jox_json_text(record.out, absolute(result));
    fputs(", \"outputCopy\": ", record.out);
    jox_json_text(record.out, copy);
    fputs(",\n  \"inputs\": [", record.out);
    search_folders(&record);
    inputs(&record);
    fputs("\n  ]\n}\n", record.out);
    if (fclose(record.out) != 0 || rename(unfinished, jox_text("%s/link.json", record.folder)) != 0) {
        jox_die("cannot write %s: %s", unfinished, strerror(errno));
    }
}
