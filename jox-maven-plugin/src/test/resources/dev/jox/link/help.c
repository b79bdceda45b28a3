/* A library that an extension module is linked with. */
#include <stdlib.h>

static int constructed;
static const char *const words[] = {"nothing", "something"};
const char *help_word;

__attribute__((constructor)) static void construct(int argc, char **argv, char **environment) {
    (void)environment;
    constructed += argc > 0 && argv[0] != NULL;
    help_word = words[constructed];
}

int help_old(void) {
    return 1;
}
__asm__(".symver help_old, help_number@HELP_1");

int help_new(void) {
    return 20 + constructed + abs(-1);
}
__asm__(".symver help_new, help_number@@HELP_2");
