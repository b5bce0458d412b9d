#include "CICU.h"

#include <cstring>
#include <initializer_list>
#include <unicode/ucurr.h>
#include <unicode/utypes.h>

bool cicu_currency_of_country(const char *country, char code[4]) {
    if (std::strlen(country) != 2) return false;
    // A locale without a language: "und_CA".
    const char locale[] = {'u', 'n', 'd', '_', country[0], country[1], '\0'};
    UChar wide[4];
    UErrorCode status = U_ZERO_ERROR;
    const int32_t length = ucurr_forLocale(locale, wide, 4, &status);
    if (U_FAILURE(status) || length != 3) return false;
    for (int at = 0; at < 3; ++at) code[at] = static_cast<char>(wide[at]);
    code[3] = '\0';
    // Codes in X are metals and test codes, which ICU gives for codes that nobody has, but for four unions of countries.
    if (code[0] != 'X') return true;
    for (const char *shared : {"XAF", "XCD", "XOF", "XPF"}) {
        if (std::strcmp(code, shared) == 0) return true;
    }
    return false;
}
