/*
 * A loaded object's references to functions of libc: what the loader wrote for them lies in tables of the object, and is
 * replaced there by what interpose_posix.c has.
 */
#define _GNU_SOURCE 1
#include "interpose.h"

#include <features.h>

#ifdef __GLIBC__
#include <dlfcn.h>
#include <elf.h>
#include <link.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "jox.h"

/* What the loader says of a loaded object. */
struct object {
    const struct link_map *map;
    uintptr_t read_only; /* pages that were made read-only once references were resolved */
    size_t read_only_size;
};

static int find_read_only(struct dl_phdr_info *info, size_t Py_UNUSED(size), void *argument) {
    struct object *object = argument;
    if (info->dlpi_addr != object->map->l_addr || strcmp(info->dlpi_name, object->map->l_name) != 0) {
        return 0;
    }
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *header = &info->dlpi_phdr[i];
        if (header->p_type == PT_GNU_RELRO) {
            uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
            uintptr_t end = (info->dlpi_addr + header->p_vaddr + header->p_memsz) & ~(page - 1);
            object->read_only = (info->dlpi_addr + header->p_vaddr) & ~(page - 1);
            object->read_only_size = end > object->read_only ? end - object->read_only : 0;
        }
    }
    return 1;
}

static void write_reference(const struct object *object, void **reference, void *value) {
    int locked = (uintptr_t)reference - object->read_only < object->read_only_size;
    /* where that is forbidden the library works as it is, but for files inside the executable */
    if (!locked || mprotect((void *)object->read_only, object->read_only_size, PROT_READ | PROT_WRITE) == 0) {
        *reference = value;
        if (locked) {
            mprotect((void *)object->read_only, object->read_only_size, PROT_READ);
        }
    }
}

#if defined(__x86_64__)
enum { SLOT = R_X86_64_JUMP_SLOT, DATA = R_X86_64_GLOB_DAT, WORD = R_X86_64_64 };
#elif defined(__aarch64__)
enum { SLOT = R_AARCH64_JUMP_SLOT, DATA = R_AARCH64_GLOB_DAT, WORD = R_AARCH64_ABS64 };
#endif

static void turn(const struct object *object, const ElfW(Rela) *relocations, size_t size, const ElfW(Sym) *symbols,
                 const char *names) {
    for (size_t i = 0; i < size / sizeof *relocations; i++) {
        const ElfW(Rela) *relocation = &relocations[i];
        uint64_t type = ELF64_R_TYPE(relocation->r_info);
        if ((type != SLOT && type != DATA && type != WORD) || relocation->r_addend != 0) {
            continue;
        }
        const ElfW(Sym) *symbol = &symbols[ELF64_R_SYM(relocation->r_info)];
        void **reference = (void **)(object->map->l_addr + relocation->r_offset);
        if (symbol->st_shndx == SHN_UNDEF && *reference != NULL) { /* null: weak, and not in this libc */
            void *function = jox_interposed(names + symbol->st_name, *reference);
            if (function != *reference) {
                write_reference(object, reference, function);
            }
        }
    }
}

void jox_interpose(void *library) {
    struct object object = {0};
    if (dlinfo(library, RTLD_DI_LINKMAP, &object.map) != 0) {
        return;
    }
    const char *names = NULL;
    const ElfW(Sym) *symbols = NULL;
    const ElfW(Rela) *slots = NULL, *others = NULL;
    size_t slots_size = 0, others_size = 0;
    for (const ElfW(Dyn) *entry = object.map->l_ld; entry->d_tag != DT_NULL; entry++) {
        /* glibc writes addresses over what the file has, musl does not */
        uintptr_t value = entry->d_un.d_ptr;
        void *address = (void *)(value < object.map->l_addr ? value + object.map->l_addr : value);
        switch (entry->d_tag) {
        case DT_STRTAB: names = address; break;
        case DT_SYMTAB: symbols = address; break;
        case DT_JMPREL: slots = address; break;
        case DT_PLTRELSZ: slots_size = entry->d_un.d_val; break;
        case DT_RELA: others = address; break;
        case DT_RELASZ: others_size = entry->d_un.d_val; break;
        }
    }
    if (names != NULL && symbols != NULL) {
        dl_iterate_phdr(find_read_only, &object);
        turn(&object, slots, slots != NULL ? slots_size : 0, symbols, names);
        turn(&object, others, others != NULL ? others_size : 0, symbols, names);
    }
}

#else

/* With musl an executable is static: it loads no library. */
void jox_interpose(void *library) {
    (void)library;
}

#endif
