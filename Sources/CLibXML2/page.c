#include "include/CLibXML2.h"
#include "buffer.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlversion.h>

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

enum {
    /// About 30 MB of events; an article has some thousand, the longest pages of encyclopedias 200,000.
    EVENT_CAP = 1000000,
    /// Pages that never close `font` are some thousand deep.
    DEPTH_CAP = 100000,
    ATTRIBUTE_CAP = 1000000,
    /// Texts and attributes, without scripts and pictures.
    POOL_CAP = 16 << 20,
    /// Longer values are pictures and programs.
    VALUE_CAP = 1 << 16,
    /// Some pages mend 10,000 faults; the parser takes a microsecond for each.
    FAULT_CAP = 500000,
    /// How many open elements may be looked at for end tags that close nothing: about a second.
    SEARCH_CAP = 200000000,
    /// Real pages have less than a hundred names of elements.
    NAME_CAP = 512,
    NAME_SLOTS = 2048,
    /// Processor time; the largest page that is allowed takes a second.
    SECONDS_CAP = 5,
    EVENTS_BETWEEN_LOOKS = 4096
};

struct cxml_page {
    /// The cleaned copy that is parsed; freed once that is done.
    uint8_t *source;
    size_t count;
    htmlParserCtxtPtr parser;
    /// The end of what events have told so far; places never go back.
    size_t told;

    cxml_event *events;
    size_t event_count, event_capacity;
    cxml_attribute *attributes;
    size_t attribute_count, attribute_capacity;
    uint8_t *pool;
    size_t pool_count, pool_capacity;
    char *names[NAME_CAP];
    size_t name_count;
    /// The parser's own pointers, which are the same for the same name, and the index behind each.
    struct {
        const xmlChar *name;
        uint16_t index;
    } slots[NAME_SLOTS];

    /// Whether the script that is read holds linked data; nobody asks for others.
    bool keeps_data;
    size_t depth, fault_count, searched;
    struct timespec started;
    enum cxml_page_status status;
};

/// Gives the page up; the parser comes to its end without telling anything more.
static void refuse(cxml_page *page, enum cxml_page_status status) {
    if (page->status == CXML_PAGE_READ) page->status = status;
    xmlStopParser(page->parser);
}

static bool is_refused(const cxml_page *page) { return page->status != CXML_PAGE_READ; }

static void look_at_clock(cxml_page *page) {
    if (cxml_is_late(&page->started, SECONDS_CAP)) refuse(page, CXML_PAGE_TOO_SLOW);
}

/// Makes room for one more; what could not get it is given up as a whole.
static bool reserve(cxml_page *page, void **items, size_t *capacity, size_t needed, size_t size) {
    if (cxml_reserve(items, capacity, needed, size)) return true;
    refuse(page, CXML_PAGE_NO_MEMORY);
    return false;
}

static uint32_t keep(cxml_page *page, const void *bytes, size_t count) {
    if (page->pool_count + count > POOL_CAP) {
        refuse(page, CXML_PAGE_TOO_LONG);
        return 0;
    }
    if (!reserve(page, (void **)&page->pool, &page->pool_capacity, page->pool_count + count, 1)) return 0;
    memcpy(page->pool + page->pool_count, bytes, count);
    page->pool_count += count;
    return (uint32_t)(page->pool_count - count);
}

static void add(cxml_page *page, cxml_event event) {
    if (is_refused(page)) return;
    if (page->event_count == EVENT_CAP) return refuse(page, CXML_PAGE_TOO_MANY);
    if (page->event_count % EVENTS_BETWEEN_LOOKS == 0) look_at_clock(page);
    if (!reserve(page, (void **)&page->events, &page->event_capacity, page->event_count + 1, sizeof event)) return;
    page->events[page->event_count] = event;
    page->event_count += 1;
}

