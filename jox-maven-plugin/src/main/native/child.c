#include <string.h>

#include "jox.h"

static int starts_with(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0;
}

/*
 * A program that says to be frozen (sys.frozen) is started with this argument and others, which multiprocessing understands. It
 * need not call freeze_support() for that.
 */
int jox_is_frozen_child(void) {
    return jox.argc > 1 && strcmp(jox.argv[1], "--multiprocessing-fork") == 0;
}

/*
 * multiprocessing starts sys.executable as `python [flags] -c "from multiprocessing.… import …; …" [arguments]`. An
 * executable understands just that, without being a Python for any other code on its command line.
 */
int jox_is_child(void) {
    static const char *const COMMANDS[] = {
        "from multiprocessing.spawn import spawn_main; spawn_main(",
        "from multiprocessing.resource_tracker import main;main(",
        "from multiprocessing.forkserver import main; main(",
    };
    for (int i = 1; i + 1 < jox.argc; i++) {
        if (strcmp(jox.argv[i], "-c") == 0) {
            for (size_t k = 0; k < sizeof COMMANDS / sizeof COMMANDS[0]; k++) {
                if (starts_with(jox.argv[i + 1], COMMANDS[k])) {
                    return 1;
                }
            }
            return 0;
        }
        if (jox.argv[i][0] != '-') {
            return 0;
        }
        if ((strcmp(jox.argv[i], "-X") == 0 || strcmp(jox.argv[i], "-W") == 0)) {
            i++;
        }
    }
    return 0;
}
