#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "jox.h"

const char *jox_program_name(void) {
    const char *name = jox.argc > 0 ? jox.argv[0] : "jox";
    for (const char *at = name; *at != '\0'; at++) {
        if (*at == '/' || *at == JOX_SEPARATOR[0]) {
            name = at + 1;
        }
    }
    return name;
}

void jox_complain(const char *format, ...) {
    char line[1024];
    int used = snprintf(line, sizeof line / 4, "%s: ", jox_program_name());
    if (used < 0 || (size_t)used >= sizeof line / 4) {
        used = 0;
    }
    va_list arguments;
    va_start(arguments, format);
    int written = vsnprintf(line + used, sizeof line - (size_t)used - 1, format, arguments);
    va_end(arguments);
    if (written > 0) {
        used += written;
    }
    if ((size_t)used > sizeof line - 2) {
        used = sizeof line - 2;
    }
    line[used++] = '\n';
    jox_print_error(line, (size_t)used);
}
