#include "CICU.h"

#include <unicode/localpointer.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

extern "C" {

static int64_t count_boundaries(UBreakIteratorType type, const char *locale, const uint8_t *bytes, size_t count) {
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, reinterpret_cast<const char *>(bytes), static_cast<int64_t>(count), &status);
    int64_t boundaries = -1;
    if (U_SUCCESS(status)) {
        icu::LocalUBreakIteratorPointer iterator(ubrk_open(type, locale, nullptr, 0, &status));
        if (U_SUCCESS(status)) {
            ubrk_setUText(iterator.getAlias(), &text, &status);
            if (U_SUCCESS(status)) {
                boundaries = 0;
                while (ubrk_next(iterator.getAlias()) != UBRK_DONE) ++boundaries;
            }
        }
    }
    utext_close(&text);
    return boundaries;
}

int64_t cicu_count_word_boundaries(const char *locale, const uint8_t *bytes, size_t count) {
    return count_boundaries(UBRK_WORD, locale, bytes, count);
}

int64_t cicu_count_sentence_boundaries(const char *locale, const uint8_t *bytes, size_t count) {
    return count_boundaries(UBRK_SENTENCE, locale, bytes, count);
}

}
