#include <stdio.h>
#include <string.h>

#include "pe.h"

enum { PAGE = 0x1000, MAX_SECTIONS = 96, LARGEST = 0x7fff0000 };

int pe_damaged(struct jox_failure *failure, const char *part) {
    snprintf(failure->text, sizeof failure->text, "the DLL's %s is damaged", part);
    return -1;
}

static int check_sections(const IMAGE_NT_HEADERS64 *headers, size_t size, struct jox_failure *failure) {
    const IMAGE_SECTION_HEADER *section = IMAGE_FIRST_SECTION(headers);
    uint64_t end = headers->OptionalHeader.SizeOfHeaders;
    for (WORD i = 0; i < headers->FileHeader.NumberOfSections; i++) {
        uint64_t address = section[i].VirtualAddress;
        uint64_t length = section[i].Misc.VirtualSize != 0 ? section[i].Misc.VirtualSize : section[i].SizeOfRawData;
        if (address % PAGE != 0 || address < end || length > headers->OptionalHeader.SizeOfImage - address
            || address > headers->OptionalHeader.SizeOfImage) {
            return pe_damaged(failure, "list of sections");
        }
        if (section[i].SizeOfRawData != 0
            && (section[i].PointerToRawData > size || section[i].SizeOfRawData > size - section[i].PointerToRawData)) {
            return pe_damaged(failure, "end");
        }
        end = address + length;
    }
    return 0;
}

int pe_check(const unsigned char *bytes, size_t size, const IMAGE_NT_HEADERS64 **result, struct jox_failure *failure) {
    const IMAGE_DOS_HEADER *dos = (const IMAGE_DOS_HEADER *)bytes;
    if (size < sizeof *dos || dos->e_magic != IMAGE_DOS_SIGNATURE || dos->e_lfanew < 0 || dos->e_lfanew % 4 != 0
        || (size_t)dos->e_lfanew > size || size - (size_t)dos->e_lfanew < sizeof(IMAGE_NT_HEADERS64)) {
        return pe_damaged(failure, "first header");
    }
    const IMAGE_NT_HEADERS64 *headers = (const IMAGE_NT_HEADERS64 *)(bytes + dos->e_lfanew);
    const IMAGE_OPTIONAL_HEADER64 *optional = &headers->OptionalHeader;
    if (headers->Signature != IMAGE_NT_SIGNATURE || headers->FileHeader.Machine != IMAGE_FILE_MACHINE_AMD64
        || (headers->FileHeader.Characteristics & IMAGE_FILE_DLL) == 0
        || optional->Magic != IMAGE_NT_OPTIONAL_HDR64_MAGIC) {
        snprintf(failure->text, sizeof failure->text, "it is no DLL for 64-bit Windows");
        return -1;
    }
    size_t table = (size_t)dos->e_lfanew + offsetof(IMAGE_NT_HEADERS64, OptionalHeader)
                   + headers->FileHeader.SizeOfOptionalHeader;
    size_t table_size = headers->FileHeader.NumberOfSections * sizeof(IMAGE_SECTION_HEADER);
    if (headers->FileHeader.SizeOfOptionalHeader < sizeof *optional
        || headers->FileHeader.NumberOfSections > MAX_SECTIONS || optional->SizeOfHeaders > size
        || table > optional->SizeOfHeaders || table_size > optional->SizeOfHeaders - table
        || optional->SizeOfImage > LARGEST || optional->SizeOfHeaders > optional->SizeOfImage
        || optional->SectionAlignment % PAGE != 0 || optional->SectionAlignment == 0) {
        return pe_damaged(failure, "second header");
    }
    *result = headers;
    return check_sections(headers, size, failure);
}

struct pe_view pe_view_of(HMODULE module) {
    unsigned char *base = (unsigned char *)module;
    const IMAGE_NT_HEADERS64 *headers = (const IMAGE_NT_HEADERS64 *)(base + ((IMAGE_DOS_HEADER *)base)->e_lfanew);
    return (struct pe_view){base, headers->OptionalHeader.SizeOfImage, headers};
}

void *pe_at(const struct pe_view *view, uint64_t address, size_t size) {
    return address <= view->size && size <= view->size - address ? view->base + address : NULL;
}

void *pe_pointed(const struct pe_view *view, uint64_t address, size_t size) {
    return pe_at(view, address - (uint64_t)(uintptr_t)view->base, size);
}

const char *pe_text(const struct pe_view *view, uint64_t address) {
    const char *text = pe_at(view, address, 1);
    return text != NULL && memchr(text, '\0', view->size - address) != NULL ? text : NULL;
}

IMAGE_DATA_DIRECTORY pe_directory(const struct pe_view *view, int number) {
    const IMAGE_OPTIONAL_HEADER64 *optional = &view->headers->OptionalHeader;
    if ((DWORD)number >= optional->NumberOfRvaAndSizes || number >= IMAGE_NUMBEROF_DIRECTORY_ENTRIES) {
        return (IMAGE_DATA_DIRECTORY){0, 0};
    }
    return optional->DataDirectory[number];
}
