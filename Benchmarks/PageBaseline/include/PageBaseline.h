// What libxml2's HTML parser costs by itself: the events of a page, thrown away.

#ifndef PAGE_BASELINE_H
#define PAGE_BASELINE_H

#include <stddef.h>
#include <stdint.h>

/// Parses a page of UTF-8 with handlers that do nothing; returns how many events there were.
size_t baseline_parse(const uint8_t *bytes, size_t count);

#endif
