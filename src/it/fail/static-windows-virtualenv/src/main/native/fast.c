__declspec(dllexport) void *PyInit_fast(void) { return 0; }
