#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pe/pe.h"
#include "root.h"
#include "system_win.h"

NTSYSAPI BOOLEAN NTAPI RtlDllShutdownInProgress(VOID);

/* By the library's index. */
static struct opened {
    wchar_t *path;  /* what LoadLibrary() finds it by */
    HMODULE module; /* null before it is loaded */
    HMODULE attaching; /* the same from memory, while its DllMain makes it ready */
    int loading;    /* whether that has begun, and has not ended */
} *all;

static const struct pack *pack;
static CRITICAL_SECTION one_at_a_time; /* a DLL that is being loaded may load others */

static int is_in_memory(const struct pack_library *library) {
    return library->place.length == 0;
}

int jox_prepare_loader(const struct pack *resources) {
    pack = resources;
    all = calloc(pack->library_count + 1, sizeof *all);
    InitializeCriticalSection(&one_at_a_time);
    uint32_t with_variables = 0;
    for (uint32_t i = 0; i < pack->library_count; i++) {
        with_variables += is_in_memory(&pack->libraries[i]) && (pack->libraries[i].flags & PACK_STATIC_TLS) != 0;
    }
    return all == NULL ? -1 : pe_prepare_storage(with_variables);
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
        }
    }
    free(below);
    return path;
}

/* The path in memory where something of the pack seems to lie. */
static wchar_t *path_below_root(const char *below) {
    wchar_t *wide = jox_to_wide(below);
    wchar_t *path = wide == NULL ? NULL : malloc((wcslen(JOX_WIDE_ROOT) + 1 + wcslen(wide) + 1) * sizeof *path);
    if (path != NULL) {
        wcscat(wcscat(wcscpy(path, JOX_WIDE_ROOT), L"\\"), wide);
    }
    free(wide);
    return path;
}

const wchar_t *jox_library_path(uint32_t index) {
    const struct pack_library *library = &pack->libraries[index];
    if (all[index].path == NULL) {
        wchar_t *path = is_in_memory(library) ? path_below_root(pack_string(pack, library->path))
                                              : path_beside(pack_string(pack, library->place));
        for (wchar_t *at = path; path != NULL && *at != L'\0'; at++) {
            *at = *at == L'/' ? L'\\' : *at;
        }
        all[index].path = path;
    }
    return all[index].path;
}

static HMODULE open_file(const wchar_t *path, struct jox_failure *failure) {
    /* neither the executable's folder nor the current one */
    DWORD flags = LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32 | LOAD_LIBRARY_SEARCH_USER_DIRS;
    HMODULE module = LoadLibraryExW(path, NULL, flags);
    if (module == NULL) {
        char *text = jox_to_utf8(path);
        jox_last_error(failure, text == NULL ? "" : text);
        free(text);
    } else {
        pe_reroute(module);
    }
    return module;
}

static HMODULE open_in_memory(uint32_t index, const wchar_t *path, struct jox_failure *failure) {
    const struct pack_library *library = &pack->libraries[index];
    const char *file = pack_string(pack, library->path);
    const char *slash = strrchr(file, '/');
    const struct pack_blob *blob = &pack->blobs[library->blob];
    const unsigned char *bytes = pack_bytes(pack, blob);
    if (bytes == NULL) {
        snprintf(failure->text, sizeof failure->text, "%.160s cannot be unpacked", file);
        return NULL;
    }
    struct pe_source source = {
        .bytes = bytes,
        .size = blob->unpacked_size,
        .name = slash == NULL ? file : slash + 1,
        .path = path,
        .has_variables = (library->flags & PACK_STATIC_TLS) != 0,
        .attaching = &all[index].attaching,
    };
    HMODULE module = pe_load(&source, failure);
    pack_release(blob, bytes);
    if (module == NULL) {
        char text[sizeof failure->text];
        snprintf(text, sizeof text, "%.160s from memory: %.300s", file, failure->text);
        memcpy(failure->text, text, sizeof text);
    }
    return module;
}

static HMODULE ready(uint32_t index) {
    return __atomic_load_n(&all[index].module, __ATOMIC_ACQUIRE);
}

HMODULE jox_opened_library(uint32_t index) {
    HMODULE module = ready(index);
    return module != NULL ? module : __atomic_load_n(&all[index].attaching, __ATOMIC_ACQUIRE);
}

/*
 * The library of a name without folders: whichever of that name is loaded already, as Windows' loader has it, which the plan took
 * care of. Extension modules come last, since names of theirs are not unique.
 */
static uint32_t find_name(const char *name) {
    uint32_t found = PACK_NONE;
    for (int extensions = 0; extensions < 2; extensions++) {
        for (uint32_t i = 0; i < pack->library_count; i++) {
            const struct pack_library *library = &pack->libraries[i];
            if (((library->flags & PACK_IS_EXTENSION) != 0) == extensions
                && _stricmp(pack_string(pack, library->soname), name) == 0) {
                if (jox_opened_library(i) != NULL) {
                    return i;
                }
                found = found == PACK_NONE ? i : found;
            }
        }
    }
    return found;
}

