/* A library that needs one with a number. */
int value(void);
int user(void) { return value() * 10; }
