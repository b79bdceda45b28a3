/*
 * Windows' loader does not know what is in memory. Carried DLLs, from memory and from files, get these functions in place of its
 * own: they answer for what the executable carries and ask Windows about everything else.
 */
#include <stdlib.h>
#include <string.h>

#include "pe.h"

/* What AddDllDirectory() gives for a folder in memory, where nothing has to be looked for. */
static char nowhere;

static wchar_t *widen(const char *text) {
    int length = MultiByteToWideChar(CP_ACP, 0, text, -1, NULL, 0);
    wchar_t *wide = malloc((size_t)length * sizeof *wide);
    if (wide != NULL) {
        MultiByteToWideChar(CP_ACP, 0, text, -1, wide, length);
    }
    return wide;
}

/*
 * Without the executable's own folder, where anybody may have put a file. CPython asks for python3.dll there; ctypes and others ask
 * for the usual folders, which it is one of.
 */
static DWORD without_own_folder(DWORD flags) {
    if ((flags & LOAD_LIBRARY_SEARCH_DEFAULT_DIRS) != 0) {
        flags |= LOAD_LIBRARY_SEARCH_SYSTEM32 | LOAD_LIBRARY_SEARCH_USER_DIRS;
    }
    return flags & ~(DWORD)(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS | LOAD_LIBRARY_SEARCH_APPLICATION_DIR);
}

static HMODULE WINAPI load_library_ex_w(LPCWSTR name, HANDLE file, DWORD flags) {
    struct jox_failure failure;
    int is_ours = 0;
    uint32_t index = name == NULL ? PACK_NONE : jox_find_library(name, &is_ours);
    if (index == PACK_NONE && !is_ours) {
        return LoadLibraryExW(name, file, without_own_folder(flags));
    }
    HMODULE module = index == PACK_NONE ? NULL : jox_open_library(index, &failure);
    if (module == NULL) {
        SetLastError(ERROR_MOD_NOT_FOUND);
    }
    return module;
}

static HMODULE WINAPI load_library_ex_a(LPCSTR name, HANDLE file, DWORD flags) {
    wchar_t *wide = name == NULL ? NULL : widen(name);
    HMODULE module = load_library_ex_w(wide, file, flags);
    free(wide);
    return module;
}

static HMODULE WINAPI load_library_w(LPCWSTR name) {
    return load_library_ex_w(name, NULL, 0);
}

static HMODULE WINAPI load_library_a(LPCSTR name) {
    return load_library_ex_a(name, NULL, 0);
}

static BOOL WINAPI free_library(HMODULE module) {
    return pe_module_of(module) != NULL || FreeLibrary(module);
}

static void WINAPI free_library_and_exit_thread(HMODULE module, DWORD status) {
    if (pe_module_of(module) != NULL) {
        ExitThread(status);
    }
    FreeLibraryAndExitThread(module, status);
}

static BOOL WINAPI get_module_handle_ex_w(DWORD flags, LPCWSTR name, HMODULE *module) {
    HMODULE found = NULL;
    int is_ours;
    if ((flags & GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS) != 0) {
        const struct pe_module *own = pe_module_with(name);
        found = own == NULL ? NULL : (HMODULE)own->view.base;
    } else if (name != NULL) {
        uint32_t index = jox_find_library(name, &is_ours);
        found = index == PACK_NONE ? NULL : jox_opened_library(index);
    }
    if (pe_module_of(found) == NULL) {
        return GetModuleHandleExW(flags, name, module);
    }
    if (module != NULL) {
        *module = found;
    }
    return TRUE;
}

static BOOL WINAPI get_module_handle_ex_a(DWORD flags, LPCSTR name, HMODULE *module) {
    if ((flags & GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS) != 0 || name == NULL) {
        return get_module_handle_ex_w(flags, (LPCWSTR)(const void *)name, module);
    }
    wchar_t *wide = widen(name);
    BOOL done = get_module_handle_ex_w(flags, wide, module);
    free(wide);
    return done;
}

static HMODULE WINAPI get_module_handle_w(LPCWSTR name) {
    HMODULE module = NULL;
    return get_module_handle_ex_w(GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT, name, &module) ? module : NULL;
}

static HMODULE WINAPI get_module_handle_a(LPCSTR name) {
    HMODULE module = NULL;
    return get_module_handle_ex_a(GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT, name, &module) ? module : NULL;
}

/* Whatever does not fit is cut off, with an error that says so, as Windows does it. */
static DWORD WINAPI get_module_file_name_w(HMODULE module, LPWSTR buffer, DWORD capacity) {
    const struct pe_module *own = pe_module_of(module);
    if (own == NULL) {
        return GetModuleFileNameW(module, buffer, capacity);
    }
    DWORD length = (DWORD)wcslen(own->path);
    DWORD copied = length < capacity ? length : capacity;
    memcpy(buffer, own->path, copied * sizeof *buffer);
    if (copied < capacity) {
        buffer[copied] = L'\0';
    } else if (capacity > 0) {
        buffer[capacity - 1] = L'\0';
    }
    SetLastError(copied < capacity ? ERROR_SUCCESS : ERROR_INSUFFICIENT_BUFFER);
    return copied;
}