static uint16_t name_index(cxml_page *page, const xmlChar *name) {
    size_t slot = ((uintptr_t)name >> 3) * 31 % NAME_SLOTS;
    for (; page->slots[slot].name; slot = (slot + 1) % NAME_SLOTS) {
        if (page->slots[slot].name == name) return page->slots[slot].index;
    }
    // Made-up names without end all become the last.
    if (page->name_count == NAME_CAP) return NAME_CAP - 1;
    size_t index = 0;
    while (index < page->name_count && strcmp(page->names[index], (const char *)name) != 0) index += 1;
    if (index == page->name_count) {
        page->names[index] = strdup((const char *)name);
        if (!page->names[index]) {
            refuse(page, CXML_PAGE_NO_MEMORY);
            return 0;
        }
        page->name_count += 1;
    }
    page->slots[slot].name = name;
    page->slots[slot].index = (uint16_t)index;
    return (uint16_t)index;
}

static size_t cursor(const cxml_page *page) {
    const xmlParserInputPtr input = page->parser->input;
    const size_t position = input->consumed + (size_t)(input->cur - input->base);
    return position < page->count ? position : page->count;
}

static const char linked_data[] = "application/ld+json";

static void on_start(void *context, const xmlChar *name, const xmlChar **attributes) {
    cxml_page *page = context;
    if (is_refused(page)) return;
    if (page->depth == DEPTH_CAP) return refuse(page, CXML_PAGE_TOO_DEEP);
    page->depth += 1;
    const size_t place = cursor(page);
    cxml_event event = {.kind = CXML_START, .name = name_index(page, name)};
    event.source_start = event.source_end = (uint32_t)place;
    event.value_start = event.value_end = (uint32_t)page->attribute_count;
    page->keeps_data = false;
    for (; attributes && attributes[0] && event.attribute_count < 300; attributes += 2) {
        const char *value = attributes[1] ? (const char *)attributes[1] : "";
        cxml_attribute attribute;
        attribute.name_start = keep(page, attributes[0], strlen((const char *)attributes[0]));
        attribute.name_end = (uint32_t)page->pool_count;
        if (strcmp((const char *)attributes[0], "type") == 0) {
            page->keeps_data = strncasecmp(value, linked_data, strlen(linked_data)) == 0;
        }
        const size_t length = strlen(value);
        attribute.value_start = keep(page, value, length > VALUE_CAP ? 0 : length);
        attribute.value_end = (uint32_t)page->pool_count;
        if (page->attribute_count == ATTRIBUTE_CAP) return refuse(page, CXML_PAGE_TOO_MANY_ATTRIBUTES);
        if (!reserve(
                page, (void **)&page->attributes, &page->attribute_capacity, page->attribute_count + 1,
                sizeof attribute)) {
            return;
        }
        page->attributes[page->attribute_count] = attribute;
        page->attribute_count += 1;
        event.attribute_count += 1;
    }
    add(page, event);
}

static void on_end(void *context, const xmlChar *name) {
    cxml_page *page = context;
    if (is_refused(page)) return;
    if (page->depth > 0) page->depth -= 1;
    const uint32_t place = (uint32_t)cursor(page);
    add(page, (cxml_event){
        .kind = CXML_END, .name = name_index(page, name), .source_start = place, .source_end = place});
}

/// Where the numeric reference `&#…` at `start` ends, semicolon included, and its code; 0 where there is none.
static size_t numeric_reference(const uint8_t *bytes, size_t start, size_t end, uint32_t *code) {
    size_t index = start + 2;
    if (index >= end || bytes[start] != '&' || bytes[start + 1] != '#') return 0;
    const bool is_hexadecimal = (bytes[index] | 0x20) == 'x';
    if (is_hexadecimal) index += 1;
    const size_t digits = index;
    uint32_t value = 0;
    for (; index < end; index += 1) {
        const uint8_t byte = bytes[index];
        uint32_t digit;
        if (byte >= '0' && byte <= '9') digit = byte - '0';
        else if (is_hexadecimal && (byte | 0x20) >= 'a' && (byte | 0x20) <= 'f') digit = (byte | 0x20) - 'a' + 10;
        else break;
        if (value < 0x110000) value = value * (is_hexadecimal ? 16 : 10) + digit;
    }
    if (index == digits) return 0;
    *code = value;
    return index < end && bytes[index] == ';' ? index + 1 : index;
}

