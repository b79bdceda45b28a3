/*
 * What is seen of it when objects of a type are freed.
 *
 * A class written in Python frees what it holds and then does what its native base does, unless it has a __del__. So the
 * question is asked of native types only: those of CPython itself are known, the few of them that do something by name
 * below. Of other packages' types nothing is known, but for those of packages that were looked at.
 */
#include "leave.h"

#ifdef JOX_CAN_LEAVE
#include <stdlib.h>
#include <string.h>

struct entry {
    PyTypeObject *type; /* null: free */
    enum jox_effect effect;
};

struct jox_effects {
    destructor frees_class; /* the tp_dealloc of every class written in Python */
    struct entry *entries;  /* found by the type's address, the next free place after it */
    size_t capacity;        /* a power of two */
    size_t count;
};

struct known {
    const char *name;
    enum jox_effect effect;
};

/* Native types of the standard library that are not harmless. */
static const struct known KNOWN[] = {
    {"_asyncio.Future", JOX_FINALIZES}, /* tells of exceptions that nobody looked at */
    {"_asyncio.Task", JOX_FINALIZES},   /* tells of tasks that were not awaited */
    {"_buffer_wrapper", JOX_FINALIZES}, /* calls __release_buffer__ */
    {"_dbm.dbm", JOX_FINALIZES},        /* writes what it holds back */
    {"_gdbm.gdbm", JOX_FINALIZES},
    {"_io.BufferedRandom", JOX_WRITES},
    {"_io.BufferedRWPair", JOX_WRITES},
    {"_io.BufferedWriter", JOX_WRITES},
    {"_io.TextIOWrapper", JOX_WRITES},
    {"_tkinter.tkapp", JOX_FINALIZES},
    {"async_generator", JOX_RESUMES},
    {"coroutine", JOX_RESUMES},
    {"generator", JOX_RESUMES},
    {"module", JOX_UNLOADS},
    {"sqlite3.Connection", JOX_FINALIZES}, /* removes the files beside the database */
    {"weakref", JOX_CALLS}, /* called so before 3.12 */
    {"weakcallableproxy", JOX_CALLS},
    {"weakproxy", JOX_CALLS},
    {"weakref.CallableProxyType", JOX_CALLS},
    {"weakref.ProxyType", JOX_CALLS},
    {"weakref.ReferenceType", JOX_CALLS},
};

/* Finalizers of the standard library's native types that do no more than close a descriptor, or warn (leave_state.c). */
static const char *const CLOSES_DESCRIPTOR[] = {
    "_io.BufferedReader", "_io.BytesIO",        "_io.FileIO",            "_io.StringIO",
    "_socket.socket",     "os.ScandirIterator", "posix.ScandirIterator",
};

/*
 * Packages whose native types were looked at: none has a finalizer, and freeing them frees memory. leaving.md tells what of numpy's
 * warns then. The second is what Cython's modules share.
 */
static const char *const LOOKED_AT[] = {"_jox",   "_cyutility",    "charset_normalizer", "numpy",
                                        "pandas", "pydantic_core", "yaml"};

/* Before the version, in the name of an older module that Cython's modules share. */
static const char CYTHON[] = "_cython_";

static int is_among(const char *name, size_t length, const char *const *names, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (strncmp(names[i], name, length) == 0 && names[i][length] == '\0') {
            return 1;
        }
    }
    return 0;
}

#define IS_AMONG(name, length, names) is_among(name, length, names, sizeof names / sizeof names[0])

int jox_is_harmless(const char *name) {
    size_t length = strcspn(name, ".");
    if (IS_AMONG(name, length, LOOKED_AT) || strncmp(name, CYTHON, sizeof CYTHON - 1) == 0) {
        return 1;
    }
    static const char BUILTINS[] = "builtins"; /* where types of other languages say to be that have no module */
    if (length == sizeof BUILTINS - 1 && memcmp(name, BUILTINS, length) == 0) {
        return 0;
    }
    PyObject *standard = PySys_GetObject("stdlib_module_names");
    PyObject *first = PyUnicode_FromStringAndSize(name, (Py_ssize_t)length);
    int harmless = standard != NULL && PyFrozenSet_CheckExact(standard) && first != NULL
                   && PySet_Contains(standard, first) > 0;
    Py_XDECREF(first);
    PyErr_Clear();
    return harmless;
}

#if PY_VERSION_HEX < 0x030C0000
/* CPython's own static types that are in no module, apart from those in builtins. */
static const char *const CORE[] = {
    "EncodingMap", "InterpreterID", "NoneType", "NotImplementedType", "PyCapsule", "Token.MISSING", "UnraisableHookArgs",
    "anext_awaitable", "async_generator", "async_generator_asend", "async_generator_athrow",
    "async_generator_wrapped_value", "asyncgen_hooks", "builtin_function_or_method", "builtin_method",
    "bytearray_iterator", "bytes_iterator", "callable_iterator", "cell", "classmethod_descriptor", "code", "coroutine",
    "coroutine_wrapper", "dict_itemiterator", "dict_items", "dict_keyiterator", "dict_keys", "dict_reverseitemiterator",
    "dict_reversekeyiterator", "dict_reversevalueiterator", "dict_valueiterator", "dict_values", "ellipsis",
    "fieldnameiterator", "formatteriterator", "frame", "function", "generator", "generic_alias_iterator",
    "getset_descriptor", "hamt", "hamt_array_node", "hamt_bitmap_node", "hamt_collision_node", "instancemethod", "items",
    "iterator", "keys", "list_iterator", "list_reverseiterator", "longrange_iterator", "managedbuffer", "mappingproxy",
    "member_descriptor", "memory_iterator", "method", "method-wrapper", "method_descriptor", "module", "moduledef",
    "odict_items", "odict_iterator", "odict_keys", "odict_values", "range_iterator", "set_iterator", "stderrprinter",
    "str_ascii_iterator", "str_iterator", "symtable entry", "traceback", "tuple_iterator", "values", "wrapper_descriptor",
};
#endif

