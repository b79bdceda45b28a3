#ifndef JOX_INFLATE_H
#define JOX_INFLATE_H

#include <stddef.h>

/*
 * Unpacks "deflate" data (RFC 1951) that gives exactly `out_size` bytes. Returns 0, or -1 when it is damaged. Nothing is read or written
 * outside of the two blocks, whatever the data is.
 */
int jox_inflate(const unsigned char *in, size_t in_size, unsigned char *out, size_t out_size);

#endif
