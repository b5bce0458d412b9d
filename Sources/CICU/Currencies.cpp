#include "CICU.h"

#include <cstring>
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
    // "No currency", which ICU says of codes that nobody has.
    return std::strcmp(code, "XXX") != 0;
}
