/*
 * Arguments that packages write for Microsoft's compiler and linker where they see Windows, in the words of the compiler that is there
 * (learn.microsoft.com, "MSVC compiler options" and "MSVC linker reference"). Which ones, wrapper.conf says.
 */
#include "wrapper.h"

#include <ctype.h>
#include <string.h>
#include <unistd.h>

static const char *lower(const char *text) {
    char *copy = jox_text("%s", text);
    for (char *c = copy; *c != '\0'; c++) {
        *c = (char) tolower((unsigned char) *c);
    }
    return copy;
}

/* An option begins as paths do: what is there is a path, and so is what has folders, unless it is an option with a path. */
static const jox_rewriting *rewriting_of(const jox_config *config, const char *argument) {
    const jox_rewriting *longest = NULL;
    for (size_t i = 0; i < config->rewritings; i++) {
        const jox_rewriting *rewriting = &config->rewrite[i];
        if (jox_starts(argument, rewriting->from) && (longest == NULL || strlen(rewriting->from) > strlen(longest->from))) {
            longest = rewriting;
        }
    }
    if (longest == NULL || access(argument, F_OK) == 0 || (longest->to[0] == '\0' && strchr(argument + 1, '/') != NULL)) {
        return NULL;
    }
    return longest;
}

/* Whether a folder that the line names has the library. */
static bool is_there(const jox_list *arguments, const char *library) {
    for (size_t i = 0; i < arguments->count; i++) {
        const char *folder = arguments->items[i];
        if (strcmp(folder, "-L") == 0 && i + 1 < arguments->count) {
            folder = arguments->items[++i];
        } else if (jox_starts(folder, "-L")) {
            folder += strlen("-L");
        } else {
            continue;
        }
        if (access(jox_text("%s/lib%s.a", folder, library), F_OK) == 0) {
            return true;
        }
    }
    return false;
}

jox_list jox_translate(const jox_config *config, const jox_list *arguments) {
    jox_list translated = {0};
    for (size_t i = 0; i < arguments->count; i++) {
        const char *argument = arguments->items[i];
        const jox_rewriting *rewriting = rewriting_of(config, argument);
        if (rewriting != NULL) {
            if (rewriting->to[0] != '\0') {
                jox_add(&translated, jox_text("%s%s", rewriting->to, argument + strlen(rewriting->from)));
            }
        } else if (config->windows_libraries && jox_starts(argument, "-l") && !is_there(arguments, argument + strlen("-l"))
                   && !is_there(&translated, argument + strlen("-l"))) {
            jox_add(&translated, lower(argument));
        } else if (config->windows_libraries && jox_ends(argument, ".lib") && access(argument, F_OK) != 0) {
            jox_add(&translated, jox_text("-l%.*s", (int) (strlen(argument) - strlen(".lib")), lower(argument)));
        } else {
            jox_add(&translated, argument);
            if (jox_takes_value(JOX_CC, argument) && i + 1 < arguments->count) {
                jox_add(&translated, arguments->items[++i]);
            }
        }
    }
    if (config->windows_libraries && !jox_stops_before_link(&translated)) {
        jox_list libraries = jox_libraries_of_objects(&translated);
        jox_add_all(&translated, &libraries);
    }
    return translated;
}
