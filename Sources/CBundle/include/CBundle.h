#ifndef CBUNDLE_H
#define CBUNDLE_H

#include <stddef.h>
#include <stdint.h>

/// A file that lies inside the program.
struct cbundle_file {
    /// The path below the folder of lexicons.
    const char *name;
    /// The bytes, on a boundary of 64.
    const uint8_t *bytes;
    size_t count;
};

/// The files inside the program, sorted by name, with one without a name behind them; nothing in a program that has none.
const struct cbundle_file *cbundle_files(void);

#endif
