/* What libgeo.so needs: a library that is carried beside it. */
double units_factor(void) { return 1000.0; }
