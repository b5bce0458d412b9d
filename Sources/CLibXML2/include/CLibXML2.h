// libxml2's HTML parser as a list of events, each with the exact bytes of the page it stands on.
//
// Several threads may parse at once after one call of `cxml_initialize`.

#ifndef CLIBXML2_H
#define CLIBXML2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "document.h"
#include "event.h"

/// The version of the linked libxml2: "2.9.14".
const char *cxml_version(void);

/// Must be called once, before the first page is parsed.
void cxml_initialize(void);

enum cxml_kind {
    /// An element begins, written or implied; its source is empty, before the last byte of a written tag.
    CXML_START = 0,
    /// An element ends, written or implied; its source is empty, before the last byte of a written tag.
    CXML_END = 1,
    /// Text that stands in the page as it is.
    CXML_TEXT = 2,
    /// Text written as a character reference.
    CXML_REFERENCE = 3,
    /// The contents of a script that holds linked data.
    CXML_DATA = 4,
    /// Text whose place could not be told; its source is empty.
    CXML_UNPLACED = 5
};

/// How the parse of a page ended.
enum cxml_page_status {
    CXML_PAGE_READ = 0,
    /// More tags and pieces of text than any real page has.
    CXML_PAGE_TOO_MANY = 1,
    /// More text and attributes than any real page has.
    CXML_PAGE_TOO_LONG = 2,
    /// The parser took seconds.
    CXML_PAGE_TOO_SLOW = 3,
    CXML_PAGE_NO_MEMORY = 4,
    CXML_PAGE_TOO_DEEP = 5,
    CXML_PAGE_TOO_MANY_ATTRIBUTES = 6,
    /// Faults without end, or end tags that close nothing.
    CXML_PAGE_TOO_MANY_FAULTS = 7
};

/// Name and value of an attribute as offsets into the pool, the value decoded.
typedef struct {
    uint32_t name_start;
    uint32_t name_end;
    uint32_t value_start;
    uint32_t value_end;
} cxml_attribute;

/// A parsed page.
typedef struct cxml_page cxml_page;

/// Parses valid UTF-8; null where memory runs out or there are more than 2 GiB. Whatever the page declares, it is read as UTF-8.
cxml_page *cxml_parse(const uint8_t *bytes, size_t count);

enum cxml_page_status cxml_status(const cxml_page *page);
size_t cxml_event_count(const cxml_page *page);
const cxml_event *cxml_events(const cxml_page *page);
const cxml_attribute *cxml_attributes(const cxml_page *page);
const uint8_t *cxml_pool(const cxml_page *page);
size_t cxml_pool_count(const cxml_page *page);
size_t cxml_name_count(const cxml_page *page);
/// The name of an element in lower case.
const char *cxml_name(const cxml_page *page, size_t index);
void cxml_close(cxml_page *page);

#endif
