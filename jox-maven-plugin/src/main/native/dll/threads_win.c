/*
 * The executable's TLS directory, by whose callbacks Windows tells of threads. It stands for tlssup.c of mingw-w64, whose names C
 * code that is linked for Windows expects. The runtime has no thread-local variables.
 */
#include "../pe/pe.h"

static char none[8];
ULONG _tls_index;
int __mingw_initltsdrot_force, __mingw_initltsdyn_force, __mingw_initltssuo_force;

/* In place of a function that would initialise the executable's own variables. */
const PIMAGE_TLS_CALLBACK __dyn_tls_init_callback = NULL;

static void NTAPI on_thread(void *module, DWORD reason, void *reserved) {
    (void)module;
    (void)reserved;
    if (reason == DLL_THREAD_ATTACH || reason == DLL_THREAD_DETACH) {
        pe_thread(reason);
    }
}

static const PIMAGE_TLS_CALLBACK CALLBACKS[] = {on_thread, NULL};

/* The linker finds it by its name. */
const IMAGE_TLS_DIRECTORY64 _tls_used = {(ULONG_PTR)none, (ULONG_PTR)(none + sizeof none), (ULONG_PTR)&_tls_index,
                                         (ULONG_PTR)CALLBACKS, 0, {0}};
