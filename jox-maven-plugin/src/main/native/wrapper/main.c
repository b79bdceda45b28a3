#define _GNU_SOURCE
#include "wrapper.h"

#include <stdlib.h>
#include <string.h>

/* The tool by the name that this program was called by: c++, x86_64-linux-gnu-g++-12, llvm-ar, ld.lld. */
static jox_tool tool_of(const char *name) {
    if (strstr(name, "++") != NULL) {
        return JOX_CXX;
    }
    if (jox_ends(name, "ranlib")) {
        return JOX_RANLIB;
    }
    if (strcmp(name, "ar") == 0 || jox_ends(name, "-ar")) {
        return JOX_AR;
    }
    if (strcmp(name, "ld") == 0 || jox_starts(name, "ld.") || jox_ends(name, "-ld") || strstr(name, "-ld.") != NULL) {
        return JOX_LD;
    }
    return JOX_CC;
}

/* The letters of ar's operation without T: thin archives hold paths of files that are gone when the build ends. */
static void archive_arguments(jox_list *command, int count, char **arguments) {
    for (int i = 0; i < count; i++) {
        if (strcmp(arguments[i], "--thin") == 0) {
            continue;
        }
        bool operation = i == 0 && !jox_starts(arguments[i], "--") && strpbrk(arguments[i], "rq") != NULL;
        if (operation && strchr(arguments[i], 'T') != NULL) {
            char *letters = jox_alloc(strlen(arguments[i]) + 1);
            size_t length = 0;
            for (const char *c = arguments[i]; *c != '\0'; c++) {
                if (*c != 'T') {
                    letters[length++] = *c;
                }
            }
            jox_add(command, letters);
        } else {
            jox_add(command, arguments[i]);
        }
    }
}

static bool dropped(const jox_config *config, const char *argument) {
    for (size_t i = 0; i < config->drop.count; i++) {
        if (jox_starts(argument, config->drop.items[i])) {
            return true;
        }
    }
    return false;
}

/* Whether an argument hands the linker an option whose value is in the next one, as libtool writes it: "-Wl,-rpath -Wl,/folder". */
static bool value_follows(const char *argument, const char *next) {
    return jox_starts(argument, "-Wl,") && strchr(argument + strlen("-Wl,"), ',') == NULL && next != NULL && jox_starts(next, "-Wl,")
        && jox_takes_value(JOX_LD, argument + strlen("-Wl,"));
}

/* The user's arguments for a compiler: those that it takes, without the intermediate code that nobody could rename symbols in. */
static void compiler_arguments(jox_list *command, const jox_config *config, const jox_list *arguments) {
    bool lto = false;
    bool works = false;
    for (size_t i = 0; i < arguments->count; i++) {
        const char *argument = arguments->items[i];
        if (!dropped(config, argument)) {
            jox_add(command, argument);
        } else if (value_follows(argument, arguments->items[i + 1])) {
            i++;
        }
        lto = lto || jox_starts(argument, "-flto");
        works = works || argument[0] != '-';
    }
    if (lto) {
        jox_add(command, "-fno-lto");
    }
    /* Questions such as --version and -print-search-dirs are answered without further arguments. */
    if (works) {
        jox_map_folders(command);
        jox_add_all(command, &config->compile);
        if (!jox_stops_before_link(arguments)) {
            jox_add_all(command, &config->link);
        }
    }
}

int main(int count, char **arguments) {
    const char *name = jox_base(arguments[0]);
    jox_tool tool = tool_of(name);
    jox_config config = jox_configure();
    jox_list command = {0};
    if (config.real[tool].count == 0) {
        jox_die("wrapper.conf names no program for %s", name);
    }
    jox_add_all(&command, &config.real[tool]);
    jox_list given = {0};
    for (int i = 1; i < count; i++) {
        jox_add(&given, arguments[i]);
    }
    if (tool == JOX_AR) {
        archive_arguments(&command, count - 1, arguments + 1);
        jox_exec(&command);
    }
    if (tool == JOX_CC || tool == JOX_CXX) {
        jox_list expanded = jox_expand(count - 1, arguments + 1);
        bool translates = config.rewritings > 0 || config.windows_libraries;
        bool long_line = expanded.count != given.count && config.drop.count == 0 && !translates;
        if (translates) {
            expanded = jox_translate(&config, &expanded);
        }
        /* A response file may be there because the line is too long for the system: leave it, unless arguments must be changed. */
        compiler_arguments(&command, &config, long_line ? &given : &expanded);
        given = expanded;
    } else {
        jox_add_all(&command, &given);
        given = jox_expand(count - 1, arguments + 1);
    }
    /* The real compiler may find the linker by PATH, and so this program again: one record is enough. */
    bool inner = getenv("JOX_CAPTURE_INNER") != NULL;
    if (inner || config.record == NULL || !jox_links_shared(tool, &given)) {
        jox_exec(&command);
    }
    setenv("JOX_CAPTURE_INNER", "1", 1);
    int status = jox_run(&command);
    if (status == 0) {
        jox_record(&config, tool, &given);
    }
    return status;
}
