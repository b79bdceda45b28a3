/*
 * Files inside the executable for code in C, C++ and Rust, which opens them by functions of libc: what files.c does for Python.
 *
 * Names of models, databases and certificates are made from __file__ and handed to libraries. With glibc, where a shared object
 * that the executable carries refers to one of these functions, the reference is turned to the one here once the object is loaded
 * (references_posix.c). With musl executables are static, and their linker turns all references (StaticLinker). A path below
 * JOX_ROOT is answered from memory, any other by the function itself.
 */
#define _GNU_SOURCE 1
#include "interpose.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#if defined __GLIBC__ && !defined STATX_TYPE
#include <linux/stat.h> /* headers older than glibc 2.28 */
#endif

#include "jox.h"

/* Says where the path leads; with JOX_ELSEWHERE nothing else is known, and with JOX_BESIDE `place` is the path to take. */
enum destination { JOX_ELSEWHERE, JOX_BESIDE, JOX_INSIDE, JOX_NOWHERE };

struct found {
    enum destination destination;
    const struct pack_node *node;
    char place[JOX_PATH_CAPACITY];
};

static int is_concerned(const char *path) {
    return path != NULL && strncmp(path, JOX_ROOT, sizeof JOX_ROOT - 1) == 0;
}

static void look_up(const char *path, struct found *found) {
    char below[JOX_PATH_CAPACITY];
    Py_ssize_t length = jox_below_root(path, strlen(path), below, sizeof below);
    found->node = length < 0 ? NULL : pack_find_node(&jox.pack, below, (size_t)length);
    found->destination = found->node == NULL ? JOX_NOWHERE : JOX_INSIDE;
    if (found->node != NULL && found->node->kind == PACK_FILE && found->node->blob == PACK_NONE) {
        const char *folder = jox_folder();
        int written = folder == NULL ? -1
                                     : snprintf(found->place, sizeof found->place, "%s/%s", folder,
                                                pack_string(&jox.pack, found->node->place));
        int fits = written >= 0 && (size_t)written < sizeof found->place;
        found->destination = fits ? JOX_BESIDE : JOX_NOWHERE;
    }
}

static enum destination find(const char *path, struct found *found) {
    if (is_concerned(path)) {
        look_up(path, found);
    } else {
        found->destination = JOX_ELSEWHERE;
    }
    return found->destination;
}

static int fail(int number) {
    errno = number;
    return -1;
}

/* A descriptor of the file's bytes, or -1. */
static int open_inside(const struct found *found, int flags) {
    if (found->destination == JOX_NOWHERE) {
        return fail(ENOENT);
    }
    if ((flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)) != 0) {
        return fail(EROFS);
    }
    if (found->node->kind != PACK_FILE) {
        return fail((flags & O_DIRECTORY) != 0 ? ENOENT : EISDIR); /* no folder can be read */
    }
    const struct pack_blob *blob = &jox.pack.blobs[found->node->blob];
    const unsigned char *bytes = pack_bytes(&jox.pack, blob);
    if (bytes == NULL) {
        return fail(EIO);
    }
    int descriptor = jox_memory_file(pack_node_name(&jox.pack, found->node), bytes, blob->unpacked_size,
                                     (flags & O_CLOEXEC) != 0);
    int error = errno;
    pack_release(blob, bytes);
    errno = error;
    return descriptor;
}

static FILE *open_stream_inside(const struct found *found, const char *mode) {
    int flags = mode[0] == 'r' && strchr(mode, '+') == NULL ? O_RDONLY : O_RDWR;
    int descriptor = open_inside(found, flags | (strchr(mode, 'e') != NULL ? O_CLOEXEC : 0));
    FILE *stream = descriptor < 0 ? NULL : fdopen(descriptor, "r");
    if (descriptor >= 0 && stream == NULL) {
        close(descriptor);
    }
    return stream;
}

static int is_folder(const struct found *found) {
    return found->node->kind != PACK_FILE;
}

static uint64_t size_of(const struct found *found) {
    return is_folder(found) ? 0 : jox.pack.blobs[found->node->blob].unpacked_size;
}

static mode_t mode_of(const struct found *found) {
    return is_folder(found) ? S_IFDIR | 0555 : S_IFREG | 0444;
}

static uint64_t number_of(const struct found *found) {
    return (uint64_t)(found->node - jox.pack.nodes) + 1;
}

