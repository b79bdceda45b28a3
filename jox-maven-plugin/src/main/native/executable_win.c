#include <stdlib.h>
#include <string.h>

#include "jox.h"
#include "system_win.h"

/* The module's path as Windows has it, whatever its length. */
static wchar_t *module_path(void) {
    for (DWORD capacity = MAX_PATH; capacity <= 1 << 16; capacity *= 2) {
        wchar_t *path = malloc(capacity * sizeof *path);
        DWORD length = path == NULL ? 0 : GetModuleFileNameW(NULL, path, capacity);
        if (length > 0 && length < capacity) {
            return path;
        }
        free(path);
        if (length == 0) {
            break;
        }
    }
    return NULL;
}

/* What the path means once links are followed, in the usual form. */
static wchar_t *resolve(const wchar_t *path) {
    static const wchar_t LONG[] = L"\\\\?\\";
    const size_t prefix = sizeof LONG / sizeof *LONG - 1;
    enum { CAPACITY = 1 << 15 };
    HANDLE file = CreateFileW(path, 0, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) {
        return NULL;
    }
    wchar_t *resolved = malloc(CAPACITY * sizeof *resolved);
    DWORD length = resolved == NULL ? 0 : GetFinalPathNameByHandleW(file, resolved, CAPACITY, VOLUME_NAME_DOS);
    CloseHandle(file);
    if (length == 0 || length >= CAPACITY) {
        free(resolved);
        return NULL;
    }
    if (wcsncmp(resolved, LONG, prefix) == 0 && resolved[prefix] != L'\0' && resolved[prefix + 1] == L':') {
        memmove(resolved, resolved + prefix, (length - prefix + 1) * sizeof *resolved);
    }
    return resolved;
}

const char *jox_find_executable(const char *argument) {
    (void)argument;
    wchar_t *path = module_path();
    char *text = path == NULL ? NULL : jox_to_utf8(path);
    free(path);
    return text;
}

const wchar_t *jox_wide_folder(void) {
    static wchar_t *folder;
    if (folder == NULL) {
        wchar_t *path = module_path();
        wchar_t *resolved = path == NULL ? NULL : resolve(path);
        if (resolved != NULL) {
            free(path);
            path = resolved;
        }
        wchar_t *separator = path == NULL ? NULL : wcsrchr(path, L'\\');
        if (separator != NULL) {
            *separator = L'\0';
        }
        folder = path;
    }
    return folder;
}

const char *jox_folder(void) {
    if (jox.folder == NULL) {
        const wchar_t *folder = jox_wide_folder();
        jox.folder = folder == NULL ? NULL : jox_to_utf8(folder);
    }
    return jox.folder;
}
