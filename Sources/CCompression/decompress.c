#include "include/CCompression.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

struct ccmp_decompressor {
    enum ccmp_format format;
    z_stream gzip;
    ZSTD_DCtx *zstd;
};

ccmp_decompressor *ccmp_decompressor_open(enum ccmp_format format) {
    ccmp_decompressor *decompressor = calloc(1, sizeof *decompressor);
    if (!decompressor) return NULL;
    decompressor->format = format;
    if (format == CCMP_GZIP) {
        if (inflateInit2(&decompressor->gzip, MAX_WBITS + 16) == Z_OK) return decompressor;
    } else {
        decompressor->zstd = ZSTD_createDCtx();
        if (decompressor->zstd) return decompressor;
    }
    free(decompressor);
    return NULL;
}

static enum ccmp_state inflate_on(
    z_stream *stream, const uint8_t *input, size_t *input_count, uint8_t *output, size_t *output_count) {
    const uInt given = *input_count > UINT_MAX ? UINT_MAX : (uInt)*input_count;
    const uInt room = *output_count > UINT_MAX ? UINT_MAX : (uInt)*output_count;
    stream->next_in = (Bytef *)input;
    stream->avail_in = given;
    stream->next_out = output;
    stream->avail_out = room;
    const int status = inflate(stream, Z_NO_FLUSH);
    *input_count = given - stream->avail_in;
    *output_count = room - stream->avail_out;
    const int is_full = stream->avail_out == 0;
    stream->next_in = NULL;
    stream->next_out = NULL;
    if (status == Z_STREAM_END) return CCMP_DONE;
    if (status != Z_OK && status != Z_BUF_ERROR) return CCMP_FAILED;
    return is_full ? CCMP_FULL : CCMP_HUNGRY;
}

enum ccmp_state ccmp_decompress(
    ccmp_decompressor *decompressor, const uint8_t *input, size_t *input_count, uint8_t *output, size_t *output_count) {
    if (decompressor->format == CCMP_GZIP)
        return inflate_on(&decompressor->gzip, input, input_count, output, output_count);
    ZSTD_inBuffer in = {input, *input_count, 0};
    ZSTD_outBuffer out = {output, *output_count, 0};
    const size_t left = ZSTD_decompressStream(decompressor->zstd, &out, &in);
    *input_count = in.pos;
    *output_count = out.pos;
    if (ZSTD_isError(left)) return CCMP_FAILED;
    if (left == 0) return CCMP_DONE;
    return out.pos == out.size ? CCMP_FULL : CCMP_HUNGRY;
}

void ccmp_decompressor_close(ccmp_decompressor *decompressor) {
    if (!decompressor) return;
    if (decompressor->format == CCMP_GZIP) inflateEnd(&decompressor->gzip);
    ZSTD_freeDCtx(decompressor->zstd);
    free(decompressor);
}
