void nobody_has_this(void);

void *PyInit_open_symbol(void) {
    nobody_has_this();
    return 0;
}
