/* The other one. */
int ring_a(void);
int ring_b(void) { return 2; }
int ring_b_sum(void) { return ring_b() + ring_a(); }
