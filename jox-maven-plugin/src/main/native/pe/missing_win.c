/*
 * Functions that this Windows does not have. A program may never call them, so they are missed when they are called, as those
 * that a DLL imports late: by the exception that compilers' code raises for these.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pe.h"

enum { PROCEDURE_NOT_FOUND = (int)0xC06D007F }; /* delayimp.h: VcppException(ERROR_SEVERITY_ERROR, ERROR_PROC_NOT_FOUND) */

struct missing {
    char *function, *dll;
};

static void call_of_missing(const struct missing *missing) {
    char text[512];
    int length = snprintf(text, sizeof text, "%.200s needs %.200s, which this Windows does not have\n", missing->dll,
                          missing->function);
    jox_print_error(text, (size_t)length);
    RaiseException((DWORD)PROCEDURE_NOT_FOUND, EXCEPTION_NONCONTINUABLE, 0, NULL);
}

/* mov rcx, missing; mov rax, call_of_missing; jmp rax */
static const unsigned char CODE[] = {0x48, 0xb9, 0, 0, 0, 0, 0, 0, 0, 0, 0x48, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xe0};
enum { MISSING_AT = 2, FUNCTION_AT = 12 };

void *pe_missing(const char *function, const char *dll) {
    struct missing *missing = malloc(sizeof *missing);
    unsigned char *code = VirtualAlloc(NULL, sizeof CODE, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
    DWORD before;
    if (missing == NULL || code == NULL) {
        return NULL;
    }
    *missing = (struct missing){_strdup(function), _strdup(dll)};
    void (*target)(const struct missing *) = call_of_missing;
    memcpy(code, CODE, sizeof CODE);
    memcpy(code + MISSING_AT, &missing, sizeof missing);
    memcpy(code + FUNCTION_AT, &target, sizeof target);
    int usable = missing->function != NULL && missing->dll != NULL
                 && VirtualProtect(code, sizeof CODE, PAGE_EXECUTE_READ, &before);
    return usable ? code : NULL;
}
