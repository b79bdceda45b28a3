#include "helper.h"

int helper_calls = 200;

const char *helper_name(void) {
    return "doubles";
}

int helper(int number) {
    helper_calls += 10;
    return number * 2;
}
