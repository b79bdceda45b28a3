/* One of two libraries that need each other. */
int ring_b(void);
int ring_a(void) { return 40; }
int ring_a_sum(void) { return ring_a() + ring_b(); }