static int state_inside(const struct found *found, struct stat *state) {
    if (found->destination == JOX_NOWHERE) {
        return fail(ENOENT);
    }
    *state = (struct stat){
        .st_mode = mode_of(found),
        .st_ino = number_of(found),
        .st_nlink = 1,
        .st_size = (off_t)size_of(found),
        .st_blksize = 4096,
        .st_blocks = (blkcnt_t)((size_of(found) + 511) / 512),
    };
    return 0;
}

#ifdef __GLIBC__
static int extended_state_inside(const struct found *found, struct statx *state) {
    if (found->destination == JOX_NOWHERE) {
        return fail(ENOENT);
    }
    *state = (struct statx){
        .stx_mask = STATX_TYPE | STATX_MODE | STATX_NLINK | STATX_INO | STATX_SIZE | STATX_BLOCKS,
        .stx_blksize = 4096,
        .stx_nlink = 1,
        .stx_mode = (uint16_t)mode_of(found),
        .stx_ino = number_of(found),
        .stx_size = size_of(found),
        .stx_blocks = (size_of(found) + 511) / 512,
    };
    return 0;
}
#endif

static int access_inside(const struct found *found, int mode) {
    if (found->destination == JOX_NOWHERE) {
        return fail(ENOENT);
    }
    if ((mode & W_OK) != 0) {
        return fail(EROFS);
    }
    return (mode & X_OK) != 0 && !is_folder(found) ? fail(EACCES) : 0;
}

/*
 * Each of libc's functions has one of ours here, with the same arguments, and a name or place for itself. `path` is replaced
 * where the file lies beside the executable. The mode of open() is passed on whether it was given or not: the calling
 * conventions of the systems that jox has let a function take more arguments than it was called with.
 */