/* Libraries that others need by their name are one library, wherever copies of it are. */
static HMODULE opened_of_same_name(const struct pack_library *library) {
    uint32_t other = (library->flags & PACK_IS_EXTENSION) != 0 ? PACK_NONE : find_name(pack_string(pack, library->soname));
    return other == PACK_NONE || (pack->libraries[other].flags & PACK_IS_EXTENSION) != 0 ? NULL
                                                                                         : jox_opened_library(other);
}

/* Loads one library whose needs are loaded: then it finds them by their names, and nothing is looked for. */
static HMODULE open_one(uint32_t index, struct jox_failure *failure) {
    const struct pack_library *library = &pack->libraries[index];
    const wchar_t *path = jox_library_path(index);
    if (path == NULL) {
        snprintf(failure->text, sizeof failure->text, "no memory");
        return NULL;
    }
    if (all[index].attaching != NULL) {
        return all[index].attaching; /* its DllMain asks for it, or loads what does */
    }
    if (all[index].loading) {
        snprintf(failure->text, sizeof failure->text, "%.200s needs itself in a circle", pack_string(pack, library->path));
        return NULL;
    }
    if (all[index].module == NULL) {
        HMODULE module = opened_of_same_name(library);
        all[index].loading = 1;
        if (module == NULL) {
            module = is_in_memory(library) ? open_in_memory(index, path, failure) : open_file(path, failure);
        }
        all[index].loading = 0;
        __atomic_store_n(&all[index].module, module, __ATOMIC_RELEASE);
    }
    return all[index].module;
}

HMODULE jox_open_library(uint32_t index, struct jox_failure *failure) {
    HMODULE module = ready(index);
    if (module != NULL) {
        return module;
    }
    if (RtlDllShutdownInProgress()) {
        snprintf(failure->text, sizeof failure->text, "the process ends");
        return NULL; /* a thread that is no more may have been loading */
    }
    const struct pack_library *library = &pack->libraries[index];
    int failed = 0;
    EnterCriticalSection(&one_at_a_time);
    for (uint32_t i = 0; i < library->need_count && !failed; i++) {
        failed = open_one(pack->needs[library->first_need + i], failure) == NULL;
    }
    module = failed ? NULL : open_one(index, failure);
    LeaveCriticalSection(&one_at_a_time);
    return module;
}

static uint32_t find_path(const char *below) {
    for (uint32_t i = 0; i < pack->library_count; i++) {
        if (_stricmp(pack_string(pack, pack->libraries[i].path), below) == 0) {
            return i;
        }
    }
    return PACK_NONE;
}

/* Like LoadLibrary(): a name without a dot gets .dll, and one that ends with a dot loses that. 0, or -1 when it is too long. */
static int complete(const char *name, char *whole, size_t capacity) {
    size_t length = strlen(name);
    if (length + sizeof ".dll" > capacity) {
        return -1;
    }
    strcpy(whole, name);
    if (strchr(name, '.') == NULL) {
        strcat(whole, ".dll");
    } else if (name[length - 1] == '.') {
        whole[length - 1] = '\0';
    }
    return 0;
}

/* What is behind the last separator. */
static const char *last_part(const char *path) {
    const char *last = path;
    for (; *path != '\0'; path++) {
        last = strchr("\\/:", *path) != NULL ? path + 1 : last;
    }
    return last;
}

int jox_is_below_root(const wchar_t *path) {
    static const size_t ROOT = sizeof JOX_ROOT - 1;
    return _wcsnicmp(path, JOX_WIDE_ROOT, ROOT) == 0 && (path[ROOT] == L'\\' || path[ROOT] == L'/');
}

uint32_t jox_find_library(const wchar_t *name, int *is_ours) {
    static const char STABLE_ABI[] = "python3.dll";
    char whole[MAX_PATH] = "";
    char *text = jox_to_utf8(name);
    uint32_t index = PACK_NONE;
    *is_ours = 0;
    if (text != NULL && jox_is_below_root(name)) {
        char *below = text + sizeof JOX_ROOT;
        for (char *at = below; *at != '\0'; at++) {
            *at = *at == '\\' ? '/' : *at;
        }
        *is_ours = 1;
        index = pack_normalize(below) < 0 ? PACK_NONE : find_path(below);
    } else if (text != NULL && complete(last_part(text), whole, sizeof whole) == 0) {
        /* CPython looks for it in folders that anybody may have put a file into; another's would be of another Python */
        *is_ours = _stricmp(whole, STABLE_ABI) == 0;
        index = *is_ours || last_part(text) == text ? find_name(whole) : PACK_NONE;
    }
    free(text);
    return index;
}

HMODULE jox_module_named(const char *dll, int *carried, struct jox_failure *failure) {
    uint32_t index = find_name(dll);
    *carried = index != PACK_NONE;
    if (index != PACK_NONE) {
        return jox_open_library(index, failure);
    }
    HMODULE module =
        LoadLibraryExA(dll, NULL, LOAD_LIBRARY_SEARCH_SYSTEM32 | LOAD_LIBRARY_SEARCH_USER_DIRS);
    if (module == NULL) {
        jox_last_error(failure, dll);
    }
    return module;
}
