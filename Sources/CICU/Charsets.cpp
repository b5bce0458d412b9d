#include "AlignedText.hpp"

#include <unicode/localpointer.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/utf8.h>

#include <climits>
#include <memory>
#include <new>

struct cicu_guesses {
    UCharsetDetector *detector = nullptr;
    const UCharsetMatch **matches = nullptr;
    int32_t count = 0;

    ~cicu_guesses() { ucsdet_close(detector); }
};

extern "C" {

bool cicu_knows_charset(const char *name) { return cicu_iana_name(name) != nullptr; }

const char *cicu_iana_name(const char *alias) {
    // The name preferred in MIME is IANA's too, and the one people know: ISO-8859-1, not ISO_8859-1:1987.
    for (const char *standard : {"MIME", "IANA"}) {
        UErrorCode status = U_ZERO_ERROR;
        const char *name = ucnv_getStandardName(alias, standard, &status);
        if (U_SUCCESS(status) && name != nullptr) return name;
    }
    return nullptr;
}

cicu_text *cicu_decode(const char *charset, const uint8_t *bytes, size_t count) try {
    UErrorCode status = U_ZERO_ERROR;
    icu::LocalUConverterPointer converter(ucnv_open(charset, &status));
    if (U_FAILURE(status)) return nullptr;
    auto text = std::make_unique<cicu_text>();
    text->bytes.reserve(count + count / 2);
    const char *next = reinterpret_cast<const char *>(bytes);
    const char *const end = next + count;
    // One character at a time: slower than a whole buffer, but what was consumed for it is known without guessing.
    while (next < end) {
        const char *const start = next;
        UChar32 character = ucnv_getNextUChar(converter.getAlias(), &next, end, &status);
        if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;
        if (U_FAILURE(status)) return nullptr;
        // Converters of some charsets have a control of their own for a byte that stands for nothing.
        if (character == 0x1A && *start != 0x1A) character = 0xFFFD;
        if (character == 0xFFFD) text->replaced += 1;
        uint8_t encoded[U8_MAX_LENGTH];
        int32_t length = 0;
        UBool isError = false;
        U8_APPEND(encoded, length, U8_MAX_LENGTH, character, isError);
        if (isError) return nullptr;
        text->bytes.append(reinterpret_cast<const char *>(encoded), static_cast<size_t>(length));
        text->appendCell(static_cast<uint32_t>(length), static_cast<uint32_t>(next - start));
    }
    return text.release();
} catch (const std::bad_alloc &) {
    return nullptr;
}

cicu_guesses *cicu_guess_charset(const uint8_t *bytes, size_t count) try {
    if (count > INT32_MAX) return nullptr;
    UErrorCode status = U_ZERO_ERROR;
    auto guesses = std::make_unique<cicu_guesses>();
    guesses->detector = ucsdet_open(&status);
    if (U_FAILURE(status)) return nullptr;
    ucsdet_setText(
        guesses->detector, reinterpret_cast<const char *>(bytes), static_cast<int32_t>(count), &status);
    guesses->matches = ucsdet_detectAll(guesses->detector, &guesses->count, &status);
    return U_SUCCESS(status) ? guesses.release() : nullptr;
} catch (const std::bad_alloc &) {
    return nullptr;
}

size_t cicu_guesses_count(const cicu_guesses *guesses) { return static_cast<size_t>(guesses->count); }

const char *cicu_guesses_name(const cicu_guesses *guesses, size_t index) {
    UErrorCode status = U_ZERO_ERROR;
    const char *name = ucsdet_getName(guesses->matches[index], &status);
    return U_SUCCESS(status) ? name : "";
}

int cicu_guesses_confidence(const cicu_guesses *guesses, size_t index) {
    UErrorCode status = U_ZERO_ERROR;
    const int32_t confidence = ucsdet_getConfidence(guesses->matches[index], &status);
    return U_SUCCESS(status) ? confidence : 0;
}

void cicu_guesses_close(cicu_guesses *guesses) { delete guesses; }

}