#ifdef __GLIBC__
#define REAL(name) real_##name
#define OURS(result, name, parameters)                                                                                 \
    static result(*real_##name) parameters;                                                                            \
    static result our_##name parameters
#else
/* the names that linkers have for them under --wrap */
#define REAL(name) __real_##name
#define OURS(result, name, parameters)                                                                                 \
    result __real_##name parameters;                                                                                   \
    result __wrap_##name parameters;                                                                                   \
    result __wrap_##name parameters
#endif

#define INTERPOSE(result, name, parameters, inside, itself)                                                            \
    OURS(result, name, parameters) {                                                                                   \
        struct found found;                                                                                            \
        enum destination destination = find(path, &found);                                                             \
        if (destination == JOX_INSIDE || destination == JOX_NOWHERE) {                                                  \
            return inside;                                                                                             \
        }                                                                                                              \
        path = destination == JOX_BESIDE ? found.place : path;                                                         \
        return REAL(name) itself;                                                                                      \
    }

#define OPEN(name)                                                                                                     \
    INTERPOSE(int, name, (const char *path, int flags, mode_t mode), open_inside(&found, flags), (path, flags, mode))
#define OPENAT(name)                                                                                                   \
    INTERPOSE(int, name, (int folder, const char *path, int flags, mode_t mode), open_inside(&found, flags),           \
              (folder, path, flags, mode))
#define FOPEN(name)                                                                                                    \
    INTERPOSE(FILE *, name, (const char *path, const char *mode), open_stream_inside(&found, mode), (path, mode))
#define STAT(name)                                                                                                     \
    INTERPOSE(int, name, (const char *path, struct stat *state), state_inside(&found, state), (path, state))
#define XSTAT(name)                                                                                                    \
    INTERPOSE(int, name, (int version, const char *path, struct stat *state), state_inside(&found, state),             \
              (version, path, state))
#define STATAT(name)                                                                                                   \
    INTERPOSE(int, name, (int folder, const char *path, struct stat *state, int flags), state_inside(&found, state),   \
              (folder, path, state, flags))
#define XSTATAT(name)                                                                                                  \
    INTERPOSE(int, name, (int version, int folder, const char *path, struct stat *state, int flags),                   \
              state_inside(&found, state), (version, folder, path, state, flags))

OPEN(open)
OPENAT(openat)
FOPEN(fopen)
STAT(stat)
STAT(lstat)
STATAT(fstatat)
INTERPOSE(int, access, (const char *path, int mode), access_inside(&found, mode), (path, mode))
INTERPOSE(int, faccessat, (int folder, const char *path, int mode, int flags), access_inside(&found, mode),
          (folder, path, mode, flags))

/* Every path inside is the whole one: there are no links. */
static char *real_path_inside(const char *path, const struct found *found, char *resolved) {
    char below[JOX_PATH_CAPACITY], whole[PATH_MAX];
    int length = -1;
    if (found->destination != JOX_NOWHERE && jox_below_root(path, strlen(path), below, sizeof below) >= 0) {
        length = snprintf(whole, sizeof whole, below[0] == '\0' ? "%s" : "%s/%s", JOX_ROOT, below);
    }
    if (length < 0 || (size_t)length >= sizeof whole) {
        errno = ENOENT;
        return NULL;
    }
    return resolved == NULL ? strdup(whole) : strcpy(resolved, whole);
}

INTERPOSE(char *, realpath, (const char *path, char *resolved), real_path_inside(path, &found, resolved),
          (path, resolved))

#ifdef __GLIBC__
OPEN(open64)
OPEN(__open_2)
OPEN(__open64_2)
OPENAT(openat64)
OPENAT(__openat_2)
OPENAT(__openat64_2)
FOPEN(fopen64)
STAT(stat64)
STAT(lstat64)
XSTAT(__xstat)
XSTAT(__xstat64)
XSTAT(__lxstat)
XSTAT(__lxstat64)
STATAT(fstatat64)
XSTATAT(__fxstatat)
XSTATAT(__fxstatat64)
INTERPOSE(int, statx, (int folder, const char *path, int flags, unsigned int mask, struct statx *state),
          extended_state_inside(&found, state), (folder, path, flags, mask, state))
INTERPOSE(char *, __realpath_chk, (const char *path, char *resolved, size_t size),
          real_path_inside(path, &found, resolved), (path, resolved, size))

/*
 * A library that code in C opens itself, by its name or by a path below the root. Any other is opened by a call from the end of
 * this function, so that the loader sees the caller and looks where that one's RUNPATH says.
 */
static void *(*real_dlopen)(const char *name, int mode);
static void *our_dlopen(const char *name, int mode) {
    uint32_t library = name == NULL ? PACK_NONE : jox_library_named(name);
    return library == PACK_NONE ? real_dlopen(name, mode) : jox_open_carried(library, name, mode, real_dlopen);
}

static const struct interposed {
    const char *name;
    void *ours;
    void **real;
} INTERPOSED[] = {
#define ENTRY(name) {#name, (void *)our_##name, (void **)&real_##name}
    /* in the order of strcmp() */
    ENTRY(__fxstatat), ENTRY(__fxstatat64), ENTRY(__lxstat),      ENTRY(__lxstat64), ENTRY(__open64_2),
    ENTRY(__open_2),   ENTRY(__openat64_2), ENTRY(__openat_2),    ENTRY(__realpath_chk), ENTRY(__xstat),
    ENTRY(__xstat64),  ENTRY(access),       ENTRY(dlopen),        ENTRY(faccessat),  ENTRY(fopen),
    ENTRY(fopen64),    ENTRY(fstatat),      ENTRY(fstatat64),     ENTRY(lstat),      ENTRY(lstat64),
    ENTRY(open),       ENTRY(open64),       ENTRY(openat),        ENTRY(openat64),   ENTRY(realpath),
    ENTRY(stat),       ENTRY(stat64),       ENTRY(statx),
};

static const struct interposed *interposed(const char *name) {
    size_t low = 0, high = sizeof INTERPOSED / sizeof INTERPOSED[0];
    if (name[0] == '_' && name[1] == 'Z') {
        return NULL; /* most names of C++ */
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(name, INTERPOSED[middle].name);
        if (order == 0) {
            return &INTERPOSED[middle];
        }
        *(order < 0 ? &high : &low) = order < 0 ? middle : middle + 1;
    }
    return NULL;
}

void *jox_interposed(const char *name, void *function) {
    const struct interposed *entry = interposed(name);
    if (entry == NULL || function == entry->ours) {
        return function;
    }
    if (*entry->real == NULL) {
        *entry->real = function;
    }
    return entry->ours;
}

#else

/* Nothing is loaded whose references would have to be turned. */
void *jox_interposed(const char *name, void *function) {
    (void)name;
    return function;
}

#endif