static DWORD WINAPI get_module_file_name_a(HMODULE module, LPSTR buffer, DWORD capacity) {
    const struct pe_module *own = pe_module_of(module);
    if (own == NULL) {
        return GetModuleFileNameA(module, buffer, capacity);
    }
    int size = WideCharToMultiByte(CP_ACP, 0, own->path, -1, buffer, (int)capacity, NULL, NULL);
    if (size == 0 && capacity > 0) {
        buffer[capacity - 1] = '\0';
    }
    SetLastError(size > 0 ? ERROR_SUCCESS : ERROR_INSUFFICIENT_BUFFER);
    return size > 0 ? (DWORD)size - 1 : capacity;
}

static BOOL WINAPI disable_thread_library_calls(HMODULE module) {
    if (pe_module_of(module) == NULL) {
        return DisableThreadLibraryCalls(module);
    }
    if (pe_ignore_threads(module) < 0) {
        SetLastError(ERROR_MOD_NOT_FOUND);
        return FALSE;
    }
    return TRUE;
}

/* C++ asks for the image that an exception's type lies in. */
static PVOID WINAPI rtl_pc_to_file_header(PVOID address, PVOID *base) {
    const struct pe_module *own = pe_module_with(address);
    if (own == NULL) {
        return RtlPcToFileHeader(address, base);
    }
    *base = own->view.base;
    return own->view.base;
}

static DLL_DIRECTORY_COOKIE WINAPI add_dll_directory(PCWSTR folder) {
    return folder != NULL && jox_is_below_root(folder) ? &nowhere : AddDllDirectory(folder);
}

static BOOL WINAPI remove_dll_directory(DLL_DIRECTORY_COOKIE cookie) {
    return cookie == &nowhere || RemoveDllDirectory(cookie);
}

static FARPROC WINAPI get_proc_address(HMODULE module, LPCSTR name);

#define ROUTE(name, function) {#name, (void *)(function)}

static const struct route {
    const char *name;
    void *function;
} ROUTES[] = {
    ROUTE(AddDllDirectory, add_dll_directory),
    ROUTE(DisableThreadLibraryCalls, disable_thread_library_calls),
    ROUTE(FreeLibrary, free_library),
    ROUTE(FreeLibraryAndExitThread, free_library_and_exit_thread),
    ROUTE(GetModuleFileNameA, get_module_file_name_a),
    ROUTE(GetModuleFileNameW, get_module_file_name_w),
    ROUTE(GetModuleHandleA, get_module_handle_a),
    ROUTE(GetModuleHandleExA, get_module_handle_ex_a),
    ROUTE(GetModuleHandleExW, get_module_handle_ex_w),
    ROUTE(GetModuleHandleW, get_module_handle_w),
    ROUTE(GetProcAddress, get_proc_address),
    ROUTE(LoadLibraryA, load_library_a),
    ROUTE(LoadLibraryExA, load_library_ex_a),
    ROUTE(LoadLibraryExW, load_library_ex_w),
    ROUTE(LoadLibraryW, load_library_w),
    ROUTE(RemoveDllDirectory, remove_dll_directory),
    ROUTE(RtlPcToFileHeader, rtl_pc_to_file_header),
};

static int compare(const void *name, const void *route) {
    return strcmp(name, ((const struct route *)route)->name);
}

void *pe_route(const char *function) {
    const struct route *route =
        bsearch(function, ROUTES, sizeof ROUTES / sizeof *ROUTES, sizeof *ROUTES, compare);
    return route == NULL ? NULL : route->function;
}

/* Whoever asks for one of the functions above by its name gets it, too. */
static int is_system(HMODULE module) {
    return module == GetModuleHandleW(L"kernel32.dll") || module == GetModuleHandleW(L"kernelbase.dll")
           || module == GetModuleHandleW(L"ntdll.dll");
}

static FARPROC WINAPI get_proc_address(HMODULE module, LPCSTR name) {
    struct jox_failure failure;
    int by_name = (uintptr_t)name > 0xffff;
    void *address = by_name && is_system(module) ? pe_route(name) : NULL;
    if (address == NULL && pe_module_of(module) == NULL) {
        return GetProcAddress(module, name);
    }
    if (address == NULL) {
        address = jox_export(module, by_name ? name : NULL, (uint32_t)(uintptr_t)name, &failure);
    }
    if (address == NULL) {
        SetLastError(ERROR_PROC_NOT_FOUND);
    }
    return (FARPROC)address;
}
