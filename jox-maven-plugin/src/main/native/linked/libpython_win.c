/* Where libpython was linked in, nothing has to be loaded before it is used. */
#include "../system_win.h"

int jox_bind_libpython(const struct pack *pack, struct jox_failure *failure) {
    (void)pack;
    (void)failure;
    return 0;
}
