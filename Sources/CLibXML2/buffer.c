#include "buffer.h"

#include <stdlib.h>
#include <string.h>

/// More attributes than this in one tag are overwritten with spaces. Real pages have less than a hundred.
enum { ATTRIBUTE_CAP = 256 };

static bool is_space(uint8_t byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f'; }

static bool is_letter(uint8_t byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }

/// Whether none of eight bytes is a control or above ASCII.
static bool is_plain(const uint8_t *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return ((word | (word - 0x2020202020202020u)) & 0x8080808080808080u) == 0;
}

/// Passes over one tag that begins at `index` and overwrites its attributes beyond the cap; returns where it ends.
static size_t clean_tag(uint8_t *bytes, size_t count, size_t index) {
    size_t attributes = 0;
    bool is_between = false;
    while (index < count && bytes[index] != '>') {
        const size_t start = index;
        if (is_space(bytes[index])) {
            is_between = true;
            index += 1;
        } else if (bytes[index] == '=') {
            index += 1;
            while (index < count && is_space(bytes[index])) index += 1;
            if (index < count && (bytes[index] == '"' || bytes[index] == '\'')) {
                const uint8_t *end = memchr(bytes + index + 1, bytes[index], count - index - 1);
                index = end ? (size_t)(end - bytes) + 1 : count;
                is_between = true;
            }
        } else {
            if (is_between) attributes += 1;
            is_between = false;
            index += 1;
        }
        if (attributes > ATTRIBUTE_CAP) memset(bytes + start, ' ', index - start);
    }
    return index;
}

void cxml_clean(uint8_t *bytes, size_t count) {
    if (count >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) memset(bytes, ' ', 3);
    for (size_t index = 0; index < count; index += 1) {
        // Eight bytes that are all printable and below 0x80, as most are, take one look.
        while (index + 8 <= count && is_plain(bytes + index)) index += 8;
        if (index == count) break;
        const uint8_t byte = bytes[index];
        if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') bytes[index] = ' ';
        if (byte == 0xEF && index + 2 < count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE) {
            bytes[index + 2] = 0xBD;
        }
    }
    for (size_t index = 0; index + 1 < count; index += 1) {
        const uint8_t *tag = memchr(bytes + index, '<', count - index - 1);
        if (!tag) return;
        index = (size_t)(tag - bytes);
        if (is_letter(bytes[index + 1])) index = clean_tag(bytes, count, index + 1);
    }
}

bool cxml_reserve(void **items, size_t *capacity, size_t needed, size_t size) {
    if (needed <= *capacity) return true;
    size_t larger = *capacity ? *capacity + *capacity / 2 : 256;
    while (larger < needed) larger *= 2;
    void *moved = realloc(*items, larger * size);
    if (!moved) return false;
    *items = moved;
    *capacity = larger;
    return true;
}

bool cxml_is_late(const struct timespec *started, long seconds) {
    struct timespec now;
    return clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now) == 0 && now.tv_sec - started->tv_sec > seconds;
}
