#ifndef CLIBXML2_BUFFER_H
#define CLIBXML2_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

/// Makes a page harmless for the parser without moving a byte.
///
/// A NUL makes libxml2 2.9 drop the rest of a page without a word, U+FFFE and U+FFFF end it, and the time it takes grows with the square of
/// the attributes of one tag (40,000 of them: 1.4 s). `bytes` must be valid UTF-8.
void cxml_clean(uint8_t *bytes, size_t count);

/// Makes room for `needed` items of a size in a list that grows by halves; false where memory runs out.
bool cxml_reserve(void **items, size_t *capacity, size_t needed, size_t size);

/// Whether this thread has used more than so many seconds of processor time since `started`.
bool cxml_is_late(const struct timespec *started, long seconds);

#endif
