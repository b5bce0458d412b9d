// ICU's sentence and word breaks in the files of the command line, counted; a name that ends in -fr.txt is French.

#include "files.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

static size_t breaks(UBreakIterator *iterator, const char *bytes, size_t size) {
    UErrorCode status = U_ZERO_ERROR;
    UText *text = utext_openUTF8(NULL, bytes, (int64_t)size, &status);
    ubrk_setUText(iterator, text, &status);
    if (U_FAILURE(status)) abort();
    size_t found = 0;
    while (ubrk_next(iterator) != UBRK_DONE) found++;
    utext_close(text);
    return found;
}

static UBreakIterator *iterator(UBreakIteratorType type, const char *locale) {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *made = ubrk_open(type, locale, NULL, 0, &status);
    if (U_FAILURE(status)) abort();
    return made;
}

static size_t both(const char *name, const char *bytes, size_t size) {
    static UBreakIterator *made[2][2];
    int french = strstr(name, "-fr.txt") != NULL;
    if (!made[french][0]) {
        made[french][0] = iterator(UBRK_SENTENCE, french ? "fr" : "en");
        made[french][1] = iterator(UBRK_WORD, french ? "fr" : "en");
    }
    return breaks(made[french][0], bytes, size) + breaks(made[french][1], bytes, size);
}

int main(int count, char **names) { return for_each_file(count, names, both); }
