/* Opens another library while it is loaded itself. */
int loads(const char *name, const char *function);

static int found;

__attribute__((constructor)) static void open_other(void) {
    found = loads("libreads.so", "by_stream");
}

int eager(void) { return found; }
