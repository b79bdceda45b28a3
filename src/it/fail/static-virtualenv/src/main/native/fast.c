/* An extension module, by its looks. */
void *PyInit_fast(void) { return 0; }
