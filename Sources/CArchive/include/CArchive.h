// The part of libarchive and zlib that Glaneur uses: members of archives, read one after the other; streams of compressed
// data, decompressed as they are asked for.
//
// Nothing is ever written to disk. A handle belongs to one thread at a time; handles are closed with their `_close` function.

#ifndef CARCHIVE_H
#define CARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The versions of the linked libraries: "libarchive 3.6.2", "1.2.13".
const char *carc_archive_version(void);
const char *carc_zlib_version(void);

/// Puts up to `capacity` bytes into `buffer`; 0 at the end, -1 where reading fails.
typedef ptrdiff_t (*carc_read_function)(void *context, uint8_t *buffer, size_t capacity);
/// Goes to an offset from the start; -1 where that fails.
typedef int64_t (*carc_seek_function)(void *context, int64_t offset);

enum carc_format {
    CARC_TAR = 0,
    CARC_ZIP = 1,
    /// Compressed data without an archive inside: one member without a name.
    CARC_BZIP2 = 2,
    CARC_XZ = 3,
    CARC_ZSTD = 4
};

/// An archive that is being read.
typedef struct carc_archive carc_archive;

/// Opens an archive; null where memory runs out. An archive that is broken from the start is one whose first member fails.
///
/// With `seek` and the `size` of all bytes a zip archive is read by its directory; without, from front to back.
carc_archive *carc_open(
    enum carc_format format, void *context, carc_read_function read, carc_seek_function seek, int64_t size);

enum carc_step {
    CARC_MEMBER = 0,
    CARC_END = 1,
    /// This member cannot be read; there may be more behind it.
    CARC_BROKEN_MEMBER = 2,
    /// Nothing more can be read.
    CARC_BROKEN = 3
};

enum carc_kind { CARC_FILE = 0, CARC_FOLDER = 1, CARC_LINK = 2, CARC_OTHER = 3 };

typedef struct {
    /// The name as it stands in the archive, in UTF-8 where that is known; null where there is none. Lives until the next member.
    const char *name;
    /// The size the archive states; -1 where it says nothing.
    int64_t size;
    enum carc_kind kind;
    bool is_encrypted;
} carc_member;

/// Goes on to the next member; what is left of the one before is passed over.
enum carc_step carc_next(carc_archive *archive, carc_member *member);

/// Reads on in the member; 0 at its end, -1 where it is broken (`carc_is_broken` tells whether the archive is, too).
ptrdiff_t carc_read(carc_archive *archive, uint8_t *buffer, size_t capacity);

/// Whether nothing more can be read.
bool carc_is_broken(const carc_archive *archive);

/// What went wrong last, in the library's words; empty where nothing did.
const char *carc_message(carc_archive *archive);

void carc_close(carc_archive *archive);

enum carc_wrapping {
    /// A member of gzip, with its header and check sum.
    CARC_GZIP_MEMBER = 0,
    CARC_ZLIB = 1,
    CARC_DEFLATE = 2
};

enum carc_inflation {
    /// All room is filled or all input taken.
    CARC_MORE = 0,
    /// The data are complete and their check sum is right.
    CARC_COMPLETE = 1,
    CARC_DAMAGED = 2
};

/// A decompressor of deflate data.
typedef struct carc_inflater carc_inflater;

/// Null where memory runs out.
carc_inflater *carc_inflater_open(enum carc_wrapping wrapping);

/// Decompresses what fits; on return `*input_count` and `*output_count` tell how much was taken and made.
enum carc_inflation carc_inflate(
    carc_inflater *inflater, const uint8_t *input, size_t *input_count, uint8_t *output, size_t *output_count);

/// Makes it ready for another stream.
void carc_inflater_reset(carc_inflater *inflater);

void carc_inflater_close(carc_inflater *inflater);

#endif
