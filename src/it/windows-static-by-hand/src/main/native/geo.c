/* A library that an application calls through ctypes. */
__declspec(dllimport) double units_factor(void);

__declspec(dllexport) double geo_metres(double kilometres) {
    return kilometres * units_factor();
}

__declspec(dllexport) int geo_each(int count, int (*callback)(int)) {
    int sum = 0;
    for (int i = 0; i < count; i++) {
        sum += callback(i);
    }
    return sum;
}
