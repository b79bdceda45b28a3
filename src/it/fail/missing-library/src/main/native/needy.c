/* An extension module, by its looks: it needs a library that is nowhere. */
int absent(void);
void *PyInit_needy(void) { return absent() ? (void *)0 : (void *)1; }
