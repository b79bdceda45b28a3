#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pe.h"

enum { NOT_FOUND = -1, MAX_FORWARDS = 16 };

/* The place of a name's function in the table of functions: the names are sorted. */
static int64_t place_of(const struct pe_view *view, const IMAGE_EXPORT_DIRECTORY *exports, const char *name) {
    const DWORD *names = pe_at(view, exports->AddressOfNames, exports->NumberOfNames * sizeof(DWORD));
    const WORD *places = pe_at(view, exports->AddressOfNameOrdinals, exports->NumberOfNames * sizeof(WORD));
    uint32_t low = 0;
    uint32_t high = names == NULL || places == NULL ? 0 : exports->NumberOfNames;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const char *text = pe_text(view, names[middle]);
        if (text == NULL) {
            return NOT_FOUND;
        }
        int order = strcmp(text, name);
        if (order == 0) {
            return places[middle];
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NOT_FOUND;
}

struct pe_found pe_export(const struct pe_view *view, const char *name, uint32_t ordinal) {
    struct pe_found found = {NULL, NULL};
    IMAGE_DATA_DIRECTORY table = pe_directory(view, IMAGE_DIRECTORY_ENTRY_EXPORT);
    const IMAGE_EXPORT_DIRECTORY *exports = pe_at(view, table.VirtualAddress, sizeof *exports);
    if (table.VirtualAddress == 0 || exports == NULL) {
        return found;
    }
    int64_t place = name != NULL ? place_of(view, exports, name) : (int64_t)ordinal - exports->Base;
    const DWORD *functions = pe_at(view, exports->AddressOfFunctions, exports->NumberOfFunctions * sizeof(DWORD));
    if (place < 0 || place >= exports->NumberOfFunctions || functions == NULL || functions[place] == 0) {
        return found;
    }
    DWORD address = functions[place];
    if (address >= table.VirtualAddress && address - table.VirtualAddress < table.Size) {
        found.forward = pe_text(view, address); /* an address in the table itself is a text */
    } else {
        found.address = pe_at(view, address, 1);
    }
    return found;
}

/* The module in "other.name" or "other.#12"; *rest is what follows the dot. Null: failure is filled in. */
static HMODULE forwarded_to(const char *forward, const char **rest, struct jox_failure *failure) {
    char dll[MAX_PATH];
    const char *dot = strrchr(forward, '.');
    size_t length = dot == NULL ? 0 : (size_t)(dot - forward);
    if (length == 0 || length + sizeof ".dll" > sizeof dll) {
        pe_damaged(failure, "table of exports");
        return NULL;
    }
    memcpy(dll, forward, length);
    strcpy(dll + length, ".dll");
    int carried;
    *rest = dot + 1;
    return jox_module_named(dll, &carried, failure);
}

void *jox_export(HMODULE module, const char *name, uint32_t ordinal, struct jox_failure *failure) {
    for (int i = 0; i < MAX_FORWARDS && module != NULL; i++) {
        const struct pe_module *own = pe_module_of(module);
        if (own == NULL) {
            FARPROC function = GetProcAddress(module, name != NULL ? name : (const char *)(uintptr_t)ordinal);
            return (void *)function;
        }
        struct pe_found found = pe_export(&own->view, name, ordinal);
        if (found.forward == NULL) {
            return found.address;
        }
        module = forwarded_to(found.forward, &name, failure);
        if (module != NULL && *name == '#') {
            ordinal = (uint32_t)strtoul(name + 1, NULL, 10);
            name = NULL;
        }
    }
    return NULL;
}
