#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "pe.h"

/* Windows' own: whether the process is ending, and all other threads are gone. */
NTSYSAPI BOOLEAN NTAPI RtlDllShutdownInProgress(VOID);

/* What compilers leave in the security cookie for the loader to replace. */
static const uint64_t DEFAULT_COOKIE = 0x00002B992DDFA232;

/* In the order of their loading. Read without a lock: `count` is raised when a module is complete. */
enum { CAPACITY = 4096 };
static struct pe_module *modules[CAPACITY];
static LONG count;

/* Its callback tells of the process's end before any DLL is told, as long as the thread that ends it has a value there. */
static DWORD at_exit = FLS_OUT_OF_INDEXES;

static int loaded(void) {
    return (int)__atomic_load_n(&count, __ATOMIC_ACQUIRE);
}

static void call(const struct pe_module *module, DWORD reason, void *reserved) {
    for (const uint64_t *callback = module->callbacks; callback != NULL && *callback != 0; callback++) {
        ((PIMAGE_TLS_CALLBACK)(uintptr_t)*callback)(module->view.base, reason, reserved);
    }
    if (module->entry != NULL && reason != DLL_PROCESS_ATTACH) {
        module->entry((HINSTANCE)module->view.base, reason, reserved);
    }
}

/* Tells a module that the process is there. 0 when it refuses; then it is told that the process leaves, as by Windows. */
static int attach(struct pe_module *module) {
    call(module, DLL_PROCESS_ATTACH, NULL);
    module->attached =
        module->entry == NULL || module->entry((HINSTANCE)module->view.base, DLL_PROCESS_ATTACH, NULL);
    if (!module->attached) {
        call(module, DLL_PROCESS_DETACH, NULL);
    }
    return module->attached;
}

void pe_thread(DWORD reason) {
    int all = loaded();
    if (reason == DLL_THREAD_ATTACH) {
        pe_open_storage();
        if (at_exit != FLS_OUT_OF_INDEXES) {
            FlsSetValue(at_exit, modules);
        }
    }
    for (int i = 0; i < all; i++) {
        const struct pe_module *module = modules[reason == DLL_THREAD_ATTACH ? i : all - 1 - i];
        if (module->attached && module->wants_threads) {
            call(module, reason, NULL);
        }
    }
    if (reason == DLL_THREAD_DETACH) {
        pe_close_storage();
    }
}

static void WINAPI on_exit_of_something(void *value) {
    static int done;
    (void)value;
    if (!RtlDllShutdownInProgress() || done) {
        return; /* a thread's end, of which pe_thread() is told */
    }
    done = 1;
    for (int i = loaded() - 1; i >= 0; i--) {
        if (modules[i]->attached) {
            call(modules[i], DLL_PROCESS_DETACH, modules); /* not null: the process ends */
        }
    }
}

const struct pe_module *pe_module_of(HMODULE handle) {
    for (int i = loaded() - 1; i >= 0; i--) {
        if (handle != NULL && modules[i]->view.base == (unsigned char *)handle) {
            return modules[i];
        }
    }
    return NULL;
}

const struct pe_module *pe_module_with(const void *address) {
    for (int i = loaded() - 1; i >= 0; i--) {
        const struct pe_view *view = &modules[i]->view;
        if ((uintptr_t)address - (uintptr_t)view->base < view->size) {
            return modules[i];
        }
    }
    return NULL;
}

int pe_ignore_threads(HMODULE handle) {
    for (int i = loaded() - 1; i >= 0; i--) {
        if (modules[i]->view.base == (unsigned char *)handle) {
            if (pe_directory(&modules[i]->view, IMAGE_DIRECTORY_ENTRY_TLS).VirtualAddress != 0) {
                return -1;
            }
            modules[i]->wants_threads = 0;
        }
    }
    return 0;
}

/* The functions that are called with DllMain, and before it. */
static int find_callbacks(struct pe_module *module, const IMAGE_TLS_DIRECTORY64 *own) {
    for (uint64_t at = own->AddressOfCallBacks; at != 0; at += sizeof(uint64_t)) {
        const uint64_t *callback = pe_pointed(&module->view, at, sizeof *callback);
        if (callback == NULL || (*callback != 0 && pe_pointed(&module->view, *callback, 1) == NULL)) {
            return -1;
        }
        if (*callback == 0) {
            break;
        }
    }
    module->callbacks = pe_pointed(&module->view, own->AddressOfCallBacks, sizeof *module->callbacks);
    return 0;
}

static int start_threads(struct pe_module *module, int has_variables, struct jox_failure *failure) {
    IMAGE_DATA_DIRECTORY place = pe_directory(&module->view, IMAGE_DIRECTORY_ENTRY_TLS);
    if (place.VirtualAddress == 0) {
        return 0;
    }
    const IMAGE_TLS_DIRECTORY64 *table = pe_at(&module->view, place.VirtualAddress, sizeof *table);
    if (table == NULL || find_callbacks(module, table) < 0) {
        return pe_damaged(failure, "table of thread-local variables");
    }
    return has_variables ? pe_add_variables(&module->view, table, failure) : 0;
}

