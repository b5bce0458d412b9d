#include "AlignedText.hpp"

#include <unicode/uchar.h>
#include <unicode/uvernum.h>

extern "C" {

const char *cicu_version(void) { return U_ICU_VERSION; }

const char *cicu_unicode_version(void) { return U_UNICODE_VERSION; }

const uint8_t *cicu_text_bytes(const cicu_text *text) {
    return reinterpret_cast<const uint8_t *>(text->bytes.data());
}

size_t cicu_text_count(const cicu_text *text) { return text->bytes.size(); }

const cicu_cells *cicu_text_cells(const cicu_text *text) { return text->cells.data(); }

size_t cicu_text_cells_count(const cicu_text *text) { return text->cells.size(); }

size_t cicu_text_replaced(const cicu_text *text) { return text->replaced; }

void cicu_text_close(cicu_text *text) { delete text; }

}
