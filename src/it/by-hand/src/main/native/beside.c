/* A library that is given by hand to lie beside the executable. */
int inner(void);
int beside(void) { return 11 + inner(); }
