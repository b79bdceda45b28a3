/*
 * Where an executable for Windows starts. What the pack has is the section .jox of the executable's own image, which Windows
 * has mapped as it maps code.
 */
#include <stdlib.h>
#include <string.h>

#include "jox.h"
#include "system_win.h"

static const char SECTION[IMAGE_SIZEOF_SHORT_NAME] = ".jox";

static struct jox_image find_image(void) {
    struct jox_image image = {.builtins = jox_builtins}; /* without a pack the runtime says that resources are missing */
    const unsigned char *base = (const unsigned char *)GetModuleHandleW(NULL);
    const IMAGE_DOS_HEADER *dos = (const IMAGE_DOS_HEADER *)base;
    const IMAGE_NT_HEADERS *headers = (const IMAGE_NT_HEADERS *)(base + dos->e_lfanew);
    const IMAGE_SECTION_HEADER *section = IMAGE_FIRST_SECTION(headers);
    for (WORD i = 0; i < headers->FileHeader.NumberOfSections; i++) {
        if (memcmp(section[i].Name, SECTION, sizeof SECTION) == 0) {
            image.pack = base + section[i].VirtualAddress;
            image.pack_size = section[i].Misc.VirtualSize;
            return image;
        }
    }
    image.pack = base;
    return image;
}

/* The arguments as UTF-8, ended by a null; null when there is no memory. */
static char **narrow(int argc, wchar_t **wide) {
    char **argv = calloc((size_t)argc + 1, sizeof *argv);
    for (int i = 0; argv != NULL && i < argc; i++) {
        argv[i] = jox_to_utf8(wide[i]);
        if (argv[i] == NULL) {
            return NULL;
        }
    }
    return argv;
}

int wmain(int argc, wchar_t **wide) {
    /* from now on DLLs are looked for neither in the current folder nor in the executable's */
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32 | LOAD_LIBRARY_SEARCH_USER_DIRS);
    SetDllDirectoryW(L"");
    jox_wide_argv = wide;
    char **argv = narrow(argc, wide);
    if (argv == NULL) {
        return JOX_CANNOT_RUN;
    }
    jox.argc = argc;
    jox.argv = argv;
    struct jox_image image = find_image();
    static struct pack pack; /* what is loaded is found in it to the end */
    struct jox_failure failure;
    const char *problem = pack_open(&pack, image.pack, image.pack_size);
    if (problem == NULL && jox_prepare_loader(&pack) < 0) {
        jox_complain("no memory");
        return JOX_CANNOT_RUN;
    }
    if (problem == NULL && jox_bind_libpython(&pack, &failure) < 0) {
        jox_complain("cannot load libpython: %s", failure.text);
        return JOX_CANNOT_RUN;
    }
    if (problem != NULL) {
        jox_complain("the packed resources %s", problem);
        return JOX_CANNOT_RUN;
    }
    return jox_main(argc, argv, &image);
}
