#include "include/CCompression.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

struct ccmp_compressor {
    enum ccmp_format format;
    z_stream gzip;
    ZSTD_CCtx *zstd;
};

ccmp_compressor *ccmp_compressor_open(enum ccmp_format format, int level) {
    ccmp_compressor *compressor = calloc(1, sizeof *compressor);
    if (!compressor) return NULL;
    compressor->format = format;
    if (format == CCMP_GZIP) {
        // 16 asks for a gzip header; zlib puts no time and no name into it.
        if (deflateInit2(&compressor->gzip, level, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK)
            return compressor;
    } else {
        compressor->zstd = ZSTD_createCCtx();
        if (compressor->zstd
            && !ZSTD_isError(ZSTD_CCtx_setParameter(compressor->zstd, ZSTD_c_compressionLevel, level))
            && !ZSTD_isError(ZSTD_CCtx_setParameter(compressor->zstd, ZSTD_c_checksumFlag, 1)))
            return compressor;
        ZSTD_freeCCtx(compressor->zstd);
    }
    free(compressor);
    return NULL;
}

static enum ccmp_state deflate_on(
    z_stream *stream, enum ccmp_order order, const uint8_t *input, size_t *input_count, uint8_t *output,
    size_t *output_count) {
    // More than zlib can count is taken in several calls.
    const uInt given = *input_count > UINT_MAX ? UINT_MAX : (uInt)*input_count;
    const int is_whole = given == *input_count;
    const uInt room = *output_count > UINT_MAX ? UINT_MAX : (uInt)*output_count;
    const int flush = !is_whole || order == CCMP_TAKE ? Z_NO_FLUSH : order == CCMP_FLUSH ? Z_SYNC_FLUSH : Z_FINISH;
    stream->next_in = (Bytef *)input;
    stream->avail_in = given;
    stream->next_out = output;
    stream->avail_out = room;
    const int status = deflate(stream, flush);
    *input_count = given - stream->avail_in;
    *output_count = room - stream->avail_out;
    const int is_full = stream->avail_out == 0;
    stream->next_in = NULL;
    stream->next_out = NULL;
    if (status == Z_STREAM_END) return CCMP_DONE;
    if (status != Z_OK && status != Z_BUF_ERROR) return CCMP_FAILED;
    return is_full || !is_whole || order == CCMP_END ? CCMP_FULL : CCMP_DONE;
}

enum ccmp_state ccmp_compress(
    ccmp_compressor *compressor, enum ccmp_order order, const uint8_t *input, size_t *input_count, uint8_t *output,
    size_t *output_count) {
    if (compressor->format == CCMP_GZIP)
        return deflate_on(&compressor->gzip, order, input, input_count, output, output_count);
    ZSTD_inBuffer in = {input, *input_count, 0};
    ZSTD_outBuffer out = {output, *output_count, 0};
    const ZSTD_EndDirective directive =
        order == CCMP_TAKE ? ZSTD_e_continue : order == CCMP_FLUSH ? ZSTD_e_flush : ZSTD_e_end;
    const size_t left = ZSTD_compressStream2(compressor->zstd, &out, &in, directive);
    *input_count = in.pos;
    *output_count = out.pos;
    if (ZSTD_isError(left)) return CCMP_FAILED;
    if (order == CCMP_TAKE) return in.pos < in.size ? CCMP_FULL : CCMP_DONE;
    return left > 0 || in.pos < in.size ? CCMP_FULL : CCMP_DONE;
}

void ccmp_compressor_close(ccmp_compressor *compressor) {
    if (!compressor) return;
    if (compressor->format == CCMP_GZIP) deflateEnd(&compressor->gzip);
    ZSTD_freeCCtx(compressor->zstd);
    free(compressor);
}
