/*
 * The runtime of an executable: what its files share. Names that begin with jox_ are used across files.
 *
 * A function that returns PyObject * gives a new reference, or null with a Python exception set; one that returns int
 * gives 0, or -1 with an exception set; unless its comment says otherwise.
 */
#ifndef JOX_H
#define JOX_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include "image.h"
#include "pack.h"
#include "root.h"

#ifdef _WIN32
#define JOX_WIDE_LIST_SEPARATOR L";"
#define JOX_COMPARE_NAMES _stricmp /* of libraries, as the loader does */
#else
#define JOX_WIDE_LIST_SEPARATOR L":"
#define JOX_COMPARE_NAMES strcmp
#endif

/* The exit status of an executable that cannot do its work here, as a shell's for a command that it cannot start. */
#define JOX_CANNOT_RUN 127

enum { JOX_MAX_PATCHES = 8 };

/* What is true of the process, whichever interpreter asks. */
struct jox {
    struct pack pack;
    const struct jox_builtin *builtins; /* ends with a null name; may be null */
    void *(*bound_function)(uint32_t number, const char *name, jox_reference *reference,
                            const char **problem); /* of image.h */
    int argc;
    char **argv;
    const char *executable;       /* absolute, links not resolved */
    const char *folder;           /* that the executable lies in, links resolved; null until jox_folder() found it */
    struct jox_loaded *loaded;    /* by library: what is known of it since it was first used (library_posix.c, library_win.c) */
    PyThread_type_lock load_lock; /* guards `loaded` among interpreters that have a GIL each */
    struct jox_lazy *lazy;        /* by built-in of the pack: its init function once it was found (lazy.c) */
    struct _frozen frozen[2];     /* what PyImport_FrozenModules points to (start.c) */
};

extern struct jox jox;

/* What is known of a library since it was first used. */
struct jox_loaded {
    char *path; /* what dlopen() finds it by; null before */
    int opened; /* whether dlopen() was called for it */
};

/* Whether the collector has generations young and old, and collects in increments. CPython gave that up again. */
#define JOX_INCREMENTAL_COLLECTOR (PY_VERSION_HEX >= 0x030E0000 && PY_VERSION_HEX < 0x030E0500)

/* What the collector does not count of an interpreter (collector.c). */
struct jox_uncounted {
    int depth;  /* of imports inside imports, of all threads */
    int before; /* the collector's counter when the outermost began */
    int credit; /* what was taken from it then */
    int spent;  /* by imports that ended */
};

/* What belongs to one interpreter: the state of its module _jox. */
struct jox_state {
    PyTypeObject *importer_type;
    PyTypeObject *entry_type;   /* what sys.path_hooks makes for paths below JOX_ROOT */
    PyObject *importer;         /* first on sys.meta_path; the loader of everything packed */
    PyObject *load_error;       /* the ImportError of shared objects that this machine does not let load */
    PyObject *spec_type;        /* importlib's ModuleSpec */
    PyObject *builtin_importer; /* importlib's BuiltinImporter */
    PyObject *run_hidden;       /* importlib's _call_with_frames_removed, which tracebacks look out for */
    PyObject *exec;             /* builtins.exec */
    PyObject *imp;              /* the module _imp */
    PyObject *spec_keywords;    /* names of the keyword arguments that ModuleSpec is called with */
    PyObject *name, *origin, *cached, *set_fileattr, *locations, *loader, *file; /* names of attributes */
    const char *cache_tag;      /* sys.implementation.cache_tag */
    int level;                  /* of optimisation, 0 to 2 */
    const struct pack_module *patched[JOX_MAX_PATCHES]; /* modules that a patch is applied to once they ran (patch.c) */
    const struct pack_module *patches[JOX_MAX_PATCHES]; /* the patch of each */
    int patched_count;
    struct jox_uncounted uncounted;
};

/* module.c: the module _jox. */
PyObject *jox_module_init(void);
struct jox_state *jox_state_of_module(PyObject *module);

/* The state that an object of a type of _jox belongs to; never fails. */
static inline struct jox_state *jox_state_of(PyObject *object) {
    return PyType_GetModuleState(Py_TYPE(object));
}

/* start.c: how the importer comes to be in every interpreter before its first import of a packed module. */
int jox_start_prepare(void); /* before initialisation; not 0 when the pack lacks something */
PyObject *jox_take_over(PyObject *module, PyObject *globals);

/* importer.c: the type of the object on sys.meta_path. */
extern PyType_Spec jox_importer_spec;

/*
 * An importer that is bound to one module stands in for the importer where a module's name does not tell which packed
 * module it is, because a package's __path__ was changed.
 */
struct jox_importer {
    PyObject_HEAD
    const struct pack_module *bound; /* null for the importer itself */
};

PyObject *jox_importer_new(struct jox_state *state, const struct pack_module *bound);

/* entry.c: the type of the finders of paths below JOX_ROOT, and their hook on sys.path_hooks. */
extern PyType_Spec jox_entry_spec;
PyObject *jox_path_hook(PyObject *module, PyObject *path);

/*
 * The spec of a module of a package's own name inside it, where the package's folder is on sys.path, or None. A package whose
 * code in C has its name is imported like that by the package itself: cv2.
 */
PyObject *jox_find_in_itself(struct jox_state *state, PyObject *name);

/* The modules right below a package, or all top-level ones: tuples (prefix + name, whether it is a package). */
PyObject *jox_iter_modules(const char *package, size_t length, PyObject *prefix);

/* spec.c: module specs as importlib's own finders would make them. */
PyObject *jox_module_file(const struct pack_module *module);     /* its __file__ */
PyObject *jox_module_location(const struct pack_module *module); /* the entry of a package's __path__ */
PyObject *jox_spec_new(struct jox_state *state, PyObject *name, const struct pack_module *module, int is_package,
                       PyObject *loader);

