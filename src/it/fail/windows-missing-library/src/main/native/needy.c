/* An extension module, by its looks: it needs a DLL that is nowhere. */
__declspec(dllimport) int value(void);

__declspec(dllexport) void *PyInit_needy(void) {
    return value() ? (void *)0 : (void *)1;
}
