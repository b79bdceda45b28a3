extern int vendored_limit;
const char *vendored_version(void);
int vendored_limited(int number);