/// Whether a reference that stands for `character` ends at `end`; sets where it begins.
static bool is_reference(const cxml_page *page, uint8_t character, size_t end, size_t *start) {
    size_t index = end;
    while (index > page->told && end - index < 16) {
        index -= 1;
        if (page->source[index] != '&') continue;
        uint32_t code = 0;
        if (numeric_reference(page->source, index, page->count, &code) == end && code == character) {
            *start = index;
            return true;
        }
        const char *name = character == '<' ? "&lt;" : character == '>' ? "&gt;" : character == '&' ? "&amp;"
            : character == '"' ? "&quot;" : character == '\'' ? "&apos;" : NULL;
        *start = index;
        return name && strlen(name) == end - index && memcmp(page->source + index, name, end - index) == 0;
    }
    return false;
}

static bool stands_at(const cxml_page *page, size_t start, const xmlChar *text, size_t length) {
    return start >= page->told && start + length <= page->count && memcmp(page->source + start, text, length) == 0;
}

/// Finds the bytes of the page that a text event stands on; the parser itself only says where its cursor is.
static cxml_event place(const cxml_page *page, const xmlChar *text, size_t length) {
    const size_t cursor_place = cursor(page);
    size_t start = 0;
    cxml_event event = {.kind = CXML_REFERENCE};
    event.source_end = (uint32_t)cursor_place;
    if (length == 1 && is_reference(page, text[0], cursor_place, &start)) {
        event.source_start = (uint32_t)start;
        return event;
    }
    event.kind = CXML_TEXT;
    // A `<` that opens no tag is told before it is passed.
    if (length == 1 && text[0] == '<' && stands_at(page, cursor_place, text, 1)) {
        event.source_start = (uint32_t)cursor_place;
        event.source_end = (uint32_t)cursor_place + 1;
        return event;
    }
    // Text of a thousand bytes is flushed while the cursor still stands on its last character.
    size_t last = 1;
    while (last < 4 && last < length && (text[length - last] & 0xC0) == 0x80) last += 1;
    const size_t shifts[2] = {length < 1000 ? 0 : last, length < 1000 ? last : 0};
    for (size_t index = 0; index < 2; index += 1) {
        const size_t end = cursor_place + shifts[index];
        // The `&` of an unknown name is not that of a reference right behind it, as in `AT&T&nbsp;`.
        if (length == 1 && end > cursor_place) continue;
        if (end < length || !stands_at(page, end - length, text, length)) continue;
        event.source_start = (uint32_t)(end - length);
        event.source_end = (uint32_t)end;
        return event;
    }
    // What is not in the page as it is was written as a reference, from the last `&` to the cursor.
    start = cursor_place;
    while (start > page->told && page->source[start - 1] != '&') start -= 1;
    if (start > page->told) {
        start -= 1;
        event.kind = CXML_REFERENCE;
        event.source_start = (uint32_t)start;
        // An unknown name comes as its `&` and then as the name, both from behind it.
        if (length == 1 && text[0] == '&') {
            event.kind = CXML_TEXT;
            event.source_end = (uint32_t)start + 1;
        }
        return event;
    }
    event.kind = CXML_UNPLACED;
    event.source_start = event.source_end = (uint32_t)page->told;
    return event;
}

static void on_text(void *context, const xmlChar *text, int length) {
    cxml_page *page = context;
    if (length <= 0 || is_refused(page)) return;
    cxml_event event = place(page, text, (size_t)length);
    event.value_start = keep(page, text, (size_t)length);
    event.value_end = (uint32_t)page->pool_count;
    if (event.source_end > page->told) page->told = event.source_end;
    add(page, event);
}

