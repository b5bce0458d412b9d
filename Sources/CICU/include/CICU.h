// The part of ICU that Glaneur uses, behind plain C: normalisation form C, charset conversion, charset detection,
// the money of countries, and for benchmarks its boundaries of words and sentences.
//
// Every function is safe to call from several threads at once; a handle belongs to one of them at a time. Handles are
// closed with their `_close` function. Texts are limited to 2^31 - 1 bytes, ICU's own limit.

#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The version of the linked ICU: "72.1".
const char *cicu_version(void);

/// The version of Unicode this ICU knows: "15.0".
const char *cicu_unicode_version(void);

/// `count` cells, one after the other, that stand for `source_length` bytes each and are `output_length` bytes long.
///
/// A stretch of copied text is one entry with `is_copy` and the same length on both sides.
typedef struct {
    uint32_t count;
    uint32_t output_length;
    uint32_t source_length;
    bool is_copy;
} cicu_cells;

/// A text that was made of another, with the cells that lead back.
typedef struct cicu_text cicu_text;

const uint8_t *cicu_text_bytes(const cicu_text *text);
size_t cicu_text_count(const cicu_text *text);
const cicu_cells *cicu_text_cells(const cicu_text *text);
size_t cicu_text_cells_count(const cicu_text *text);
/// The number of byte sequences that stand for no character and became U+FFFD.
size_t cicu_text_replaced(const cicu_text *text);
void cicu_text_close(cicu_text *text);

/// Tells whether valid UTF-8 is in normalisation form C. False, too, where ICU cannot tell.
bool cicu_is_nfc(const uint8_t *bytes, size_t count);

/// Brings valid UTF-8 into normalisation form C; null where ICU fails.
cicu_text *cicu_normalize_nfc(const uint8_t *bytes, size_t count);

/// Whether ICU has a converter of this name or alias.
bool cicu_knows_charset(const char *name);

/// The IANA name of a charset that ICU knows by any alias; null where there is none. Lives as long as the program.
const char *cicu_iana_name(const char *alias);

/// Writes the ISO 4217 code of the money of a country (ISO 3166-1 alpha-2, in capitals) with its final zero; false where ICU
/// knows no such country.
bool cicu_currency_of_country(const char *country, char code[4]);

/// Converts bytes of a named charset to UTF-8; null where ICU knows no such charset or fails.
cicu_text *cicu_decode(const char *charset, const uint8_t *bytes, size_t count);

/// What ICU's detector takes bytes for, the best guess first.
typedef struct cicu_guesses cicu_guesses;

/// Guesses the charset of bytes; null where ICU fails. The bytes must outlive the handle.
cicu_guesses *cicu_guess_charset(const uint8_t *bytes, size_t count);
size_t cicu_guesses_count(const cicu_guesses *guesses);
const char *cicu_guesses_name(const cicu_guesses *guesses, size_t index);
/// From 0 to 100.
int cicu_guesses_confidence(const cicu_guesses *guesses, size_t index);
void cicu_guesses_close(cicu_guesses *guesses);

/// The number of word boundaries that ICU finds in valid UTF-8, the one at the start left out; -1 where it fails.
///
/// For comparison only: the tokenizer is our own. Positions are 32-bit, so a text has less than 2^31 bytes.
int64_t cicu_count_word_boundaries(const char *locale, const uint8_t *bytes, size_t count);

/// The number of sentence boundaries, counted the same way.
int64_t cicu_count_sentence_boundaries(const char *locale, const uint8_t *bytes, size_t count);

#ifdef __cplusplus
}
#endif

#endif
