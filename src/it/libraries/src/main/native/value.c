/* A library whose number says which one it is. */
int value(void) { return VALUE; }
