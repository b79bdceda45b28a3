#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "system_win.h"

/* By the library's index. */
static struct opened {
    wchar_t *path;
    HMODULE module;
} *all;

static struct opened *opened(const struct pack *pack, uint32_t index) {
    if (all == NULL) {
        all = calloc(pack->library_count, sizeof *all);
    }
    return all == NULL ? NULL : &all[index];
}

/* The path of a file beside the executable; longer ones than MAX_PATH in the form that is not limited to it. */
static wchar_t *path_beside(const char *place) {
    static const wchar_t LONG[] = L"\\\\?\\";
    const wchar_t *folder = jox_wide_folder();
    wchar_t *below = jox_to_wide(place);
    wchar_t *path = NULL;
    if (folder != NULL && below != NULL) {
        size_t length = wcslen(folder) + 1 + wcslen(below) + 1;
        int prefixed = length > MAX_PATH && wcsncmp(folder, L"\\\\", 2) != 0;
        path = malloc((length + sizeof LONG / sizeof *LONG) * sizeof *path);
        if (path != NULL) {
            wcscpy(path, prefixed ? LONG : L"");
            wcscat(wcscat(wcscat(path, folder), L"\\"), below);
            for (wchar_t *at = path; *at != L'\0'; at++) {
                *at = *at == L'/' ? L'\\' : *at;
            }
        }
    }
    free(below);
    return path;
}

const wchar_t *jox_library_path(const struct pack *pack, uint32_t index) {
    struct opened *library = opened(pack, index);
    if (library != NULL && library->path == NULL) {
        library->path = path_beside(pack_string(pack, pack->libraries[index].place));
    }
    return library == NULL ? NULL : library->path;
}

/* Loads one library whose needs are loaded: then the loader finds them by their names, and looks nowhere for them. */
static HMODULE open_one(const struct pack *pack, uint32_t index, struct jox_failure *failure) {
    struct opened *library = opened(pack, index);
    const wchar_t *path = jox_library_path(pack, index);
    if (path == NULL) {
        snprintf(failure->text, sizeof failure->text, "no memory");
        return NULL;
    }
    if (library->module == NULL) {
        /* neither the executable's folder nor the current one */
        DWORD flags =
            LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32 | LOAD_LIBRARY_SEARCH_USER_DIRS;
        library->module = LoadLibraryExW(path, NULL, flags);
        if (library->module == NULL) {
            jox_last_error(failure, pack_string(pack, pack->libraries[index].place));
        }
    }
    return library->module;
}

HMODULE jox_open_library(const struct pack *pack, uint32_t index, struct jox_failure *failure) {
    const struct pack_library *library = &pack->libraries[index];
    for (uint32_t i = 0; i < library->need_count; i++) {
        if (open_one(pack, pack->needs[library->first_need + i], failure) == NULL) {
            return NULL;
        }
    }
    return open_one(pack, index, failure);
}
