__declspec(dllexport) const char *greeting(void) {
    return "hello";
}
