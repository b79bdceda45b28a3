/*
 * DLLs in memory: an image of the Portable Executable format is loaded from bytes as Windows loads one from a file, and stands
 * beside those that Windows loaded. Source: Microsoft, "PE Format". Addresses in an image are relative to its base (RVA).
 *
 * Nothing in a DLL's bytes is believed: a damaged one is refused. Modules stay until the process ends, and are published when
 * they are complete; who loads makes sure that there is one load at a time, who looks needs no lock.
 */
#ifndef JOX_PE_H
#define JOX_PE_H

#include "../system_win.h"

/* An image in memory with its tables at their addresses, whoever put it there. */
struct pe_view {
    unsigned char *base;
    size_t size; /* in bytes, from the base */
    const IMAGE_NT_HEADERS64 *headers;
};

/* A loaded DLL. What Windows calls its handle, HMODULE, is its base. */
struct pe_module {
    struct pe_view view;
    const char *name;    /* its file's, without a folder */
    const wchar_t *path; /* where it seems to lie */
    BOOL(WINAPI *entry)(HINSTANCE, DWORD, LPVOID); /* DllMain with what the compiler puts around it; may be null */
    const uint64_t *callbacks; /* of its TLS directory, ended by 0; may be null */
    int attached;              /* whether it was told that the process is there */
    int wants_threads;         /* whether it is told of threads that begin and end */
};

/* What to load. All of it must stay as long as the process. */
struct pe_source {
    const unsigned char *bytes;
    size_t size;
    const char *name;
    const wchar_t *path;
    int has_variables; /* whether its code has thread-local variables; a TLS directory alone does not tell */
    HMODULE *attaching; /* gets its handle while DllMain is told that the process is there; null before and after */
};

/* image_win.c: checked access. Null, or 0 and 0, when the image does not have it. */

/* Whether the bytes are a DLL that can be mapped. 0, or -1. */
int pe_check(const unsigned char *bytes, size_t size, const IMAGE_NT_HEADERS64 **headers, struct jox_failure *failure);
struct pe_view pe_view_of(HMODULE loaded_by_windows);
void *pe_at(const struct pe_view *view, uint64_t address, size_t size);
const char *pe_text(const struct pe_view *view, uint64_t address);
IMAGE_DATA_DIRECTORY pe_directory(const struct pe_view *view, int number);

/* What an address in the image's data points to, as pe_at(). */
void *pe_pointed(const struct pe_view *view, uint64_t address, size_t size);

/* Fills in that the named DLL is damaged, and where. Gives -1. */
int pe_damaged(struct jox_failure *failure, const char *part);

/* map_win.c */

/* Lays the image into new pages that can be written to, and moves it there. 0, or -1. */
int pe_map(const struct pe_source *source, struct pe_view *view, struct jox_failure *failure);

/* Gives pages the rights that their sections ask for. 0, or -1. */
int pe_protect(const struct pe_view *view, struct jox_failure *failure);

/* exports_win.c */

/* What an image has under a name or number: an address, or a text that names another DLL's export, or nothing. */
struct pe_found {
    void *address;
    const char *forward;
};

/* Finds an export by its name, or by its ordinal where the name is null. */
struct pe_found pe_export(const struct pe_view *view, const char *name, uint32_t ordinal);

/* imports_win.c */

/* Fills in the addresses of what the image uses of other DLLs. 0, or -1. */
int pe_bind(const struct pe_view *view, struct jox_failure *failure);

/* Puts the functions of routes_win.c in place of Windows' own into the tables of a DLL that Windows loaded. */
void pe_reroute(HMODULE module);

/* missing_win.c: what stands for a function of Windows that is not there, until it is called; null when there is no memory. */
void *pe_missing(const char *function, const char *dll);

/* modules_win.c */

/* Loads a DLL whose needs are loaded. Null: failure is filled in. */
HMODULE pe_load(const struct pe_source *source, struct jox_failure *failure);
const struct pe_module *pe_module_of(HMODULE handle);         /* null for Windows' own */
const struct pe_module *pe_module_with(const void *address); /* that the address lies in; null when there is none */

/* Has DllMain no longer told of threads. -1 for those that have thread-local variables, as Windows has it. */
int pe_ignore_threads(HMODULE handle);

/* A thread begins or ends: DLL_THREAD_ATTACH, DLL_THREAD_DETACH. On that thread. */
void pe_thread(DWORD reason);

/* storage_win.c: thread-local variables of images in memory */

/* Before anything is loaded, on the first thread. 0, or -1. */
int pe_prepare_storage(uint32_t most_images);

/* Gives every thread the image's variables, and lets its code find them. Before the image's pages get their rights. 0, or -1. */
int pe_add_variables(const struct pe_view *view, const IMAGE_TLS_DIRECTORY64 *table, struct jox_failure *failure);
void pe_open_storage(void);  /* of this thread, which begins */
void pe_close_storage(void); /* of this thread, which ends */

/* routes_win.c */

/* What stands for a function of Windows in carried DLLs; null for those that are left to Windows. */
void *pe_route(const char *function);

#endif
