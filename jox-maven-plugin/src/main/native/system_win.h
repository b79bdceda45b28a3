/* What the runtime's files for Windows share. Texts are UTF-8 but where a function of Windows wants them wide. */
#ifndef JOX_SYSTEM_WIN_H
#define JOX_SYSTEM_WIN_H

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "pack.h"

/* Why something of Windows failed, in words. */
struct jox_failure {
    char text[512];
};

/* Fills in what GetLastError() says of the named thing. */
void jox_last_error(struct jox_failure *failure, const char *subject);

void jox_print_error(const char *text, size_t length); /* as in jox.h */

/* New texts, to be freed by free(); null when there is no memory. */
wchar_t *jox_to_wide(const char *text);
char *jox_to_utf8(const wchar_t *text);

/* The arguments as the process got them, jox.argc of them. */
extern wchar_t **jox_wide_argv;

/* Of the executable, links resolved, without a separator at the end; null when there is no memory. Found once. */
const wchar_t *jox_wide_folder(void);

/* dialog_win.c: whether the program has neither a console nor a standard error, and a message box for it. */
int jox_is_mute(void);
void jox_show_error(const char *text);

/* loader_win.c: DLLs that the pack has, in memory and in files. Nothing here uses Python: libpython itself is loaded by it. */

/* Before anything else here. 0, or -1 when there is no memory. The pack must stay. */
int jox_prepare_loader(const struct pack *pack);

/* Loads the library and all that it needs, each once. Null: failure is filled in. */
HMODULE jox_open_library(uint32_t index, struct jox_failure *failure);
HMODULE jox_opened_library(uint32_t index); /* null when it is not loaded */

/* What LoadLibrary() finds the library by: null when there is no memory. Found once. */
const wchar_t *jox_library_path(uint32_t index);

/*
 * The library that a name or path means to LoadLibrary(): PACK_NONE when there is none. *is_ours tells that the path is below
 * the root of what is in memory, where Windows has nothing, or means python3.dll, which is carried or not there at all.
 */
uint32_t jox_find_library(const wchar_t *name, int *is_ours);

/* Whether a path is below the root of what is in memory. */
int jox_is_below_root(const wchar_t *path);

/*
 * The module that a name in a DLL's tables means, loaded if it is not yet: a library of the pack, or one of Windows' own (then
 * *carried is 0). Null: failure is filled in.
 */
HMODULE jox_module_named(const char *dll, int *carried, struct jox_failure *failure);

/* The address of an export of a module, in memory or not, by its name or, where that is null, its ordinal; else null. */
void *jox_export(HMODULE module, const char *name, uint32_t ordinal, struct jox_failure *failure);

/*
 * dll/libpython_win.c loads the pack's libpython and puts the addresses of what the runtime uses of it in their places; until
 * that is done, nothing of Python may be used. linked/libpython_win.c has nothing to do.
 */
int jox_bind_libpython(const struct pack *pack, struct jox_failure *failure);

#endif
