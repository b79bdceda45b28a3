/* One of two DLLs that need each other. */
#define JOIN(a, b) a##b
#define NAMED(prefix, name) JOIN(prefix, name)

__declspec(dllexport) int NAMED(number_of_, OWN)(void) {
    return 21;
}

#ifndef ALONE
__declspec(dllimport) int NAMED(number_of_, OTHER)(void);

__declspec(dllexport) int sum(void) {
    return NAMED(number_of_, OWN)() + NAMED(number_of_, OTHER)();
}
#endif
