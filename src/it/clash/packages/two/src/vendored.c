#include "vendored.h"

int vendored_limit = 20;

const char *vendored_version(void) {
    return "2.0";
}

int vendored_limited(int number) {
    return number < vendored_limit ? vendored_limit : number;
}
