// The part of zlib and libzstd that Glaneur writes its output with: one stream, compressed as its bytes come.
//
// A stream is one gzip member or one zstd frame, never several: readers that stop behind the first would lose the rest and say
// nothing. The same bytes and the same flushes give the same output. A handle belongs to one thread at a time.

#ifndef CCOMPRESSION_H
#define CCOMPRESSION_H

#include <stddef.h>
#include <stdint.h>

enum ccmp_format { CCMP_GZIP = 0, CCMP_ZSTD = 1 };

enum ccmp_order {
    /// Take the input; some of it may stay inside.
    CCMP_TAKE = 0,
    /// Put out all that was taken, so that it can be read although the stream goes on.
    CCMP_FLUSH = 1,
    /// End the stream.
    CCMP_END = 2
};

enum ccmp_state {
    /// The order is carried out.
    CCMP_DONE = 0,
    /// The output is full; call again with the rest.
    CCMP_FULL = 1,
    /// The data are damaged, or memory ran out.
    CCMP_FAILED = 2,
    /// Of reading alone: the input is used up.
    CCMP_HUNGRY = 3
};

typedef struct ccmp_compressor ccmp_compressor;

/// Begins a stream; null where memory runs out.
ccmp_compressor *ccmp_compressor_open(enum ccmp_format format, int level);

/// Carries out an order. The counts say how much there is, and afterwards how much was taken and made.
enum ccmp_state ccmp_compress(
    ccmp_compressor *compressor, enum ccmp_order order, const uint8_t *input, size_t *input_count, uint8_t *output,
    size_t *output_count);

void ccmp_compressor_close(ccmp_compressor *compressor);

typedef struct ccmp_decompressor ccmp_decompressor;

/// Begins to read a stream; null where memory runs out.
ccmp_decompressor *ccmp_decompressor_open(enum ccmp_format format);

/// Reads on: done at the end of the stream, hungry where the input is used up before it.
enum ccmp_state ccmp_decompress(
    ccmp_decompressor *decompressor, const uint8_t *input, size_t *input_count, uint8_t *output, size_t *output_count);

void ccmp_decompressor_close(ccmp_decompressor *decompressor);

#endif
