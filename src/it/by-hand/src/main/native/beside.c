/* A library that is given by hand to lie beside the executable. */
int beside(void) { return 17; }