/* A number that nobody can guess, as Windows' loader would put it there. */
static void start_cookie(const struct pe_view *view) {
    IMAGE_DATA_DIRECTORY table = pe_directory(view, IMAGE_DIRECTORY_ENTRY_LOAD_CONFIG);
    size_t size = offsetof(IMAGE_LOAD_CONFIG_DIRECTORY64, SecurityCookie) + sizeof(uint64_t);
    const IMAGE_LOAD_CONFIG_DIRECTORY64 *config =
        table.VirtualAddress == 0 ? NULL : pe_at(view, table.VirtualAddress, size);
    uint64_t *cookie = config == NULL || config->Size < size ? NULL : pe_pointed(view, config->SecurityCookie, sizeof *cookie);
    if (cookie != NULL && *cookie == DEFAULT_COOKIE) {
        LARGE_INTEGER now;
        QueryPerformanceCounter(&now);
        uint64_t number = ((uint64_t)now.QuadPart * 0x9E3779B97F4A7C15) ^ (uintptr_t)&now ^ (uintptr_t)view->base
                          ^ ((uint64_t)GetCurrentThreadId() << 20) ^ GetTickCount64();
        *cookie = (number & 0x0000FFFFFFFFFFFF) | 0x10000; /* as compilers want it: 48 bits, and neither 0 nor theirs */
    }
}

/* Lets exceptions find their way through the image's functions. */
static int add_functions(const struct pe_view *view, struct jox_failure *failure) {
    IMAGE_DATA_DIRECTORY table = pe_directory(view, IMAGE_DIRECTORY_ENTRY_EXCEPTION);
    RUNTIME_FUNCTION *functions = table.VirtualAddress == 0 ? NULL : pe_at(view, table.VirtualAddress, table.Size);
    if (table.VirtualAddress == 0 || table.Size == 0) {
        return 0;
    }
    if (functions == NULL
        || !RtlAddFunctionTable(functions, table.Size / sizeof *functions, (uint64_t)(uintptr_t)view->base)) {
        return pe_damaged(failure, "table of exception handlers");
    }
    return 0;
}

static int start(struct pe_module *module, const struct pe_source *source, struct jox_failure *failure) {
    struct pe_view *view = &module->view;
    DWORD entry = view->headers->OptionalHeader.AddressOfEntryPoint;
    if (entry != 0) {
        void *code = pe_at(view, entry, 1);
        if (code == NULL) {
            return pe_damaged(failure, "second header");
        }
        memcpy(&module->entry, &code, sizeof code);
    }
    if (pe_bind(view, failure) < 0 || start_threads(module, source->has_variables, failure) < 0) {
        return -1;
    }
    start_cookie(view);
    return pe_protect(view, failure) < 0 ? -1 : add_functions(view, failure);
}

static int prepare_end(struct jox_failure *failure) {
    if (at_exit == FLS_OUT_OF_INDEXES) {
        at_exit = FlsAlloc(on_exit_of_something);
        if (at_exit == FLS_OUT_OF_INDEXES || !FlsSetValue(at_exit, modules)) {
            jox_last_error(failure, "storage");
            return -1;
        }
    }
    return 0;
}

HMODULE pe_load(const struct pe_source *source, struct jox_failure *failure) {
    struct pe_module *module = calloc(1, sizeof *module);
    if (module == NULL || loaded() == CAPACITY) {
        snprintf(failure->text, sizeof failure->text, "no room for another DLL");
        free(module);
        return NULL;
    }
    module->name = source->name;
    module->path = source->path;
    module->wants_threads = 1;
    if (prepare_end(failure) < 0 || pe_map(source, &module->view, failure) < 0) {
        free(module);
        return NULL;
    }
    if (start(module, source, failure) < 0) {
        if (!source->has_variables) { /* else threads that begin may copy from it */
            VirtualFree(module->view.base, 0, MEM_RELEASE);
        }
        free(module);
        return NULL;
    }
    /* its DllMain may ask for itself, and load others */
    int number = loaded();
    modules[number] = module;
    __atomic_store_n(&count, number + 1, __ATOMIC_RELEASE);
    __atomic_store_n(source->attaching, (HMODULE)module->view.base, __ATOMIC_RELEASE);
    int attached = attach(module);
    __atomic_store_n(source->attaching, NULL, __ATOMIC_RELEASE);
    if (!attached) {
        snprintf(failure->text, sizeof failure->text, "its DllMain refuses to start");
        module->view = (struct pe_view){NULL, 0, NULL}; /* still mapped: it may have handed out addresses */
        return NULL;
    }
    return (HMODULE)module->view.base;
}
