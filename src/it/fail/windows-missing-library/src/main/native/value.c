__declspec(dllexport) int value(void) {
    return VALUE;
}
