#ifndef CLIBXML2_BUFFER_H
#define CLIBXML2_BUFFER_H

#include <stdint.h>
#include <stddef.h>

/// Makes a page harmless for the parser without moving a byte.
///
/// A NUL makes libxml2 2.9 drop the rest of a page without a word, U+FFFE and U+FFFF end it, and the time it takes grows with the square of
/// the attributes of one tag (40,000 of them: 1.4 s). `bytes` must be valid UTF-8.
void cxml_clean(uint8_t *bytes, size_t count);

#endif
