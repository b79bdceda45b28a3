/* Source of the format and of the tables: RFC 1951, "DEFLATE Compressed Data Format Specification version 1.3". */
#include "inflate.h"

#include <stdint.h>
#include <string.h>

enum {
    MAX_LENGTH = 15,    /* of a code, in bits */
    FAST_LENGTH = 10,   /* codes up to here are found by one look into a table */
    LITERALS = 288,
    DISTANCES = 32,
    LENGTH_CODES = 19,
    END_OF_BLOCK = 256,
};

struct stream {
    const unsigned char *in, *in_end;
    unsigned char *start, *out, *out_end;
    uint64_t bits; /* read and not used yet, the next one lowest */
    unsigned count;
};

/* A Huffman code, as section 3.2.2 makes one of the lengths of its codes. */
struct code {
    uint16_t count[MAX_LENGTH + 1];   /* of codes by length */
    uint16_t symbols[LITERALS];       /* in the order of their codes */
    uint16_t fast[1 << FAST_LENGTH];  /* by the bits that come: symbol << 4 | length; 0 where the code is longer */
};

static void fill(struct stream *stream) {
    while (stream->count <= 56 && stream->in < stream->in_end) {
        stream->bits |= (uint64_t)*stream->in++ << stream->count;
        stream->count += 8;
    }
}

/* Up to 16 bits, or -1 when the data is at its end. */
static int take(struct stream *stream, unsigned count) {
    if (stream->count < count) {
        fill(stream);
        if (stream->count < count) {
            return -1;
        }
    }
    int value = (int)(stream->bits & ((1u << count) - 1));
    stream->bits >>= count;
    stream->count -= count;
    return value;
}

static unsigned reversed(unsigned code, unsigned length) {
    unsigned result = 0;
    for (unsigned i = 0; i < length; i++) {
        result = result << 1 | (code >> i & 1);
    }
    return result;
}

/* Codes may be left over: section 3.2.7 has a single distance code of one bit. There may not be more than there is room for. */
static int make(struct code *code, const unsigned char *lengths, unsigned symbols) {
    memset(code, 0, sizeof *code);
    for (unsigned symbol = 0; symbol < symbols; symbol++) {
        code->count[lengths[symbol]]++;
    }
    code->count[0] = 0;
    uint16_t place[MAX_LENGTH + 2] = {0};
    unsigned next[MAX_LENGTH + 2] = {0};
    for (unsigned length = 1; length <= MAX_LENGTH; length++) {
        if (next[length] + code->count[length] > 1u << length) {
            return -1;
        }
        place[length + 1] = (uint16_t)(place[length] + code->count[length]);
        next[length + 1] = (next[length] + code->count[length]) << 1;
    }
    for (unsigned symbol = 0; symbol < symbols; symbol++) {
        unsigned length = lengths[symbol];
        if (length == 0) {
            continue;
        }
        code->symbols[place[length]++] = (uint16_t)symbol;
        unsigned bits = reversed(next[length]++, length);
        for (unsigned at = bits; length <= FAST_LENGTH && at < 1u << FAST_LENGTH; at += 1u << length) {
            code->fast[at] = (uint16_t)(symbol << 4 | length);
        }
    }
    return 0;
}

/* The symbol that comes, or -1. */
static int symbol_of(struct stream *stream, const struct code *code) {
    if (stream->count < MAX_LENGTH) {
        fill(stream);
    }
    unsigned entry = code->fast[stream->bits & ((1u << FAST_LENGTH) - 1)];
    unsigned length = entry & 15;
    if (length != 0) {
        if (length > stream->count) {
            return -1;
        }
        stream->bits >>= length;
        stream->count -= length;
        return (int)(entry >> 4);
    }
    unsigned bits = 0;
    unsigned first = 0;
    unsigned place = 0;
    for (length = 1; length <= MAX_LENGTH && length <= stream->count; length++) {
        bits = bits << 1 | (unsigned)(stream->bits >> (length - 1) & 1);
        unsigned count = code->count[length];
        if (bits - first < count) {
            stream->bits >>= length;
            stream->count -= length;
            return code->symbols[place + bits - first];
        }
        place += count;
        first = (first + count) << 1;
    }
    return -1;
}

/* Sections 3.2.5: lengths and distances, each a base and bits that are added. */
static const uint16_t LENGTH_BASE[] = {3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258};
static const uint8_t LENGTH_BITS[] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};
static const uint16_t DISTANCE_BASE[] = {1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577};
static const uint8_t DISTANCE_BITS[] = {0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13};

/* Writes again what was written `distance` bytes ago; the two may overlap. */
static int repeat(struct stream *stream, size_t distance, size_t length) {
    if (distance > (size_t)(stream->out - stream->start) || length > (size_t)(stream->out_end - stream->out)) {
        return -1;
    }
    const unsigned char *from = stream->out - distance;
    if (distance >= length) {
        memcpy(stream->out, from, length);
        stream->out += length;
    } else {
        for (; length > 0; length--) {
            *stream->out++ = *from++;
        }
    }
    return 0;
}

