/* What the arguments of cc and ld mean, as far as a recorder has to know (GCC manual, "Option Summary"; ld manual, "Options"). */
#include "wrapper.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static char *content(const char *path) {
    FILE *in = fopen(path, "rb");
    if (in == NULL) {
        return NULL;
    }
    size_t size = 0;
    size_t room = 1 << 16;
    char *text = jox_alloc(room);
    size_t got;
    while ((got = fread(text + size, 1, room - size - 1, in)) > 0) {
        size += got;
        if (size + 1 == room) {
            char *more = jox_alloc(room * 2);
            memcpy(more, text, size);
            text = more;
            room *= 2;
        }
    }
    fclose(in);
    text[size] = '\0';
    return text;
}

/* Words are separated by white space; quotes of either kind hold them together, a backslash takes any character as it is. */
static void words(jox_list *list, const char *text) {
    const char *c = text;
    for (;;) {
        while (isspace((unsigned char) *c)) {
            c++;
        }
        if (*c == '\0') {
            return;
        }
        char *word = jox_alloc(strlen(c) + 1);
        size_t length = 0;
        char quote = '\0';
        for (; *c != '\0' && (quote != '\0' || !isspace((unsigned char) *c)); c++) {
            if (*c == '\\' && c[1] != '\0') {
                word[length++] = *++c;
            } else if (quote != '\0' && *c == quote) {
                quote = '\0';
            } else if (quote == '\0' && (*c == '"' || *c == '\'')) {
                quote = *c;
            } else {
                word[length++] = *c;
            }
        }
        jox_add(list, word);
    }
}

jox_list jox_expand(int count, char **arguments) {
    jox_list list = {0};
    for (int i = 0; i < count; i++) {
        char *text = arguments[i][0] == '@' ? content(arguments[i] + 1) : NULL;
        if (text == NULL) {
            jox_add(&list, arguments[i]);
            continue;
        }
        jox_list inner = {0};
        words(&inner, text);
        jox_list expanded = jox_expand((int) inner.count, inner.items);
        jox_add_all(&list, &expanded);
    }
    return list;
}

bool jox_takes_value(jox_tool tool, const char *argument) {
    static const char *const both[] = {"-o", "-L", "-l", "-u", "-z", "-T", "-e", NULL};
    static const char *const compiler[] = {"-I", "-D", "-U", "-B", "-x", "-Xlinker", "-Xassembler", "-Xpreprocessor", "-Xclang",
        "-include", "-imacros", "-isystem", "-iquote", "-idirafter", "-iprefix", "-isysroot", "-MF", "-MT", "-MQ", "-target",
        "-arch", "-framework", "--param", "-aux-info", "-mllvm", "-wrapper", "-specs", NULL};
    static const char *const linker[] = {"-soname", "--soname", "-h", "-rpath", "--rpath", "-rpath-link", "--rpath-link", "-m", "-F",
        "-f", "-dynamic-linker", "--dynamic-linker", "-I", "-Map", "--version-script", "-version-script", "--dynamic-list",
        "-plugin", "-y", "-Y", "-A", "-R", "-c", "--entry", "--undefined", "--defsym", "-a", "-b", "--script",
        "--exclude-libs", NULL};
    for (const char *const *name = both; *name != NULL; name++) {
        if (strcmp(argument, *name) == 0) {
            return true;
        }
    }
    for (const char *const *name = tool == JOX_LD ? linker : compiler; *name != NULL; name++) {
        if (strcmp(argument, *name) == 0) {
            return true;
        }
    }
    return false;
}

bool jox_stops_before_link(const jox_list *arguments) {
    static const char *const stops[] = {"-c", "-S", "-E", "-M", "-MM", "-fsyntax-only", "-###", NULL};
    for (size_t i = 0; i < arguments->count; i++) {
        for (const char *const *stop = stops; *stop != NULL; stop++) {
            if (strcmp(arguments->items[i], *stop) == 0) {
                return true;
            }
        }
    }
    return false;
}

bool jox_links_shared(jox_tool tool, const jox_list *arguments) {
    if ((tool != JOX_LD && jox_stops_before_link(arguments)) || (tool != JOX_CC && tool != JOX_CXX && tool != JOX_LD)) {
        return false;
    }
    for (size_t i = 0; i < arguments->count; i++) {
        const char *argument = arguments->items[i];
        if (jox_takes_value(tool, argument)) {
            i++;
        } else if (strcmp(argument, "-shared") == 0 || strcmp(argument, "--shared") == 0
                   || (tool == JOX_LD && (strcmp(argument, "-Bshareable") == 0 || strcmp(argument, "-G") == 0))) {
            return true;
        }
    }
    return false;
}

bool jox_is_source(const char *path) {
    static const char *const endings[] = {".c", ".i", ".cc", ".cp", ".cxx", ".cpp", ".CPP", ".c++", ".C", ".ii", ".m", ".mm",
        ".s", ".S", ".sx", ".f", ".for", ".f90", ".f95", ".F", ".F90", NULL};
    const char *dot = strrchr(jox_base(path), '.');
    for (const char *const *ending = endings; dot != NULL && *ending != NULL; ending++) {
        if (strcmp(dot, *ending) == 0) {
            return true;
        }
    }
    return false;
}
