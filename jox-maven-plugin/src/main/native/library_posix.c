#define _GNU_SOURCE 1
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "interpose.h"
#include "jox.h"

#ifndef MFD_EXEC
#define MFD_EXEC 0x0010U
#endif

/*
 * dlopen() knows what it has loaded by name, and the name holds the number of the descriptor: no number is used twice,
 * even if the program closes descriptors that it did not open.
 */
static int highest_descriptor = -1;

static const char HINT[] =
    "set <policy><allowInMemorySharedLibraryLoading> to false, or <resourcesLocation> to filesystem-relative:lib for it";

static void set_error(struct jox_state *state, const struct pack_library *library, const char *cause) {
    PyErr_Format(state->load_error, "cannot load %s from memory: %s; %s", pack_string(&jox.pack, library->path), cause,
                 HINT);
}

/* System calls without libc: glibc has memfd_create() since 2.27, and headers of 2.28 make fcntl() another function. */
static int memory_file(const char *name, unsigned int flags) {
    return (int)syscall(SYS_memfd_create, name, flags);
}

static int new_descriptor(const char *name) {
    int descriptor = memory_file(name, MFD_CLOEXEC | MFD_EXEC);
    if (descriptor < 0 && errno == EINVAL) {
        descriptor = memory_file(name, MFD_CLOEXEC); /* a kernel before 6.3 */
    }
    if (descriptor >= 0 && descriptor <= highest_descriptor) {
        int moved = (int)syscall(SYS_fcntl, descriptor, F_DUPFD_CLOEXEC, highest_descriptor + 1);
        close(descriptor);
        descriptor = moved;
    }
    if (descriptor > highest_descriptor) {
        highest_descriptor = descriptor;
    }
    return descriptor;
}

static int fill(int descriptor, const void *from, uint64_t size, uint64_t offset) {
    const unsigned char *bytes = from;
    while (size > 0) {
        ssize_t written = pwrite(descriptor, bytes, size < INT_MAX ? (size_t)size : INT_MAX, (off_t)offset);
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            return -1;
        }
        bytes += written;
        size -= (uint64_t)written;
        offset += (uint64_t)written;
    }
    return 0;
}

int jox_memory_file(const char *name, const void *bytes, uint64_t size, int close_on_exec) {
    int descriptor = memory_file(name, close_on_exec ? MFD_CLOEXEC : 0);
    if (descriptor >= 0 && fill(descriptor, bytes, size, 0) < 0) {
        int error = errno;
        close(descriptor);
        errno = error;
        return -1;
    }
    return descriptor;
}

static char *path_in_memory(struct jox_state *state, const struct pack_library *library) {
    const struct pack_blob *blob = &jox.pack.blobs[library->blob];
    int descriptor = new_descriptor(pack_string(&jox.pack, library->soname));
    if (descriptor < 0) {
        char cause[160];
        snprintf(cause, sizeof cause, "memfd_create: %s", strerror(errno));
        set_error(state, library, cause);
        return NULL;
    }
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", descriptor);
    const unsigned char *bytes = pack_bytes(&jox.pack, blob);
    int filled = bytes == NULL ? -1 : fill(descriptor, bytes, blob->unpacked_size, 0);
    if (filled < 0) {
        set_error(state, library, bytes == NULL ? "it cannot be unpacked" : strerror(errno));
        close(descriptor);
    }
    if (bytes != NULL) {
        pack_release(blob, bytes);
    }
    if (filled < 0) {
        return NULL;
    }
    if (access(path, F_OK) < 0) {
        set_error(state, library, "/proc is not mounted");
        close(descriptor);
        return NULL;
    }
    return strdup(path);
}

static char *path_beside(const struct pack_library *library) {
    const char *folder = jox_folder();
    if (folder == NULL) {
        PyErr_SetFromErrnoWithFilename(PyExc_ImportError, jox.executable);
        return NULL;
    }
    const char *place = pack_string(&jox.pack, library->place);
    size_t length = strlen(folder) + library->place.length + 2;
    char *path = malloc(length);
    if (path == NULL) {
        PyErr_NoMemory();
    } else {
        snprintf(path, length, "%s/%s", folder, place);
    }
    return path;
}

static const char *path_of(struct jox_state *state, uint32_t index);

/*
 * Tells a library in memory where those are that need it in turn: they are written to memory with it, and the loader opens
 * a needed library whose name has slashes as it stands.
 */