/* Whether CPython itself defines the type. */
static int is_core(PyTypeObject *type) {
#if PY_VERSION_HEX >= 0x030C0000
    return (type->tp_flags & _Py_TPFLAGS_STATIC_BUILTIN) != 0;
#else /* such types have no mark */
    return (type->tp_flags & Py_TPFLAGS_HEAPTYPE) == 0
           && (IS_AMONG(type->tp_name, strlen(type->tp_name), CORE)
               || PyDict_GetItemString(PyEval_GetBuiltins(), type->tp_name) == (PyObject *)type);
#endif
}

static enum jox_effect effect_of_native(PyTypeObject *type) {
    const char *name = type->tp_name;
    int core = is_core(type);
    if (!core && (strchr(name, '.') == NULL || !jox_is_harmless(name))) {
        return JOX_UNKNOWN;
    }
    for (size_t i = 0; i < sizeof KNOWN / sizeof KNOWN[0]; i++) {
        if (strcmp(KNOWN[i].name, name) == 0) {
            return KNOWN[i].effect;
        }
    }
    if (type->tp_del != NULL) {
        return JOX_FINALIZES;
    }
    /* a type that is not known to need none, with a finalizer: what CPython will have in later versions */
    return type->tp_finalize == NULL || IS_AMONG(name, strlen(name), CLOSES_DESCRIPTOR) ? JOX_NONE : JOX_FINALIZES;
}

static enum jox_effect find_effect(struct jox_effects *effects, PyTypeObject *type) {
    if (type->tp_dealloc != effects->frees_class || type->tp_base == NULL) {
        return effect_of_native(type);
    }
    PyTypeObject *base = type->tp_base;
    while (base->tp_dealloc == effects->frees_class && base->tp_base != NULL) {
        base = base->tp_base;
    }
    if (type->tp_del != NULL || type->tp_finalize != base->tp_finalize) {
        return JOX_FINALIZES;
    }
    /* a class that is derived from a file may have a close() of its own, which its base's finalizer calls */
    enum jox_effect effect = jox_effect_of(effects, base);
    int inherits = type->tp_finalize != NULL || effect == JOX_WRITES;
    return inherits && effect != JOX_UNKNOWN && effect != JOX_CALLS ? JOX_FINALIZES : effect;
}

static size_t place_of(PyTypeObject *type, size_t capacity) {
    return (size_t)(((uintptr_t)type >> 4) * 0x9E3779B97F4A7C15u >> 20) & (capacity - 1);
}

static struct entry *find_entry(struct entry *entries, size_t capacity, PyTypeObject *type) {
    size_t place = place_of(type, capacity);
    while (entries[place].type != NULL && entries[place].type != type) {
        place = (place + 1) & (capacity - 1);
    }
    return &entries[place];
}

static int grow(struct jox_effects *effects) {
    size_t capacity = effects->capacity * 4;
    struct entry *entries = calloc(capacity, sizeof *entries);
    if (entries == NULL) {
        return -1;
    }
    for (size_t i = 0; i < effects->capacity; i++) {
        if (effects->entries[i].type != NULL) {
            *find_entry(entries, capacity, effects->entries[i].type) = effects->entries[i];
        }
    }
    free(effects->entries);
    effects->entries = entries;
    effects->capacity = capacity;
    return 0;
}

enum jox_effect jox_effect_of(struct jox_effects *effects, PyTypeObject *type) {
    struct entry *entry = find_entry(effects->entries, effects->capacity, type);
    if (entry->type == NULL) {
        enum jox_effect effect = find_effect(effects, type);
        if (effects->count * 2 >= effects->capacity && grow(effects) < 0) {
            return JOX_UNKNOWN;
        }
        entry = find_entry(effects->entries, effects->capacity, type);
        effects->count += entry->type == NULL;
        *entry = (struct entry){type, effect};
    }
    return entry->effect;
}

struct jox_effects *jox_effects_new(struct jox_state *state) {
    enum { FIRST_CAPACITY = 1024 };
    struct jox_effects *effects = calloc(1, sizeof *effects);
    if (effects == NULL) {
        return NULL;
    }
    effects->frees_class = ((PyTypeObject *)state->spec_type)->tp_dealloc;
    effects->capacity = FIRST_CAPACITY;
    effects->entries = calloc(effects->capacity, sizeof *effects->entries);
    if (effects->entries == NULL) {
        free(effects);
        return NULL;
    }
    return effects;
}

void jox_effects_free(struct jox_effects *effects) {
    free(effects->entries);
    free(effects);
}
#endif
