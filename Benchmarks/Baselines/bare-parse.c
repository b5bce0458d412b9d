// libxml2's HTML parser over the files of the command line, its events thrown away.

#include "../PageBaseline/include/PageBaseline.h"
#include "files.h"

static size_t parse(const char *name, const char *bytes, size_t size) {
    (void)name;
    return baseline_parse((const uint8_t *)bytes, size);
}

int main(int count, char **names) { return for_each_file(count, names, parse); }
