#include <stdio.h>
#include <string.h>

#include "pe.h"

static int relocate_block(const struct pe_view *view, const IMAGE_BASE_RELOCATION *block, uint64_t at, uint64_t distance) {
    uint32_t count = (block->SizeOfBlock - sizeof *block) / sizeof(WORD);
    for (uint32_t i = 0; i < count; i++) {
        const WORD *entry = pe_at(view, at + sizeof *block + i * sizeof(WORD), sizeof(WORD));
        if (entry == NULL) {
            return -1;
        }
        int kind = *entry >> 12;
        if (kind == IMAGE_REL_BASED_ABSOLUTE) {
            continue; /* fills up a block */
        }
        uint64_t *word = pe_at(view, (uint64_t)block->VirtualAddress + (*entry & 0xfff), sizeof *word);
        if (kind != IMAGE_REL_BASED_DIR64 || word == NULL) {
            return -1;
        }
        uint64_t value;
        memcpy(&value, word, sizeof value);
        value += distance;
        memcpy(word, &value, sizeof value);
    }
    return 0;
}

/* Adds the distance to every word that holds an address. */
static int relocate(const struct pe_view *view, uint64_t distance, struct jox_failure *failure) {
    IMAGE_DATA_DIRECTORY table = pe_directory(view, IMAGE_DIRECTORY_ENTRY_BASERELOC);
    uint64_t end = (uint64_t)table.VirtualAddress + table.Size;
    for (uint64_t at = table.VirtualAddress; at < end;) {
        const IMAGE_BASE_RELOCATION *there = pe_at(view, at, sizeof *there);
        if (there == NULL) {
            return pe_damaged(failure, "table of relocations");
        }
        IMAGE_BASE_RELOCATION block = *there;
        if (block.SizeOfBlock == 0) {
            break; /* what follows fills up the section */
        }
        if (block.SizeOfBlock < sizeof block || block.SizeOfBlock > end - at
            || relocate_block(view, &block, at, distance) < 0) {
            return pe_damaged(failure, "table of relocations");
        }
        at += block.SizeOfBlock;
    }
    return 0;
}

int pe_map(const struct pe_source *source, struct pe_view *view, struct jox_failure *failure) {
    const IMAGE_NT_HEADERS64 *headers;
    if (pe_check(source->bytes, source->size, &headers, failure) < 0) {
        return -1;
    }
    const IMAGE_OPTIONAL_HEADER64 *optional = &headers->OptionalHeader;
    int fixed = (headers->FileHeader.Characteristics & IMAGE_FILE_RELOCS_STRIPPED) != 0;
    void *wanted = fixed ? (void *)(uintptr_t)optional->ImageBase : NULL;
    unsigned char *base = VirtualAlloc(wanted, optional->SizeOfImage, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
    if (base == NULL) {
        jox_last_error(failure, fixed ? "its fixed address" : "memory");
        return -1;
    }
    memcpy(base, source->bytes, optional->SizeOfHeaders);
    const IMAGE_SECTION_HEADER *section = IMAGE_FIRST_SECTION(headers);
    for (WORD i = 0; i < headers->FileHeader.NumberOfSections; i++) {
        DWORD size = section[i].Misc.VirtualSize != 0 ? section[i].Misc.VirtualSize : section[i].SizeOfRawData;
        DWORD in_file = section[i].SizeOfRawData < size ? section[i].SizeOfRawData : size;
        memcpy(base + section[i].VirtualAddress, source->bytes + section[i].PointerToRawData, in_file);
    }
    *view = (struct pe_view){base, optional->SizeOfImage,
                             (const IMAGE_NT_HEADERS64 *)(base + ((const unsigned char *)headers - source->bytes))};
    uint64_t distance = (uint64_t)(uintptr_t)base - optional->ImageBase;
    if (distance != 0 && relocate(view, distance, failure) < 0) {
        VirtualFree(base, 0, MEM_RELEASE);
        return -1;
    }
    IMAGE_NT_HEADERS64 *mapped = pe_at(view, (uint64_t)((const unsigned char *)view->headers - base), sizeof *mapped);
    mapped->OptionalHeader.ImageBase = (uint64_t)(uintptr_t)base; /* so that the headers agree with what they describe */
    return 0;
}

static DWORD rights(DWORD characteristics) {
    static const DWORD RIGHTS[2][2] = {{PAGE_READONLY, PAGE_READWRITE}, {PAGE_EXECUTE_READ, PAGE_EXECUTE_READWRITE}};
    return RIGHTS[(characteristics & IMAGE_SCN_MEM_EXECUTE) != 0][(characteristics & IMAGE_SCN_MEM_WRITE) != 0];
}

int pe_protect(const struct pe_view *view, struct jox_failure *failure) {
    const IMAGE_SECTION_HEADER *section = IMAGE_FIRST_SECTION(view->headers);
    DWORD before;
    int done = VirtualProtect(view->base, view->headers->OptionalHeader.SizeOfHeaders, PAGE_READONLY, &before);
    for (WORD i = 0; i < view->headers->FileHeader.NumberOfSections && done; i++) {
        DWORD size = section[i].Misc.VirtualSize != 0 ? section[i].Misc.VirtualSize : section[i].SizeOfRawData;
        done = size == 0
               || VirtualProtect(view->base + section[i].VirtualAddress, size, rights(section[i].Characteristics), &before);
    }
    if (!done) {
        jox_last_error(failure, "rights of pages");
        return -1;
    }
    FlushInstructionCache(GetCurrentProcess(), view->base, view->size);
    return 0;
}
