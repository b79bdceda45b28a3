/* What the library that is given by hand needs itself. */
int inner(void) { return 6; }