static void on_data(void *context, const xmlChar *text, int length) {
    cxml_page *page = context;
    if (length <= 0 || is_refused(page) || !page->keeps_data) return;
    cxml_event event = {.kind = CXML_DATA};
    event.value_start = keep(page, text, (size_t)length);
    event.value_end = (uint32_t)page->pool_count;
    add(page, event);
}

/// Hears of every fault; for an end tag that closes nothing the parser has looked at all open elements.
static void on_fault(void *context, xmlErrorPtr error) {
    cxml_page *page = context;
    if (is_refused(page)) return;
    page->fault_count += 1;
    if (error->code == XML_ERR_TAG_NAME_MISMATCH) page->searched += page->depth;
    if (page->fault_count > FAULT_CAP || page->searched > SEARCH_CAP) return refuse(page, CXML_PAGE_TOO_MANY_FAULTS);
    if (page->fault_count % EVENTS_BETWEEN_LOOKS == 0) look_at_clock(page);
}

const char *cxml_version(void) { return LIBXML_DOTTED_VERSION; }

void cxml_initialize(void) { xmlInitParser(); }

static bool parse(cxml_page *page) {
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt((const char *)page->source, (int)page->count);
    if (!parser) return false;
    page->parser = parser;
    memset(parser->sax, 0, sizeof *parser->sax);
    parser->sax->initialized = XML_SAX2_MAGIC;
    parser->sax->startElement = on_start;
    parser->sax->endElement = on_end;
    parser->sax->characters = on_text;
    parser->sax->ignorableWhitespace = on_text;
    parser->sax->cdataBlock = on_data;
    parser->userData = page;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &page->started);
    // Without HUGE the parser drops whatever lies deeper than 256 elements and cuts long text.
    htmlCtxtUseOptions(
        parser,
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC
            | XML_PARSE_HUGE);
    // The option against messages takes this one away as well.
    parser->sax->serror = on_fault;
    // Without a forced encoding it guesses at the first byte above ASCII, and places are lost.
    xmlCharEncodingHandlerPtr handler = xmlFindCharEncodingHandler("UTF-8");
    if (handler) xmlSwitchToEncoding(parser, handler);
    htmlParseDocument(parser);
    htmlFreeParserCtxt(parser);
    page->parser = NULL;
    return true;
}

cxml_page *cxml_parse(const uint8_t *bytes, size_t count) {
    if (count > INT32_MAX) return NULL;
    cxml_page *page = calloc(1, sizeof *page);
    if (!page) return NULL;
    if (count == 0) return page;
    page->source = malloc(count);
    page->count = count;
    if (page->source) {
        memcpy(page->source, bytes, count);
        cxml_clean(page->source, count);
    }
    if (!page->source || !parse(page)) {
        cxml_close(page);
        return NULL;
    }
    free(page->source);
    page->source = NULL;
    return page;
}

enum cxml_page_status cxml_status(const cxml_page *page) { return page->status; }
size_t cxml_event_count(const cxml_page *page) { return page->event_count; }
const cxml_event *cxml_events(const cxml_page *page) { return page->events; }
const cxml_attribute *cxml_attributes(const cxml_page *page) { return page->attributes; }
const uint8_t *cxml_pool(const cxml_page *page) { return page->pool; }
size_t cxml_pool_count(const cxml_page *page) { return page->pool_count; }
size_t cxml_name_count(const cxml_page *page) { return page->name_count; }
const char *cxml_name(const cxml_page *page, size_t index) { return page->names[index]; }

void cxml_close(cxml_page *page) {
    if (!page) return;
    for (size_t index = 0; index < page->name_count; index += 1) free(page->names[index]);
    free(page->events);
    free(page->attributes);
    free(page->pool);
    free(page->source);
    free(page);
}
