/* What geo.dll needs: a library that is carried beside it. */
__declspec(dllexport) double units_factor(void) {
    return 1000.0;
}
