#include "include/CArchive.h"

#include <limits.h>
#include <stdlib.h>
#include <zlib.h>

struct carc_inflater {
    z_stream stream;
};

const char *carc_zlib_version(void) { return zlibVersion(); }

carc_inflater *carc_inflater_open(enum carc_wrapping wrapping) {
    carc_inflater *inflater = calloc(1, sizeof *inflater);
    if (!inflater) return NULL;
    const int bits = wrapping == CARC_GZIP_MEMBER ? MAX_WBITS + 16 : wrapping == CARC_ZLIB ? MAX_WBITS : -MAX_WBITS;
    if (inflateInit2(&inflater->stream, bits) != Z_OK) {
        free(inflater);
        return NULL;
    }
    return inflater;
}

enum carc_inflation carc_inflate(
    carc_inflater *inflater, const uint8_t *input, size_t *input_count, uint8_t *output, size_t *output_count) {
    z_stream *stream = &inflater->stream;
    const uInt given = *input_count > UINT_MAX ? UINT_MAX : (uInt)*input_count;
    const uInt room = *output_count > UINT_MAX ? UINT_MAX : (uInt)*output_count;
    stream->next_in = (Bytef *)input;
    stream->avail_in = given;
    stream->next_out = output;
    stream->avail_out = room;
    const int status = inflate(stream, Z_NO_FLUSH);
    *input_count = given - stream->avail_in;
    *output_count = room - stream->avail_out;
    stream->next_in = NULL;
    stream->next_out = NULL;
    if (status == Z_STREAM_END) return CARC_COMPLETE;
    // Nothing to do because input or room is used up is no damage.
    return status == Z_OK || status == Z_BUF_ERROR ? CARC_MORE : CARC_DAMAGED;
}

void carc_inflater_reset(carc_inflater *inflater) { inflateReset(&inflater->stream); }

void carc_inflater_close(carc_inflater *inflater) {
    if (!inflater) return;
    inflateEnd(&inflater->stream);
    free(inflater);
}
