#include "helper.h"

int helper_calls = 100;

const char *helper_name(void) {
    return "adds";
}

int helper(int number) {
    helper_calls++;
    return number + 1;
}
