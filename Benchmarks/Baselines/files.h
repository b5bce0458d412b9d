// Hands the bytes of each file of a command line to a function, one after the other, through one buffer.

#ifndef BASELINE_FILES_H
#define BASELINE_FILES_H

#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/// Calls `body` with the name and bytes of each file and prints the sum of what it returns.
static int for_each_file(int count, char **names, size_t (*body)(const char *name, const char *bytes, size_t size)) {
    char *buffer = NULL;
    size_t capacity = 0, sum = 0;
    for (int at = 1; at < count; at++) {
        struct stat status;
        int file = open(names[at], O_RDONLY);
        if (file < 0 || fstat(file, &status) != 0) {
            perror(names[at]);
            return 1;
        }
        size_t size = (size_t)status.st_size, filled = 0;
        if (size + 1 > capacity) {
            capacity = 2 * (size + 1);
            buffer = realloc(buffer, capacity);
            if (!buffer) abort();
        }
        while (filled < size) {
            ssize_t got = read(file, buffer + filled, size - filled);
            if (got <= 0) break;
            filled += (size_t)got;
        }
        close(file);
        sum += body(names[at], buffer, filled);
    }
    free(buffer);
    printf("%zu\n", sum);
    return 0;
}

#endif
