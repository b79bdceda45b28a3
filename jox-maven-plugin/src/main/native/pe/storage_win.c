/*
 * Windows makes room for the thread-local variables of DLLs that it loads itself. Compilers' code reaches them by two loads: of a
 * table of each thread that gs:[58h] points to, and of the pointer in that table at an index that the loader wrote into the image
 * ("The .tls Section" of Microsoft, "PE Format"). Images in memory have a table of their own, one for each thread, that a slot of
 * TlsAlloc() points to. The first slots lie in the thread's block, too, so the first load is made one from there: it differs in
 * its offset only.
 */
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pe.h"

enum {
    TABLE_OF_THREAD = 0x58,
    SLOTS_OF_THREAD = 0x1480, /* TlsSlots of TEB (winternl.h) */
    SLOT_COUNT = 64,
    LEAST_ALIGNMENT = 16,
};

/* What each thread gets of an image's variables. */
struct variables {
    const unsigned char *initial;
    size_t size;  /* of what has values to begin with */
    size_t whole; /* with the zeros that follow */
    size_t alignment;
};

struct thread {
    struct thread *next;
    void *blocks[]; /* by the index that the image has */
};

static DWORD slot = TLS_OUT_OF_INDEXES;
static uint32_t capacity;
static struct variables *images;
static uint32_t image_count;
static struct thread *threads;
static SRWLOCK lock = SRWLOCK_INIT; /* guards images and threads; nothing is called that waits for others */

static void *new_block(const struct variables *variables) {
    unsigned char *block = _aligned_malloc(variables->whole, variables->alignment);
    if (block != NULL) {
        memcpy(block, variables->initial, variables->size);
        memset(block + variables->size, 0, variables->whole - variables->size);
    }
    return block;
}

int pe_prepare_storage(uint32_t most_images) {
    if (most_images == 0) {
        return 0;
    }
    capacity = most_images;
    images = calloc(capacity, sizeof *images);
    slot = TlsAlloc();
    if (images == NULL || slot >= SLOT_COUNT) {
        return -1;
    }
    pe_open_storage();
    return TlsGetValue(slot) == NULL ? -1 : 0;
}

void pe_open_storage(void) {
    struct thread *thread = slot >= SLOT_COUNT ? NULL : calloc(1, sizeof *thread + capacity * sizeof(void *));
    if (thread == NULL) {
        return;
    }
    AcquireSRWLockExclusive(&lock);
    for (uint32_t i = 0; i < image_count; i++) {
        thread->blocks[i] = new_block(&images[i]);
    }
    thread->next = threads;
    threads = thread;
    ReleaseSRWLockExclusive(&lock);
    TlsSetValue(slot, thread->blocks);
}

void pe_close_storage(void) {
    void *table = slot >= SLOT_COUNT ? NULL : TlsGetValue(slot);
    if (table == NULL) {
        return;
    }
    struct thread *thread = (struct thread *)((char *)table - offsetof(struct thread, blocks));
    TlsSetValue(slot, NULL);
    AcquireSRWLockExclusive(&lock);
    struct thread **link = &threads;
    while (*link != thread) {
        link = &(*link)->next;
    }
    *link = thread->next;
    ReleaseSRWLockExclusive(&lock);
    for (uint32_t i = 0; i < capacity; i++) {
        _aligned_free(thread->blocks[i]);
    }
    free(thread);
}

/*
 * Makes every load of gs:[58h] in a piece of code one of the slot. Its form is the same whichever register it goes to:
 * 65 48|4c 8b 04|0c|…|3c 25 58 00 00 00. Gives the number of loads.
 */
static int redirect(unsigned char *code, size_t size) {
    static const uint32_t USUAL = TABLE_OF_THREAD;
    enum { LENGTH = 9, OFFSET_AT = 5 };
    uint32_t ours = SLOTS_OF_THREAD + slot * sizeof(void *);
    int count = 0;
    unsigned char *end = code + size;
    for (unsigned char *at = code; (size_t)(end - at) >= LENGTH; at++) {
        at = memchr(at, 0x65, (size_t)(end - at) - (LENGTH - 1));
        if (at == NULL) {
            break;
        }
        if ((at[1] & 0xfb) == 0x48 && at[2] == 0x8b && (at[3] & 0xc7) == 0x04 && at[4] == 0x25
            && memcmp(at + OFFSET_AT, &USUAL, sizeof USUAL) == 0) {
            memcpy(at + OFFSET_AT, &ours, sizeof ours);
            count++;
        }
    }
    return count;
}

static int redirect_all(const struct pe_view *view) {
    const IMAGE_SECTION_HEADER *section = IMAGE_FIRST_SECTION(view->headers);
    int count = 0;
    for (WORD i = 0; i < view->headers->FileHeader.NumberOfSections; i++) {
        if ((section[i].Characteristics & IMAGE_SCN_MEM_EXECUTE) != 0) {
            size_t size = section[i].Misc.VirtualSize != 0 ? section[i].Misc.VirtualSize : section[i].SizeOfRawData;
            unsigned char *code = pe_at(view, section[i].VirtualAddress, size);
            count += code == NULL ? 0 : redirect(code, size);
        }
    }
    return count;
}

/* How the variables are aligned, in the form that sections say it in. */
static size_t alignment_of(DWORD characteristics) {
    DWORD power = (characteristics & IMAGE_SCN_ALIGN_MASK) >> 20;
    size_t alignment = power == 0 ? LEAST_ALIGNMENT : (size_t)1 << (power - 1);
    return alignment < LEAST_ALIGNMENT ? LEAST_ALIGNMENT : alignment;
}

int pe_add_variables(const struct pe_view *view, const IMAGE_TLS_DIRECTORY64 *table, struct jox_failure *failure) {
    size_t size = table->EndAddressOfRawData - table->StartAddressOfRawData;
    ULONG *index = pe_pointed(view, table->AddressOfIndex, sizeof *index);
    struct variables variables = {
        .initial = pe_pointed(view, table->StartAddressOfRawData, size),
        .size = size,
        .whole = size + table->SizeOfZeroFill,
        .alignment = alignment_of(table->Characteristics),
    };
    if (index == NULL || variables.initial == NULL || image_count >= capacity || redirect_all(view) == 0) {
        return pe_damaged(failure, "table of thread-local variables");
    }
    *index = image_count;
    int complete = 1;
    AcquireSRWLockExclusive(&lock);
    images[image_count] = variables;
    for (struct thread *thread = threads; thread != NULL; thread = thread->next) {
        thread->blocks[image_count] = new_block(&variables);
        complete = complete && thread->blocks[image_count] != NULL;
    }
    image_count++;
    ReleaseSRWLockExclusive(&lock);
    if (!complete) {
        snprintf(failure->text, sizeof failure->text, "no memory");
    }
    return complete ? 0 : -1;
}
