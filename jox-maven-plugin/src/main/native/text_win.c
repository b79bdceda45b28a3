#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "system_win.h"

wchar_t *jox_to_wide(const char *text) {
    int length = MultiByteToWideChar(CP_UTF8, 0, text, -1, NULL, 0);
    wchar_t *wide = malloc((size_t)length * sizeof *wide);
    if (wide != NULL) {
        MultiByteToWideChar(CP_UTF8, 0, text, -1, wide, length);
    }
    return wide;
}

char *jox_to_utf8(const wchar_t *text) {
    int length = WideCharToMultiByte(CP_UTF8, 0, text, -1, NULL, 0, NULL, NULL);
    char *bytes = malloc((size_t)length);
    if (bytes != NULL) {
        WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, length, NULL, NULL);
    }
    return bytes;
}

void jox_last_error(struct jox_failure *failure, const char *subject) {
    DWORD error = GetLastError();
    wchar_t wide[256];
    DWORD flags = FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS;
    DWORD length = FormatMessageW(flags, NULL, error, 0, wide, sizeof wide / sizeof *wide, NULL);
    while (length > 0 && (wide[length - 1] <= L' ' || wide[length - 1] == L'.')) {
        length--;
    }
    wide[length < sizeof wide / sizeof *wide ? length : 0] = L'\0';
    char *message = jox_to_utf8(wide);
    snprintf(failure->text, sizeof failure->text, "%s: %s (error %lu)", subject, message == NULL ? "" : message, error);
    free(message);
}
