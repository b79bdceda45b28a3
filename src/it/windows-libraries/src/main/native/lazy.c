/* Needs another DLL when it first calls it; linked without any library but the helper of delayed imports, which wants the rest. */
#include <windows.h>
#include <delayimp.h>

__declspec(dllimport) int value(void);

__declspec(dllexport) int later(void) {
    return 3 * value();
}

PfnDliHook __pfnDliFailureHook2, __pfnDliNotifyHook2;

size_t strlen(const char *text) {
    size_t length = 0;
    while (text[length] != '\0') {
        length++;
    }
    return length;
}
