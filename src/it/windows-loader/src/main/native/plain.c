/* A DLL without thread-local variables, which asks not to be told of threads. */
#include <windows.h>

static volatile LONG begun;
static int ignores_threads;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved) {
    (void)reserved;
    if (reason == DLL_PROCESS_ATTACH) {
        ignores_threads = DisableThreadLibraryCalls(instance);
    } else if (reason == DLL_THREAD_ATTACH) {
        InterlockedIncrement(&begun);
    }
    return TRUE;
}

__declspec(dllexport) int ignored_threads(void) {
    return ignores_threads;
}

__declspec(dllexport) int threads_begun(void) {
    return begun;
}
