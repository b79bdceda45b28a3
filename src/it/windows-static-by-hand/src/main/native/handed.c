/* A library that the pom adds; it says where it is. */
#include <windows.h>

__declspec(dllexport) int seventeen(void) {
    return 17;
}

__declspec(dllexport) DWORD place(wchar_t *path, DWORD capacity) {
    HMODULE module;
    if (!GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                            (const wchar_t *)(void *)seventeen, &module)) {
        return 0;
    }
    return GetModuleFileNameW(module, path, capacity);
}
