package dev.jox.model.pack;

import java.nio.charset.StandardCharsets;

/** Numbers of the format; see the package's description. */
final class PackFormat {
    static final byte[] MAGIC = "JOXPACK\0".getBytes(StandardCharsets.US_ASCII);
    static final int VERSION = 2;
    static final int NONE = 0xFFFFFFFF;

    static final int HEADER_BYTES = 32;
    static final int SECTION_BYTES = 24;
    static final int TEXT_BYTES = 8;
    static final int SLOT_BYTES = 8;
    static final int BLOB_BYTES = 32;
    static final int MODULE_BYTES = 56;
    static final int NODE_BYTES = 40;
    static final int LIBRARY_BYTES = 40;
    static final int SETTING_BYTES = 16;
    static final int CIRCLE_BYTES = 16;

    static final int SECTION_ALIGNMENT = 8;
    static final int BLOB_ALIGNMENT = 16;

    static final int LEVELS = 3;
    /** The runtime has no more init functions to give (lazy.c). */
    static final int MOST_BUILT_INS = 1024;

    static final int ENCODING_RAW = 0;
    static final int ENCODING_DEFLATED = 1;

    static final int FOLDER = 0;
    static final int FILE = 1;

    static final int STATIC_TLS = 1;
    static final int IS_EXTENSION = 2;
    static final int BOUND = 4;

    /** The sections in the order of the file; ids are positions plus one. */
    enum Section {
        STRINGS,
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
        CONTENTS;

        int id() {
            return ordinal() + 1;
        }
    }

    private PackFormat() {}

    /** 32-bit FNV-1a of the text's UTF-8. */
    static int hash(byte[] text) {
        int hash = 0x811C9DC5;
        for (byte b : text) {
            hash = (hash ^ (b & 0xFF)) * 0x01000193;
        }
        return hash;
    }

    static long align(long offset, int alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }
}
