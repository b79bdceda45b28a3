extern int helper_calls;
const char *helper_name(void);
int helper(int number);
