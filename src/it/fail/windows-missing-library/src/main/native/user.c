__declspec(dllimport) int value(void);

__declspec(dllexport) int twice(void) {
    return 2 * value();
}
