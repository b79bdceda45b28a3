#include "wrapper.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void jox_die(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("jox: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(1);
}

void *jox_alloc(size_t size) {
    void *memory = calloc(1, size);
    if (memory == NULL) {
        jox_die("out of memory");
    }
    return memory;
}

char *jox_text(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0) {
        jox_die("cannot format a text");
    }
    char *text = jox_alloc((size_t) length + 1);
    va_start(arguments, format);
    vsnprintf(text, (size_t) length + 1, format, arguments);
    va_end(arguments);
    return text;
}

void jox_add(jox_list *list, const char *text) {
    if (list->count + 1 >= list->room) {
        size_t room = list->room == 0 ? 64 : list->room * 2;
        char **items = jox_alloc(room * sizeof *items);
        if (list->count > 0) {
            memcpy(items, list->items, list->count * sizeof *items);
        }
        list->items = items;
        list->room = room;
    }
    list->items[list->count++] = (char *) text;
    list->items[list->count] = NULL;
}

void jox_add_all(jox_list *list, const jox_list *other) {
    for (size_t i = 0; i < other->count; i++) {
        jox_add(list, other->items[i]);
    }
}

bool jox_starts(const char *text, const char *prefix) {
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool jox_ends(const char *text, const char *suffix) {
    size_t length = strlen(text);
    size_t end = strlen(suffix);
    return length >= end && strcmp(text + length - end, suffix) == 0;
}

const char *jox_base(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash == NULL ? path : slash + 1;
}

void jox_json_text(FILE *out, const char *text) {
    fputc('"', out);
    for (const unsigned char *c = (const unsigned char *) text; *c != '\0'; c++) {
        if (*c == '"' || *c == '\\') {
            fprintf(out, "\\%c", *c);
        } else if (*c < 0x20) {
            fprintf(out, "\\u%04x", *c);
        } else {
            fputc(*c, out);
        }
    }
    fputc('"', out);
}
