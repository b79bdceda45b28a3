/* A DLL that somebody puts where it may be taken for another: it ends the program that loads it. */
#include <windows.h>

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved) {
    (void)instance;
    (void)reserved;
    if (reason == DLL_PROCESS_ATTACH) {
        ExitProcess(66);
    }
    return TRUE;
}
