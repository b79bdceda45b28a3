/*
 * The packed resources as they lie in the mapping. The format is described in dev.jox.model.pack (package-info.java);
 * this is its C side: every table is used where it is, and so is every content that is not compressed.
 */
#ifndef JOX_PACK_H
#define JOX_PACK_H

#include <stddef.h>
#include <stdint.h>

#define PACK_VERSION 2u
#define PACK_NONE UINT32_MAX

struct pack_text {
    uint32_t offset; /* into the strings; a NUL follows the text */
    uint32_t length; /* in bytes of UTF-8, without the NUL */
};

struct pack_blob {
    uint64_t offset; /* from the start of the pack, a multiple of 16 */
    uint64_t size;   /* as stored */
    uint64_t unpacked_size;
    uint32_t encoding;
    uint32_t reserved;
};

enum pack_encoding { PACK_RAW = 0, PACK_DEFLATED = 1 };

enum pack_module_kind {
    PACK_PYTHON = 1,
    PACK_EXTENSION = 2,
    PACK_BUILTIN = 3,
    PACK_NAMESPACE = 4,
};

enum { PACK_LEVELS = 3 };

struct pack_module {
    struct pack_text name;  /* dotted */
    struct pack_text path;  /* of its file below the virtual root; a namespace's folder; empty for a built-in */
    struct pack_text place; /* of its file below the executable's folder; empty when it is in memory */
    struct pack_text init;  /* a built-in's C function */
    uint8_t kind;
    uint8_t is_package;
    uint16_t reserved;
    uint32_t library;               /* an extension's shared object; the one with a built-in's code, if that is in one */
    uint32_t source;                /* blob */
    uint32_t bytecode[PACK_LEVELS]; /* blobs: marshalled code by optimisation level */
};

enum pack_node_kind { PACK_FOLDER = 0, PACK_FILE = 1 };

struct pack_node {
    struct pack_text path;  /* below the virtual root; empty for the root itself */
    struct pack_text place; /* below the executable's folder, for a file that lies there */
    uint32_t parent;        /* PACK_NONE for the root */
    uint32_t first_child;   /* a folder's children are consecutive, in the order of their names' bytes */
    uint32_t child_count;
    uint32_t blob; /* PACK_NONE for folders and for files with a place */
    uint8_t kind;
    uint8_t executable;
    uint16_t name_length; /* of the last segment of the path */
    uint32_t reserved;
};

enum { PACK_STATIC_TLS = 1, PACK_IS_EXTENSION = 2, PACK_BOUND = 4 };

struct pack_library {
    struct pack_text soname;
    struct pack_text path;
    struct pack_text place;
    uint32_t blob; /* of PACK_BOUND: not a blob, but its number among the objects that are bound into the image */
    uint32_t flags;
    uint32_t first_need; /* what to load before it, in this order: indices of libraries */
    uint32_t need_count;
};

/* Libraries in memory that need each other know each other by their paths, which the runtime writes into their bytes. */
enum { PACK_CIRCLE_WIDTH = 32 };

struct pack_circle {
    uint32_t library;
    uint32_t other;
    uint64_t offset; /* in the library's bytes, where the other's path goes: PACK_CIRCLE_WIDTH bytes and a NUL that is there */
};

struct pack_setting {
    struct pack_text key;
    uint32_t first_value;
    uint32_t value_count;
};

struct pack_slot {
    uint32_t hash;  /* pack_hash() of the name or path */
    uint32_t index; /* plus one; 0 in an empty slot */
};

struct pack {
    const unsigned char *base;
    const char *strings;
    const struct pack_blob *blobs;
    const struct pack_module *modules; /* in the order of their names' bytes */
    const struct pack_slot *module_slots;
    const struct pack_node *nodes; /* the first is the root */
    const struct pack_slot *node_slots;
    const struct pack_library *libraries;
    const uint32_t *needs;
    const struct pack_setting *settings;
    const struct pack_text *values;
    const uint32_t *built_ins; /* modules */
    const struct pack_circle *circles;
    uint32_t module_count, module_mask;
    uint32_t node_count, node_mask;
    uint32_t library_count;
    uint32_t setting_count;
    uint32_t built_in_count;
    uint32_t circle_count;
};

/* Fills in `pack`. Returns null, or what is wrong with the bytes, as the end of the sentence "the packed resources …". */
const char *pack_open(struct pack *pack, const unsigned char *base, uint64_t size);

uint32_t pack_hash(const char *text, size_t length);

static inline const char *pack_string(const struct pack *pack, struct pack_text text) {
    return pack->strings + text.offset;
}

/* The module of that dotted name, or null. */
const struct pack_module *pack_find_module(const struct pack *pack, const char *name, size_t length);

/* Takes empty parts, "." and ".." out of a path below the virtual root. Its length; -1 where it leads out of the root. */
ptrdiff_t pack_normalize(char *path);

/* The file or folder at that path below the virtual root, or null. */
const struct pack_node *pack_find_node(const struct pack *pack, const char *path, size_t length);

/* The index of the first module whose name is not before `name`; module_count when there is none. */
uint32_t pack_first_module(const struct pack *pack, const char *name, size_t length);

/* blob.c: the bytes of a blob, `unpacked_size` of them. Null where memory is short or they are damaged. pack_release() takes them back. */
const unsigned char *pack_bytes(const struct pack *pack, const struct pack_blob *blob);
void pack_release(const struct pack_blob *blob, const unsigned char *bytes);

/* Writes the bytes of a blob, `unpacked_size` of them. 0, or -1 where they are damaged. */
int pack_unpack(const struct pack *pack, const struct pack_blob *blob, unsigned char *out);

/* The setting of that key, or null. */
const struct pack_setting *pack_find_setting(const struct pack *pack, const char *key);

/* The first value of the setting, or null when there is no such setting or it has no value. */
const char *pack_setting_text(const struct pack *pack, const char *key);

/* The last segment of the node's path. */
const char *pack_node_name(const struct pack *pack, const struct pack_node *node);

#endif
