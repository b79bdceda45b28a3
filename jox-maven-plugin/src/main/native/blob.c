#include <stdlib.h>

#include "inflate.h"
#include "pack.h"

#include <string.h>

int pack_unpack(const struct pack *pack, const struct pack_blob *blob, unsigned char *out) {
    const unsigned char *stored = pack->base + blob->offset;
    switch (blob->encoding) {
    case PACK_RAW:
        memcpy(out, stored, (size_t)blob->size);
        return 0;
    case PACK_DEFLATED:
        return jox_inflate(stored, (size_t)blob->size, out, (size_t)blob->unpacked_size);
    default:
        return -1; /* of a newer writer */
    }
}

const unsigned char *pack_bytes(const struct pack *pack, const struct pack_blob *blob) {
    if (blob->encoding == PACK_RAW) {
        return pack->base + blob->offset;
    }
    unsigned char *bytes = malloc((size_t)blob->unpacked_size + 1);
    if (bytes != NULL && pack_unpack(pack, blob, bytes) < 0) {
        free(bytes);
        bytes = NULL;
    }
    return bytes;
}

void pack_release(const struct pack_blob *blob, const unsigned char *bytes) {
    if (blob->encoding != PACK_RAW) {
        free((void *)bytes);
    }
}