static int close_circle(struct jox_state *state, uint32_t index) {
    static const char FOLDER[] = "/proc/self/fd/";
    const size_t start = sizeof FOLDER - 1;
    for (uint32_t i = 0; i < jox.pack.circle_count; i++) {
        const struct pack_circle *circle = &jox.pack.circles[i];
        if (circle->library != index) {
            continue;
        }
        const char *other = path_of(state, circle->other);
        if (other == NULL) {
            return -1;
        }
        char name[PACK_CIRCLE_WIDTH];
        size_t digits = strlen(other + start);
        memset(name, '/', sizeof name);
        memcpy(name, FOLDER, start);
        memcpy(name + sizeof name - digits, other + start, digits);
        if (fill(atoi(jox.loaded[index].path + start), name, sizeof name, circle->offset) < 0) {
            set_error(state, &jox.pack.libraries[index], strerror(errno));
            return -1;
        }
    }
    return 0;
}

static const char *path_of(struct jox_state *state, uint32_t index) {
    const struct pack_library *library = &jox.pack.libraries[index];
    struct jox_loaded *loaded = &jox.loaded[index];
    if (loaded->path == NULL) {
        loaded->path = library->place.length != 0 ? path_beside(library) : path_in_memory(state, library);
        if (loaded->path != NULL && close_circle(state, index) < 0) {
            free(loaded->path);
            loaded->path = NULL; /* a further attempt writes it anew */
        }
    }
    return loaded->path;
}

static void set_open_error(struct jox_state *state, const struct pack_library *library) {
    const char *message = dlerror();
    const char *name = pack_string(&jox.pack, library->path);
    if (message != NULL && strstr(message, "static TLS") != NULL) {
        PyErr_Format(PyExc_ImportError,
                     "cannot load %s: %s; set GLIBC_TUNABLES=glibc.rtld.optional_static_tls or import it earlier", name,
                     message);
    } else if (library->place.length != 0) {
        PyErr_Format(PyExc_ImportError, "cannot load %s: %s", name, message);
    } else {
        PyErr_Format(state->load_error, "cannot load %s from memory: %s; %s", name, message, HINT);
    }
}

/* dlopen() gives the same handle each time. */
static void *open_library(uint32_t index, const char *path) {
    struct jox_loaded *loaded = &jox.loaded[index];
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (handle != NULL && !loaded->opened) {
        loaded->opened = 1;
        jox_interpose(handle);
    }
    return handle;
}

/* Loads what another library needs. Its name then satisfies the other's DT_NEEDED wherever both are. */
static int open_needed(struct jox_state *state, uint32_t index) {
    if (jox.loaded[index].opened) {
        return 0;
    }
    const char *path = path_of(state, index);
    if (path == NULL) {
        return -1;
    }
    if (open_library(index, path) == NULL) {
        set_open_error(state, &jox.pack.libraries[index]);
        return -1;
    }
    return 0;
}

const char *jox_load_library(struct jox_state *state, uint32_t index) {
    const struct pack_library *library = &jox.pack.libraries[index];
    const char *path = NULL;
    int failed = 0;
    jox_begin_loading();
    for (uint32_t i = 0; i < library->need_count && !failed; i++) {
        failed = open_needed(state, jox.pack.needs[library->first_need + i]) < 0;
    }
    if (!failed) {
        path = path_of(state, index);
    }
    jox_end_loading();
    if (path != NULL && !jox.loaded[index].opened) {
        open_library(index, path); /* whoever opens it next finds what went wrong by itself */
    }
    return path;
}

void *jox_library_function(struct jox_state *state, uint32_t index, const char *name) {
    const char *path = jox_load_library(state, index);
    if (path == NULL) {
        return NULL;
    }
    const struct pack_library *library = &jox.pack.libraries[index];
    void *handle = open_library(index, path);
    if (handle == NULL) {
        set_open_error(state, library);
        return NULL;
    }
    void *function = dlsym(handle, name);
    if (function == NULL) {
        PyErr_Format(PyExc_ImportError, "%s has no function %s", pack_string(&jox.pack, library->path), name);
    }
    return function;
}

/* The path of a carried library that is loaded with all it needs, or null, without an exception. */
static const char *path_for_code(uint32_t index) {
#if PY_VERSION_HEX >= 0x030D0000
    int holds_gil = PyThreadState_GetUnchecked() != NULL;
#else
    int holds_gil = _PyThreadState_UncheckedGet() != NULL;
#endif
    PyGILState_STATE before = holds_gil ? PyGILState_LOCKED : PyGILState_Ensure();
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    PyObject *module = PyImport_ImportModule("_jox");
    const char *path = module == NULL ? NULL : jox_load_library(jox_state_of_module(module), index);
    Py_XDECREF(module);
    PyErr_Restore(type, value, traceback); /* in place of any that came up here */
    if (!holds_gil) {
        PyGILState_Release(before);
    }
    return path;
}

void *jox_open_carried(uint32_t index, const char *name, int mode, void *(*real)(const char *name, int mode)) {
    int may_load = (mode & RTLD_NOLOAD) == 0 || jox.loaded[index].opened;
    const char *path = may_load && Py_IsInitialized() ? path_for_code(index) : NULL;
    return real(path == NULL ? name : path, mode);
}
