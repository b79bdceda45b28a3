/* A library that is given by hand. */
int inner(void);
int area_of(int width) { return width * inner(); }
