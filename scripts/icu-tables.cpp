// Prints rows of word tables from ICU's locale data: names of currencies, or ISO 4217 codes.
//
//     icu-tables names fr|en    the singular and plural names of every current currency
//     icu-tables codes          the codes themselves
#include <cstdio>
#include <cstring>
#include <set>
#include <string>
#include <unicode/locid.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/unistr.h>

// Funds and units of account that no news text pays with; ICU counts them among the current codes.
static const std::set<std::string> kFunds = {"BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW", "VED", "ZWL"};
// The codes in X that are the money of a country.
static const std::set<std::string> kUnions = {"XAF", "XCD", "XOF", "XPF"};
// Codes that are also words, names or other acronyms of news texts.
static const std::set<std::string> kAmbiguous = {"ALL", "AMD", "ANG", "BAM", "BOB", "BND", "COP", "CUP", "ERN", "FOK",
    "GEL", "GIP", "LAK", "LSL", "MAD", "MOP", "NIO", "PAB", "PEN", "RON", "SOS", "SRD", "STN", "TOP", "TRY", "WST"};

static std::string lower(const UChar *text, int32_t length, const char *locale) {
    icu::UnicodeString string(text, length);
    string.toLower(icu::Locale(locale));
    std::string out;
    return string.toUTF8String(out);
}

int main(int argc, char **argv) {
    const bool names = argc == 3 && !std::strcmp(argv[1], "names");
    if (!names && !(argc == 2 && !std::strcmp(argv[1], "codes"))) {
        std::fprintf(stderr, "usage: icu-tables names fr|en | codes\n");
        return 64;
    }
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration *codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
    int32_t length = 0;
    while (const char *found = uenum_next(codes, &length, &status)) {
        const std::string code(found);
        if (kFunds.count(code) || (code[0] == 'X' && !kUnions.count(code))) continue;
        if (!names) {
            std::string form(code);
            for (char &c : form) c += 'a' - 'A';
            std::printf("%s\tcurrency-code\t%s%s\ticu\n", form.c_str(), code.c_str(), kAmbiguous.count(code) ? "?" : "");
            continue;
        }
        const icu::UnicodeString wide(code.c_str());
        std::set<std::string> forms;
        for (const char *count : {"one", "other"}) {
            UErrorCode local = U_ZERO_ERROR;
            UBool isChoice = false;
            const UChar *name =
                ucurr_getPluralName(wide.getBuffer(), argv[2], &isChoice, count, &length, &local);
            // ICU answers with the code itself where it has no name.
            if (U_SUCCESS(local) && length > 3) forms.insert(lower(name, length, argv[2]));
        }
        for (const std::string &form : forms) {
            if (form.find_first_of("()/0123456789") == std::string::npos)
                std::printf("%s\tcurrency\t%s\ticu\n", form.c_str(), code.c_str());
        }
    }
    uenum_close(codes);
    return U_SUCCESS(status) ? 0 : 1;
}
