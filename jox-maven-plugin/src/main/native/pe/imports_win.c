#include <stdio.h>
#include <string.h>

#include "pe.h"

/* A word that code uses another DLL's export by, and what it is to hold. */
struct need {
    void **slot;
    const char *name; /* null where it is by ordinal */
    uint32_t ordinal;
};

/*
 * The place-th need of a DLL; 0 after the last, -1 when the tables are damaged. Where there are two tables, one keeps the names
 * while the other gets the addresses.
 */
static int need_of(const struct pe_view *view, const IMAGE_IMPORT_DESCRIPTOR *dll, uint64_t place, struct need *need) {
    uint64_t offset = place * sizeof(uint64_t);
    DWORD names = dll->OriginalFirstThunk != 0 ? dll->OriginalFirstThunk : dll->FirstThunk;
    const uint64_t *entry = pe_at(view, names + offset, sizeof *entry);
    need->slot = pe_at(view, dll->FirstThunk + offset, sizeof *need->slot);
    if (entry == NULL || need->slot == NULL) {
        return -1;
    }
    uint64_t value = *entry;
    if (value == 0) {
        return 0;
    }
    int by_ordinal = IMAGE_SNAP_BY_ORDINAL64(value);
    need->ordinal = (uint32_t)IMAGE_ORDINAL64(value);
    need->name = by_ordinal ? NULL : pe_text(view, value + offsetof(IMAGE_IMPORT_BY_NAME, Name));
    return by_ordinal || need->name != NULL ? 1 : -1;
}

static int bind_dll(const struct pe_view *view, const IMAGE_IMPORT_DESCRIPTOR *dll, const char *name,
                    struct jox_failure *failure) {
    int carried;
    HMODULE module = jox_module_named(name, &carried, failure);
    if (module == NULL) {
        return -1;
    }
    struct need need;
    int found;
    for (uint64_t i = 0; (found = need_of(view, dll, i, &need)) > 0; i++) {
        void *address = carried || need.name == NULL ? NULL : pe_route(need.name);
        if (address == NULL) {
            address = jox_export(module, need.name, need.ordinal, failure);
        }
        if (address == NULL && !carried && need.name != NULL) {
            address = pe_missing(need.name, name);
        }
        if (address == NULL) {
            char ordinal[16];
            snprintf(ordinal, sizeof ordinal, "number %u", (unsigned)need.ordinal);
            snprintf(failure->text, sizeof failure->text, "%.200s, which it needs, has no %.200s", name,
                     need.name != NULL ? need.name : ordinal);
            return -1;
        }
        memcpy(need.slot, &address, sizeof address);
    }
    return found < 0 ? pe_damaged(failure, "table of imports") : 0;
}

int pe_bind(const struct pe_view *view, struct jox_failure *failure) {
    IMAGE_DATA_DIRECTORY table = pe_directory(view, IMAGE_DIRECTORY_ENTRY_IMPORT);
    for (uint64_t at = table.VirtualAddress; table.VirtualAddress != 0; at += sizeof(IMAGE_IMPORT_DESCRIPTOR)) {
        const IMAGE_IMPORT_DESCRIPTOR *there = pe_at(view, at, sizeof *there);
        if (there == NULL) {
            return pe_damaged(failure, "table of imports");
        }
        IMAGE_IMPORT_DESCRIPTOR dll = *there;
        if (dll.Name == 0) {
            break;
        }
        const char *name = pe_text(view, dll.Name);
        if (name == NULL) {
            return pe_damaged(failure, "table of imports");
        }
        if (bind_dll(view, &dll, name, failure) < 0) {
            return -1;
        }
    }
    return 0;
}

static void put(void **slot, void *address) {
    DWORD rights;
    if (VirtualProtect(slot, sizeof *slot, PAGE_READWRITE, &rights)) {
        __atomic_store_n(slot, address, __ATOMIC_RELEASE); /* the DLL's code may be running */
        VirtualProtect(slot, sizeof *slot, rights, &rights);
    }
}

void pe_reroute(HMODULE module) {
    struct pe_view view = pe_view_of(module);
    IMAGE_DATA_DIRECTORY table = pe_directory(&view, IMAGE_DIRECTORY_ENTRY_IMPORT);
    for (uint64_t at = table.VirtualAddress; table.VirtualAddress != 0; at += sizeof(IMAGE_IMPORT_DESCRIPTOR)) {
        const IMAGE_IMPORT_DESCRIPTOR *dll = pe_at(&view, at, sizeof *dll);
        if (dll == NULL || dll->Name == 0) {
            return;
        }
        struct need need;
        for (uint64_t i = 0; dll->OriginalFirstThunk != 0 && need_of(&view, dll, i, &need) > 0; i++) {
            void *address = need.name == NULL ? NULL : pe_route(need.name);
            if (address != NULL) {
                put(need.slot, address);
            }
        }
    }
}
