// libxml2's XML parser as a list of events, each with the exact bytes of the document it stands on.

#ifndef CLIBXML2_DOCUMENT_H
#define CLIBXML2_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "event.h"

enum cxml_document_kind {
    /// An element begins; its source is the tag without the closing `>` or `/>`.
    CXML_ELEMENT_START = 0,
    /// An element ends; its source is empty, behind the closing tag.
    CXML_ELEMENT_END = 1,
    /// Text that stands in the document as it is, but for line ends: CR LF has become a space and LF, CR alone LF.
    CXML_PLAIN_TEXT = 2,
    /// Text of a CDATA section, as it stands in the document.
    CXML_CDATA_TEXT = 3,
    /// Text written as a reference; its value is in the pool.
    CXML_REFERENCE_TEXT = 4
};

/// How the parse of a document ended.
enum cxml_document_status {
    CXML_WELL_FORMED = 0,
    /// Not well-formed, but read to the end.
    CXML_MENDED = 1,
    /// Not well-formed, and the rest could not be read.
    CXML_CUT = 2,
    CXML_TOO_DEEP = 3,
    /// More elements, attributes, namespaces or faults than any real document has.
    CXML_TOO_MANY = 4,
    /// Entities that grow beyond the bound.
    CXML_ENTITY_BOMB = 5,
    /// A reference to a file or an address.
    CXML_EXTERNAL_ENTITY = 6,
    CXML_NO_MEMORY = 7,
    /// The parser took seconds.
    CXML_TOO_SLOW = 8
};

/// The index of an attribute's name, and its value in the pool.
typedef struct {
    uint16_t name;
    uint32_t value_start;
    uint32_t value_end;
} cxml_document_attribute;

/// A name with its namespace and its prefix, both empty where there is none.
typedef struct {
    const char *space;
    const char *prefix;
    const char *local;
} cxml_document_name;

/// A parsed document.
typedef struct cxml_document cxml_document;

/// Parses valid UTF-8, whatever it declares; null only where memory runs out or there are more than 2 GiB.
///
/// No file is opened and no address asked. Elements may be 1000 deep; entities of the internal subset are expanded up to
/// 64 KiB in all, as text.
cxml_document *cxml_document_parse(const uint8_t *bytes, size_t count);

enum cxml_document_status cxml_document_status(const cxml_document *document);
/// The offset of the first fault, and what libxml2 says of it; null where there is none.
size_t cxml_document_fault_place(const cxml_document *document);
const char *cxml_document_fault(const cxml_document *document);

size_t cxml_document_event_count(const cxml_document *document);
const cxml_event *cxml_document_events(const cxml_document *document);
const cxml_document_attribute *cxml_document_attributes(const cxml_document *document);
const uint8_t *cxml_document_pool(const cxml_document *document);
/// The bytes that were parsed, as many as the document's, controls and line ends replaced.
const uint8_t *cxml_document_source(const cxml_document *document);
size_t cxml_document_name_count(const cxml_document *document);
cxml_document_name cxml_document_name_at(const cxml_document *document, size_t index);
void cxml_document_close(cxml_document *document);

#endif