static int compressed_block(struct stream *stream, const struct code *literals, const struct code *distances) {
    for (;;) {
        int symbol = symbol_of(stream, literals);
        if (symbol < 0) {
            return -1;
        }
        if (symbol < END_OF_BLOCK) {
            if (stream->out == stream->out_end) {
                return -1;
            }
            *stream->out++ = (unsigned char)symbol;
            continue;
        }
        if (symbol == END_OF_BLOCK) {
            return 0;
        }
        unsigned length = (unsigned)symbol - END_OF_BLOCK - 1;
        if (length >= sizeof LENGTH_BITS) {
            return -1;
        }
        int more = take(stream, LENGTH_BITS[length]);
        int distance = more < 0 ? -1 : symbol_of(stream, distances);
        if (distance < 0 || (size_t)distance >= sizeof DISTANCE_BITS) {
            return -1;
        }
        int further = take(stream, DISTANCE_BITS[distance]);
        if (further < 0 || repeat(stream, DISTANCE_BASE[distance] + (size_t)further, LENGTH_BASE[length] + (size_t)more) < 0) {
            return -1;
        }
    }
}

static int stored_block(struct stream *stream) {
    if (take(stream, stream->count % 8) < 0) {
        return -1;
    }
    int length = take(stream, 16);
    int inverse = take(stream, 16);
    if (length < 0 || inverse < 0 || (length ^ 0xFFFF) != inverse || length > stream->out_end - stream->out) {
        return -1;
    }
    for (; length > 0; length--) {
        int byte = take(stream, 8);
        if (byte < 0) {
            return -1;
        }
        *stream->out++ = (unsigned char)byte;
    }
    return 0;
}

static int fixed_block(struct stream *stream, struct code *literals, struct code *distances) {
    unsigned char lengths[LITERALS];
    memset(lengths, 8, 144);
    memset(lengths + 144, 9, 112);
    memset(lengths + 256, 7, 24);
    memset(lengths + 280, 8, 8);
    if (make(literals, lengths, LITERALS) < 0) {
        return -1;
    }
    memset(lengths, 5, DISTANCES);
    return make(distances, lengths, DISTANCES) < 0 ? -1 : compressed_block(stream, literals, distances);
}

/* Section 3.2.7: the lengths of the codes are themselves written in a Huffman code. */
static int dynamic_block(struct stream *stream, struct code *literals, struct code *distances) {
    static const unsigned char ORDER[LENGTH_CODES] = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    unsigned char lengths[LITERALS + DISTANCES] = {0};
    int literal_count = take(stream, 5);
    int distance_count = take(stream, 5);
    int length_count = take(stream, 4);
    if (literal_count < 0 || distance_count < 0 || length_count < 0 || literal_count > 29) {
        return -1;
    }
    for (int i = 0; i < length_count + 4; i++) {
        int length = take(stream, 3);
        if (length < 0) {
            return -1;
        }
        lengths[ORDER[i]] = (unsigned char)length;
    }
    if (make(literals, lengths, LENGTH_CODES) < 0) {
        return -1;
    }
    unsigned literal_end = (unsigned)literal_count + 257;
    unsigned end = literal_end + (unsigned)distance_count + 1;
    for (unsigned i = 0; i < end;) {
        int symbol = symbol_of(stream, literals);
        if (symbol < 0 || (symbol == 16 && i == 0)) {
            return -1;
        }
        if (symbol < 16) {
            lengths[i++] = (unsigned char)symbol;
            continue;
        }
        int more = take(stream, symbol == 16 ? 2 : symbol == 17 ? 3 : 7);
        unsigned times = (symbol == 18 ? 11u : 3u) + (unsigned)more;
        if (more < 0 || times > end - i) {
            return -1;
        }
        memset(lengths + i, symbol == 16 ? lengths[i - 1] : 0, times);
        i += times;
    }
    /* the literals' code first: making it destroys the code that the lengths were read by, which is done with */
    if (make(literals, lengths, literal_end) < 0 || make(distances, lengths + literal_end, end - literal_end) < 0) {
        return -1;
    }
    return compressed_block(stream, literals, distances);
}

int jox_inflate(const unsigned char *in, size_t in_size, unsigned char *out, size_t out_size) {
    struct stream stream = {.in = in, .in_end = in + in_size, .start = out, .out = out, .out_end = out + out_size};
    struct code literals;
    struct code distances;
    int last;
    do {
        last = take(&stream, 1);
        int type = take(&stream, 2);
        int failed = last < 0  ? -1
                   : type == 0 ? stored_block(&stream)
                   : type == 1 ? fixed_block(&stream, &literals, &distances)
                   : type == 2 ? dynamic_block(&stream, &literals, &distances)
                               : -1;
        if (failed < 0) {
            return -1;
        }
    } while (last == 0);
    return stream.out == stream.out_end ? 0 : -1;
}
