#include "AlignedText.hpp"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <climits>
#include <memory>
#include <new>

extern "C" {

bool cicu_is_nfc(const uint8_t *bytes, size_t count) {
    if (count > INT32_MAX) return false;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return false;
    const icu::StringPiece piece(reinterpret_cast<const char *>(bytes), static_cast<int32_t>(count));
    const UBool isNormalized = normalizer->isNormalizedUTF8(piece, status);
    return U_SUCCESS(status) && isNormalized;
}

cicu_text *cicu_normalize_nfc(const uint8_t *bytes, size_t count) try {
    if (count > INT32_MAX) return nullptr;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return nullptr;
    auto text = std::make_unique<cicu_text>();
    text->bytes.reserve(count);
    icu::Edits edits;
    icu::StringByteSink<std::string> sink(&text->bytes);
    const icu::StringPiece piece(reinterpret_cast<const char *>(bytes), static_cast<int32_t>(count));
    normalizer->normalizeUTF8(0, piece, sink, &edits, status);
    if (U_FAILURE(status) || edits.copyErrorTo(status)) return nullptr;
    icu::Edits::Iterator edit = edits.getFineIterator();
    while (edit.next(status)) {
        if (edit.hasChange()) {
            text->appendCell(static_cast<uint32_t>(edit.newLength()), static_cast<uint32_t>(edit.oldLength()));
        } else {
            text->appendCopy(static_cast<uint32_t>(edit.newLength()));
        }
    }
    return U_SUCCESS(status) ? text.release() : nullptr;
} catch (const std::bad_alloc &) {
    return nullptr;
}

}
