#define _GNU_SOURCE
#include "include/CArchive.h"

#include <archive.h>
#include <archive_entry.h>

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK = 1 << 16 };

struct carc_archive {
    struct archive *reader;
    void *context;
    carc_read_function read;
    carc_seek_function seek;
    int64_t size, position;
    /// Names in UTF-8 pass only where the locale is; that of the program is left alone.
    locale_t names;
    bool is_open, is_broken, is_at_end;
    /// What the library gave of the member and was not handed out, behind a hole of zeros.
    const uint8_t *bytes;
    size_t byte_count;
    int64_t hole, handed_out;
    uint8_t block[BLOCK];
};

/// What `nl_langinfo` says to the libarchive inside a packaged program, where scripts/package puts it in the other's place: a
/// system may have no locale in which names in UTF-8 pass.
char *carc_langinfo(nl_item item) { return item == CODESET ? "UTF-8" : nl_langinfo(item); }

const char *carc_archive_version(void) { return archive_version_string(); }

static la_ssize_t on_read(struct archive *reader, void *context, const void **bytes) {
    carc_archive *archive = context;
    const ptrdiff_t count = archive->read(archive->context, archive->block, BLOCK);
    if (count < 0) {
        archive_set_error(reader, EIO, "cannot be read");
        return ARCHIVE_FATAL;
    }
    archive->position += count;
    *bytes = archive->block;
    return count;
}

static la_int64_t on_seek(struct archive *reader, void *context, la_int64_t offset, int whence) {
    carc_archive *archive = context;
    const int64_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? archive->position : archive->size;
    int64_t target;
    if (__builtin_add_overflow(base, offset, &target) || target < 0
        || archive->seek(archive->context, target) < 0) {
        archive_set_error(reader, EIO, "names a place outside of itself");
        return ARCHIVE_FATAL;
    }
    archive->position = target;
    return target;
}

static int set_up(struct archive *reader, enum carc_format format, bool is_seekable) {
    switch (format) {
    case CARC_TAR: return archive_read_support_format_tar(reader);
    case CARC_ZIP:
        return is_seekable ? archive_read_support_format_zip_seekable(reader)
                           : archive_read_support_format_zip_streamable(reader);
    case CARC_BZIP2: archive_read_support_format_raw(reader); return archive_read_append_filter(reader, ARCHIVE_FILTER_BZIP2);
    case CARC_XZ: archive_read_support_format_raw(reader); return archive_read_append_filter(reader, ARCHIVE_FILTER_XZ);
    case CARC_ZSTD: archive_read_support_format_raw(reader); return archive_read_append_filter(reader, ARCHIVE_FILTER_ZSTD);
    }
    return ARCHIVE_FATAL;
}

carc_archive *carc_open(
    enum carc_format format, void *context, carc_read_function read, carc_seek_function seek, int64_t size) {
    carc_archive *archive = calloc(1, sizeof *archive);
    if (!archive) return NULL;
    archive->context = context;
    archive->read = read;
    archive->seek = seek;
    archive->size = size;
    archive->names = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    archive->reader = archive_read_new();
    if (!archive->reader) {
        carc_close(archive);
        return NULL;
    }
    // Compressed data that stand for no byte are whole, too.
    archive_read_support_format_empty(archive->reader);
    archive->is_broken = set_up(archive->reader, format, seek != NULL) < ARCHIVE_WARN;
    archive_read_set_read_callback(archive->reader, on_read);
    if (seek) archive_read_set_seek_callback(archive->reader, on_seek);
    archive_read_set_callback_data(archive->reader, archive);
    return archive;
}

static enum carc_kind kind_of(struct archive_entry *entry) {
    if (archive_entry_hardlink(entry) || archive_entry_symlink(entry)) return CARC_LINK;
    switch (archive_entry_filetype(entry)) {
    // An archive that keeps no types, such as a zip read from front to back, holds files.
    case 0:
    case AE_IFREG: return CARC_FILE;
    case AE_IFDIR: return CARC_FOLDER;
    case AE_IFLNK: return CARC_LINK;
    default: return CARC_OTHER;
    }
}