/* Whether CPython itself has a built-in module of that name. */
int jox_is_builtin(const char *name);

/* find.c: which packed module a name means. */
struct jox_found {
    const struct pack_module *module; /* null when there is none */
    int is_package;                   /* not for the module that "import package.__init__" gives */
};
struct jox_found jox_find(const char *name, size_t length);

/* code.c: what Python modules are made of. */
PyObject *jox_get_code(struct jox_state *state, const struct pack_module *module);
PyObject *jox_get_source(const struct pack_module *module); /* None where there is none */

/* data.c: bytes of files, in memory or beside the executable. */
PyObject *jox_read_blob(uint32_t blob);
PyObject *jox_read_path(PyObject *path);
extern PyMethodDef jox_data_methods[];

/* extension.c: extension modules, standalone and built-in. */
PyObject *jox_create_extension(struct jox_state *state, PyObject *spec, const struct pack_module *module);
int jox_exec_extension(struct jox_state *state, PyObject *py_module, const struct pack_module *module);

/* collector.c: around the execution of a module, with the GIL held. */
void jox_import_begins(struct jox_state *state);
void jox_import_ends(struct jox_state *state);

/*
 * The name by which CPython's table of built-in modules has one: names there are ASCII, so for any other it is the init
 * function's.
 */
const char *jox_builtin_name(const struct pack_module *module);

/* lazy.c: puts the built-in modules whose code is in libraries into CPython's table of built-in modules. */
int jox_register_lazy(void); /* before initialisation; not 0 when that fails */

/* builtins.c */
int jox_add_builtins(void);

/* tracebacks.c */
int jox_install_excepthooks(void);

/*
 * library_posix.c, library_win.c: shared objects. Gives what dlopen() or LoadLibrary() finds the library by, all that it
 * needs loaded; null on error.
 */
const char *jox_load_library(struct jox_state *state, uint32_t library);

/* Loading is for one thread at a time, of whichever interpreter. */
void jox_begin_loading(void);
void jox_end_loading(void);

/* The address of a function of the library, which is loaded if it is not yet; null on error. */
void *jox_library_function(struct jox_state *state, uint32_t library, const char *name);

/* library.c: libraries for ctypes. */
extern PyMethodDef jox_library_methods[];

/* The library that the name means: its soname, or a path below JOX_ROOT. PACK_NONE when there is none. */
uint32_t jox_library_named(const char *name);

/* patch.c: changes to modules of the standard library, applied when they are imported. */
void jox_patches_find(struct jox_state *state);
int jox_patch(struct jox_state *state, const struct pack_module *module, PyObject *py_module);

/* files.c: files inside the executable for open() and os. */
int jox_wrap_open(void);
int jox_wrap_os(PyObject *os);

/* paths.c */

/* Writes a path of the pack's as the system has it: with its own separators. */
void jox_to_native(char *path, size_t length);

/*
 * The path below JOX_ROOT as the pack has it, with slashes, that an absolute path means; empty for the root itself, which a
 * separator may follow; empty parts, "." and ".." are taken out. Its length, without the NUL that is written too; -1 (no
 * exception) for paths elsewhere and for longer ones than the buffer.
 */
Py_ssize_t jox_below_root(const char *path, size_t length, char *buffer, size_t capacity);

/* The absolute path of what is at that path of the pack's below the executable's folder. */
PyObject *jox_beside(const char *place, size_t length);

/* Enough for every path that is in a pack. */
enum { JOX_PATH_CAPACITY = 4096 };

/* process_posix.c, process_win.c, dialog_win.c: where systems differ in what a process is given and how it ends. */

void jox_print_error(const char *text, size_t length); /* to standard error, as far as that is possible */
void jox_print_exception(void); /* as PyErr_Print() does, to wherever the system's users see it */
PyStatus jox_preinitialize(const PyPreConfig *config, int parse_arguments); /* with this process's arguments if so */
PyStatus jox_set_arguments(PyConfig *config);
int jox_die_interrupted(void); /* as an unhandled SIGINT or Ctrl-C would; gives the exit status if it returns */

/* arenas_posix.c: where Python's small objects are; before initialisation */
#ifdef _WIN32
static inline void jox_place_arenas(void) {
}
#else
void jox_place_arenas(void);
#endif

/* executable_posix.c, executable_win.c */
const char *jox_find_executable(const char *argument); /* null when there is no memory */
const char *jox_folder(void);                          /* null when it cannot be found; sets no exception */

/* config.c: configures and starts the interpreter; does not return when that fails. */
enum jox_way {
    JOX_OWN,       /* jox_run() runs the program */
    JOX_PYTHON,    /* Py_RunMain() does, as the settings say */
    JOX_ARGUMENTS, /* Py_RunMain() does, as the arguments say in Python's own form */
};
void jox_initialize(enum jox_way way);

/* run.c: runs what the settings say in the initialised interpreter, and ends it. Gives the exit status. */
int jox_run(const struct pack_setting *run);
int jox_run_frozen_child(void); /* likewise, for multiprocessing */

/*
 * leave.c: has the next Py_FinalizeEx() end the process with that status, where nothing is left to do then but to free memory.
 */
void jox_leave_early(struct jox_state *state, int status);

/* child.c: whether multiprocessing started this process to run code for the program: code in arguments, or what it calls frozen. */
int jox_is_child(void);
int jox_is_frozen_child(void);

/* message.c: writes one line to standard error: the program's name, and the text. */
const char *jox_program_name(void);
void jox_complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
