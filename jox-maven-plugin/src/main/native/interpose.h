/* interpose_posix.c: files inside the executable for code in C. On Windows such code finds none. */
#ifndef JOX_INTERPOSE_H
#define JOX_INTERPOSE_H

#include <stdint.h>

/* references_posix.c: turns a loaded library's references to functions that take paths. Its handle is dlopen()'s. */
void jox_interpose(void *library);

/* What takes the place of libc's function of that name, or the function itself. */
#ifdef _WIN32
static inline void *jox_interposed(const char *name, void *function) {
    (void)name;
    return function;
}
#else
void *jox_interposed(const char *name, void *function);
#endif

/*
 * library_posix.c: dlopen() of a carried library, for code in C that asks for it by that name. `real` is libc's dlopen().
 */
void *jox_open_carried(uint32_t library, const char *name, int mode, void *(*real)(const char *name, int mode));

/* library_posix.c: a descriptor of a file in memory that holds the bytes, at its start; -1 with errno set where there is none. */
int jox_memory_file(const char *name, const void *bytes, uint64_t size, int close_on_exec);

#endif