static enum carc_step next(carc_archive *archive, carc_member *member) {
    // libarchive takes an ENOMEM that stands there for one of its own when a name cannot be converted, and ends the program.
    errno = 0;
    if (archive->is_broken) return CARC_BROKEN;
    if (!archive->is_open) {
        archive->is_open = true;
        if (archive_read_open1(archive->reader) < ARCHIVE_WARN) {
            archive->is_broken = true;
            return CARC_BROKEN;
        }
    }
    struct archive_entry *entry = NULL;
    const int status = archive_read_next_header(archive->reader, &entry);
    if (status == ARCHIVE_EOF) return CARC_END;
    if (status <= ARCHIVE_FATAL) archive->is_broken = true;
    if (status <= ARCHIVE_FATAL || !entry) return CARC_BROKEN;
    errno = 0;
    const char *name = archive_entry_pathname(entry);
    if (!name) name = archive_entry_pathname_utf8(entry);
    member->name = name;
    member->size = archive_entry_size_is_set(entry) ? archive_entry_size(entry) : -1;
    member->kind = kind_of(entry);
    member->is_encrypted = archive_entry_is_data_encrypted(entry) == 1;
    return status < ARCHIVE_WARN ? CARC_BROKEN_MEMBER : CARC_MEMBER;
}

enum carc_step carc_next(carc_archive *archive, carc_member *member) {
    memset(member, 0, sizeof *member);
    archive->byte_count = 0;
    archive->hole = archive->handed_out = 0;
    archive->is_at_end = false;
    member->size = -1;
    const locale_t own = archive->names ? uselocale(archive->names) : (locale_t)0;
    const enum carc_step step = next(archive, member);
    if (own) uselocale(own);
    return step;
}

/// Gets the next block of the member; data that begin behind what was handed out follow a hole.
static bool load(carc_archive *archive) {
    const void *bytes = NULL;
    size_t count = 0;
    la_int64_t offset = 0;
    const int status = archive_read_data_block(archive->reader, &bytes, &count, &offset);
    if (status == ARCHIVE_EOF) {
        archive->is_at_end = true;
        return true;
    }
    if (status <= ARCHIVE_FATAL) archive->is_broken = true;
    if (status != ARCHIVE_OK) return false;
    archive->bytes = bytes;
    archive->byte_count = count;
    archive->hole = offset > archive->handed_out ? offset - archive->handed_out : 0;
    return true;
}

// Blocks are handed out one by one: archive_read_data would drop those before a broken one.
ptrdiff_t carc_read(carc_archive *archive, uint8_t *buffer, size_t capacity) {
    while (archive->byte_count == 0 && archive->hole == 0 && !archive->is_at_end) {
        if (archive->is_broken || !load(archive)) return -1;
    }
    size_t count;
    if (archive->hole > 0) {
        count = (uint64_t)archive->hole < capacity ? (size_t)archive->hole : capacity;
        memset(buffer, 0, count);
        archive->hole -= (int64_t)count;
    } else {
        count = archive->byte_count < capacity ? archive->byte_count : capacity;
        if (count > 0) memcpy(buffer, archive->bytes, count);
        archive->bytes += count;
        archive->byte_count -= count;
    }
    archive->handed_out += (int64_t)count;
    return (ptrdiff_t)count;
}

bool carc_is_broken(const carc_archive *archive) { return archive->is_broken; }

const char *carc_message(carc_archive *archive) {
    const char *message = archive_error_string(archive->reader);
    return message ? message : "";
}

void carc_close(carc_archive *archive) {
    if (!archive) return;
    if (archive->reader) archive_read_free(archive->reader);
    if (archive->names) freelocale(archive->names);
    free(archive);
}
