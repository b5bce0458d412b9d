// One event of a parser, with the exact bytes it stands on.

#ifndef CLIBXML2_EVENT_H
#define CLIBXML2_EVENT_H

#include <stdint.h>

typedef struct {
    /// A `cxml_kind` of a page, or a `cxml_document_kind`.
    uint8_t kind;
    /// Start and end: the index of the element's name.
    uint16_t name;
    /// Start: how many attributes there are.
    uint16_t attribute_count;
    /// The bytes of the source.
    uint32_t source_start;
    uint32_t source_end;
    /// The bytes of the text in the pool. Start: `value_start` is the index of the first attribute.
    uint32_t value_start;
    uint32_t value_end;
} cxml_event;

#endif
