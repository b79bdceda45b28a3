/* What a DLL may ask Windows of itself: of its names, its headers, its threads and its resources. */
#include <windows.h>

static HINSTANCE self;
static int found, opened, ignores_threads;
static volatile LONG begun, ended;
static __thread int number = 7;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved) {
    (void)reserved;
    switch (reason) {
    case DLL_PROCESS_ATTACH:
        self = instance;
        found = GetModuleHandleW(L"probe.dll") == instance;
        opened = LoadLibraryA("PROBE") == instance;
        ignores_threads = DisableThreadLibraryCalls(instance);
        break;
    case DLL_THREAD_ATTACH:
        InterlockedIncrement(&begun);
        break;
    case DLL_THREAD_DETACH:
        InterlockedIncrement(&ended);
        break;
    }
    return TRUE;
}

__declspec(dllexport) int found_itself(void) {
    return found;
}

__declspec(dllexport) int opened_itself(void) {
    return opened;
}

__declspec(dllexport) int ignored_threads(void) {
    return ignores_threads;
}

__declspec(dllexport) int threads_begun(void) {
    return begun;
}

__declspec(dllexport) int threads_ended(void) {
    return ended;
}

/* Counts the calls of a thread, from 8. */
__declspec(dllexport) int count(void) {
    return ++number;
}

__declspec(dllexport) int is_based(void) {
    const IMAGE_DOS_HEADER *dos = (const IMAGE_DOS_HEADER *)self;
    const IMAGE_NT_HEADERS *headers = (const IMAGE_NT_HEADERS *)((const char *)self + dos->e_lfanew);
    return headers->OptionalHeader.ImageBase == (ULONGLONG)(ULONG_PTR)self;
}

__declspec(dllexport) int text(char *buffer, int capacity) {
    return LoadStringA(self, 1000, buffer, capacity);
}

__declspec(dllexport) int data(char *buffer, int capacity) {
    HRSRC resource = FindResourceW(self, MAKEINTRESOURCEW(7), (LPCWSTR)RT_RCDATA);
    DWORD size = resource == NULL ? 0 : SizeofResource(self, resource);
    HGLOBAL loaded = size == 0 || size > (DWORD)capacity ? NULL : LoadResource(self, resource);
    const char *bytes = loaded == NULL ? NULL : LockResource(loaded);
    for (DWORD i = 0; bytes != NULL && i < size; i++) {
        buffer[i] = bytes[i];
    }
    return bytes == NULL ? -1 : (int)size;
}
