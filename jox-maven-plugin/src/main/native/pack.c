#include "pack.h"

#include <string.h>

enum section_id {
    STRINGS = 1,
    BLOBS,
    MODULES,
    MODULE_SLOTS,
    NODES,
    NODE_SLOTS,
    LIBRARIES,
    NEEDS,
    SETTINGS,
    VALUES,
    BUILT_INS,
    CIRCLES,
    SECTION_END,
};

struct header {
    char magic[8];
    uint32_t version;
    uint32_t section_count;
    uint64_t size;
    uint64_t reserved;
};

struct section {
    uint32_t id;
    uint32_t count;
    uint64_t offset;
    uint64_t size;
};

static const char MAGIC[8] = {'J', 'O', 'X', 'P', 'A', 'C', 'K', 0};

static const size_t ELEMENT_SIZE[SECTION_END] = {
    [STRINGS] = 1,
    [BLOBS] = sizeof(struct pack_blob),
    [MODULES] = sizeof(struct pack_module),
    [MODULE_SLOTS] = sizeof(struct pack_slot),
    [NODES] = sizeof(struct pack_node),
    [NODE_SLOTS] = sizeof(struct pack_slot),
    [LIBRARIES] = sizeof(struct pack_library),
    [NEEDS] = sizeof(uint32_t),
    [SETTINGS] = sizeof(struct pack_setting),
    [VALUES] = sizeof(struct pack_text),
    [BUILT_INS] = sizeof(uint32_t),
    [CIRCLES] = sizeof(struct pack_circle),
};

const char *pack_open(struct pack *pack, const unsigned char *base, uint64_t size) {
    const struct header *header = (const struct header *)(const void *)base;
    const struct section *sections = (const struct section *)(const void *)(header + 1);
    const void *start[SECTION_END] = {NULL};
    uint32_t count[SECTION_END] = {0};

    if (size < sizeof *header || memcmp(header->magic, MAGIC, sizeof MAGIC) != 0) {
        return "are missing";
    }
    if (header->version != PACK_VERSION) {
        return "are of another version";
    }
    if (header->size > size || header->section_count > (size - sizeof *header) / sizeof *sections) {
        return "are cut off";
    }
    for (uint32_t i = 0; i < header->section_count; i++) {
        const struct section *section = &sections[i];
        if (section->offset > size || section->size > size - section->offset) {
            return "are cut off";
        }
        if (section->id == 0 || section->id >= SECTION_END) {
            continue; /* of a newer writer */
        }
        if (section->size / ELEMENT_SIZE[section->id] < section->count || section->offset % 8 != 0) {
            return "are damaged";
        }
        start[section->id] = base + section->offset;
        count[section->id] = section->count;
    }
    for (int id = STRINGS; id < SECTION_END; id++) {
        if (start[id] == NULL) {
            return "are damaged";
        }
    }
    if (count[NODES] == 0 || count[MODULE_SLOTS] <= count[MODULES] || count[NODE_SLOTS] <= count[NODES]
        || (count[MODULE_SLOTS] & (count[MODULE_SLOTS] - 1)) != 0
        || (count[NODE_SLOTS] & (count[NODE_SLOTS] - 1)) != 0) {
        return "are damaged";
    }
    *pack = (struct pack){
        .base = base,
        .strings = start[STRINGS],
        .blobs = start[BLOBS],
        .modules = start[MODULES],
        .module_slots = start[MODULE_SLOTS],
        .nodes = start[NODES],
        .node_slots = start[NODE_SLOTS],
        .libraries = start[LIBRARIES],
        .needs = start[NEEDS],
        .settings = start[SETTINGS],
        .values = start[VALUES],
        .built_ins = start[BUILT_INS],
        .circles = start[CIRCLES],
        .module_count = count[MODULES],
        .module_mask = count[MODULE_SLOTS] - 1,
        .node_count = count[NODES],
        .node_mask = count[NODE_SLOTS] - 1,
        .library_count = count[LIBRARIES],
        .setting_count = count[SETTINGS],
        .built_in_count = count[BUILT_INS],
        .circle_count = count[CIRCLES],
    };
    return NULL;
}

uint32_t pack_hash(const char *text, size_t length) {
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)text[i]) * 16777619u;
    }
    return hash;
}

static int equals(const struct pack *pack, struct pack_text text, const char *other, size_t length) {
    return text.length == length && memcmp(pack_string(pack, text), other, length) == 0;
}

const struct pack_module *pack_find_module(const struct pack *pack, const char *name, size_t length) {
    uint32_t hash = pack_hash(name, length);
    for (uint32_t at = hash & pack->module_mask;; at = (at + 1) & pack->module_mask) {
        struct pack_slot slot = pack->module_slots[at];
        if (slot.index == 0) {
            return NULL;
        }
        if (slot.hash == hash && equals(pack, pack->modules[slot.index - 1].name, name, length)) {
            return &pack->modules[slot.index - 1];
        }
    }
}

ptrdiff_t pack_normalize(char *path) {
    size_t length = 0;
    for (const char *rest = path; *rest != '\0'; rest += *rest == '/') {
        size_t part = strcspn(rest, "/");
        if (part == 2 && rest[0] == '.' && rest[1] == '.') {
            if (length == 0) {
                return -1;
            }
            while (length > 0 && path[--length] != '/') {
            }
        } else if (part > 0 && !(part == 1 && rest[0] == '.')) {
            if (length > 0) {
                path[length++] = '/';
            }
            memmove(path + length, rest, part);
            length += part;
        }
        rest += part;
    }
    path[length] = '\0';
    return (ptrdiff_t)length;
}

const struct pack_node *pack_find_node(const struct pack *pack, const char *path, size_t length) {
    uint32_t hash = pack_hash(path, length);
    for (uint32_t at = hash & pack->node_mask;; at = (at + 1) & pack->node_mask) {
        struct pack_slot slot = pack->node_slots[at];
        if (slot.index == 0) {
            return NULL;
        }
        if (slot.hash == hash && equals(pack, pack->nodes[slot.index - 1].path, path, length)) {
            return &pack->nodes[slot.index - 1];
        }
    }
}

uint32_t pack_first_module(const struct pack *pack, const char *name, size_t length) {
    uint32_t low = 0;
    uint32_t high = pack->module_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        struct pack_text text = pack->modules[middle].name;
        size_t common = text.length < length ? text.length : length;
        int order = memcmp(pack_string(pack, text), name, common);
        if (order < 0 || (order == 0 && text.length < length)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const struct pack_setting *pack_find_setting(const struct pack *pack, const char *key) {
    for (uint32_t i = 0; i < pack->setting_count; i++) {
        if (strcmp(pack_string(pack, pack->settings[i].key), key) == 0) {
            return &pack->settings[i];
        }
    }
    return NULL;
}

const char *pack_setting_text(const struct pack *pack, const char *key) {
    const struct pack_setting *setting = pack_find_setting(pack, key);
    if (setting == NULL || setting->value_count == 0) {
        return NULL;
    }
    return pack_string(pack, pack->values[setting->first_value]);
}

const char *pack_node_name(const struct pack *pack, const struct pack_node *node) {
    return pack_string(pack, node->path) + node->path.length - node->name_length;
}
