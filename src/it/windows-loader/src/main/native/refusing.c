/* A DLL that does not want to be loaded, and leaves word when it is told to go. */
#include <windows.h>

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved) {
    (void)instance;
    (void)reserved;
    if (reason == DLL_PROCESS_DETACH) {
        SetEnvironmentVariableA("REFUSING", "gone");
    }
    return FALSE;
}
