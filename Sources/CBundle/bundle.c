#include "include/CBundle.h"

// scripts/package links the files under this name; every other build links none.
extern const struct cbundle_file glaneur_bundle[] __attribute__((weak));

const struct cbundle_file *cbundle_files(void) { return glaneur_bundle; }
