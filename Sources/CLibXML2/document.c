#include "include/document.h"
#include "buffer.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>

enum {
    /// Articles are 30 deep, office documents 60.
    DEPTH_CAP = 1000,
    /// About 30 MB of events; an article has some hundred, a feed some thousand.
    EVENT_CAP = 1000000,
    ATTRIBUTE_CAP = 1000000,
    /// Processor time; the largest document that is allowed takes a second.
    SECONDS_CAP = 5,
    EVENTS_BETWEEN_LOOKS = 4096,
    /// Each takes a microsecond.
    FAULT_CAP = 200000,
    NAME_CAP = 4096,
    NAME_SLOTS = 8192,
    /// Every lookup of a prefix goes through the namespaces in scope.
    NAMESPACE_CAP = 2000,
    /// Every start tag goes through the attributes its element has by default.
    DEFAULT_ATTRIBUTE_CAP = 500,
    ENTITY_CAP = 500,
    EXPANSION_CAP = 1 << 16,
    EXPANSION_DEPTH_CAP = 16
};

typedef struct {
    char *name;
    char *content;
    bool is_external;
} entity;

struct cxml_document {
    uint8_t *source;
    size_t count;
    /// How many bytes of white space stand before the prolog, where the parser allows none.
    size_t skipped;
    xmlParserCtxtPtr parser;
    /// The end of what events have told so far, and whether that is a start tag whose `>` is still to come.
    size_t told;
    bool told_tag;

    cxml_event *events;
    size_t event_count, event_capacity;
    cxml_document_attribute *attributes;
    size_t attribute_count, attribute_capacity;
    uint8_t *pool;
    size_t pool_count, pool_capacity;

    cxml_document_name names[NAME_CAP];
    size_t name_count;
    /// The parser's own pointers, which are the same for the same name, and the index behind each.
    struct {
        const xmlChar *local, *prefix, *space;
        uint16_t index;
    } slots[NAME_SLOTS];

    uint16_t namespaces[DEPTH_CAP];
    size_t depth, namespace_count, default_attribute_count, fault_count;
    entity entities[ENTITY_CAP];
    size_t entity_count, expanded;

    struct timespec started;
    enum cxml_document_status status;
    char *fault;
    size_t fault_place;
};

static void refuse(cxml_document *document, enum cxml_document_status status) {
    if (document->status < CXML_TOO_DEEP) document->status = status;
    xmlStopParser(document->parser);
}

static bool is_refused(const cxml_document *document) { return document->status >= CXML_TOO_DEEP; }

static void look_at_clock(cxml_document *document) {
    if (cxml_is_late(&document->started, SECONDS_CAP)) refuse(document, CXML_TOO_SLOW);
}

/// Makes room for one more; what could not get it is given up as a whole.
static bool reserve(cxml_document *document, void **items, size_t *capacity, size_t needed, size_t size) {
    if (cxml_reserve(items, capacity, needed, size)) return true;
    refuse(document, CXML_NO_MEMORY);
    return false;
}

static uint32_t keep(cxml_document *document, const void *bytes, size_t count) {
    const size_t start = document->pool_count;
    if (start + count > UINT32_MAX) {
        refuse(document, CXML_TOO_MANY);
        return 0;
    }
    if (!reserve(document, (void **)&document->pool, &document->pool_capacity, start + count, 1)) return 0;
    if (count > 0) memcpy(document->pool + start, bytes, count);
    document->pool_count += count;
    return (uint32_t)start;
}

static void add(cxml_document *document, cxml_event event) {
    if (is_refused(document)) return;
    if (document->event_count == EVENT_CAP) return refuse(document, CXML_TOO_MANY);
    if (document->event_count % EVENTS_BETWEEN_LOOKS == 0) look_at_clock(document);
    if (!reserve(
            document, (void **)&document->events, &document->event_capacity, document->event_count + 1, sizeof event)) {
        return;
    }
    document->events[document->event_count] = event;
    document->event_count += 1;
}

static char *copied(const xmlChar *text) { return strdup(text ? (const char *)text : ""); }

static uint16_t name_index(
    cxml_document *document, const xmlChar *local, const xmlChar *prefix, const xmlChar *space) {
    size_t slot = (((uintptr_t)local >> 3) * 31 + ((uintptr_t)prefix >> 3) * 17 + ((uintptr_t)space >> 3)) % NAME_SLOTS;
    for (; document->slots[slot].local; slot = (slot + 1) % NAME_SLOTS) {
        if (document->slots[slot].local == local && document->slots[slot].prefix == prefix
            && document->slots[slot].space == space) {
            return document->slots[slot].index;
        }
    }
    // Names without end all become the last.
    if (document->name_count == NAME_CAP) return NAME_CAP - 1;
    cxml_document_name name = {copied(space), copied(prefix), copied(local)};
    const uint16_t index = (uint16_t)document->name_count;
    document->names[index] = name;
    document->name_count += 1;
    if (!name.space || !name.prefix || !name.local) refuse(document, CXML_NO_MEMORY);
    document->slots[slot].local = local;
    document->slots[slot].prefix = prefix;
    document->slots[slot].space = space;
    document->slots[slot].index = index;
    return index;
}

static size_t place_of(const cxml_document *document, const xmlChar *position) {
    const xmlParserInputPtr input = document->parser->input;
    const size_t place = document->skipped + input->consumed + (size_t)(position - input->base);
    return place < document->count ? place : document->count;
}

static size_t cursor(const cxml_document *document) { return place_of(document, document->parser->input->cur); }

static void tell(cxml_document *document, size_t place, bool is_tag) {
    if (place > document->told) document->told = place;
    document->told_tag = is_tag;
}

/// Where what comes next may begin: behind the `>` of a start tag that was told before it was read.
static size_t next_place(const cxml_document *document) {
    size_t place = document->told;
    if (!document->told_tag) return place;
    if (place < document->count && document->source[place] == '/') place += 1;
    if (place < document->count && document->source[place] == '>') place += 1;
    return place;
}

static void add_text(cxml_document *document, uint8_t kind, size_t start, size_t end) {
    if (is_refused(document) || start >= end) return;
    cxml_event *last = document->event_count ? &document->events[document->event_count - 1] : NULL;
    if (last && last->kind == kind && last->source_end == start && kind == CXML_PLAIN_TEXT) {
        last->source_end = (uint32_t)end;
    } else {
        add(document, (cxml_event){
            .kind = kind, .source_start = (uint32_t)start, .source_end = (uint32_t)end});
    }
    tell(document, end, false);
}

static void add_reference(cxml_document *document, const void *text, size_t length, size_t start, size_t end) {
    cxml_event event = {
        .kind = CXML_REFERENCE_TEXT, .source_start = (uint32_t)start, .source_end = (uint32_t)end};
    event.value_start = keep(document, text, length);
    event.value_end = (uint32_t)document->pool_count;
    add(document, event);
    tell(document, end, false);
}

/// The character that one of the five names at `start` stands for; 0 where there is none.
static uint8_t predefined(const uint8_t *bytes, size_t start, size_t end, size_t *behind) {
    static const struct { const char *written; uint8_t byte; } known[5] = {
        {"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}};
    for (size_t index = 0; index < 5; index += 1) {
        const size_t length = strlen(known[index].written);
        if (end - start < length || memcmp(bytes + start, known[index].written, length) != 0) continue;
        *behind = start + length;
        return known[index].byte;
    }
    return 0;
}

/// Takes what the parser read since the last event without telling: a `&` or `<` that stands for itself, as in `AT&T` or
/// `5 < 6`, and, once a document is not well-formed, the five references.
static void mend_gap(cxml_document *document, size_t end) {
    size_t start = next_place(document);
    if (start >= end || document->depth == 0) return;
    const uint8_t *bytes = document->source;
    if (bytes[start] != '&' && !(bytes[start] == '<' && end - start == 1)) return;
    if (memchr(bytes + start + 1, '<', end - start - 1)) return;
    while (start < end) {
        size_t behind = 0;
        const uint8_t byte = predefined(bytes, start, end, &behind);
        if (byte) {
            add_reference(document, &byte, 1, start, behind);
        } else {
            const uint8_t *next = memchr(bytes + start + 1, '&', end - start - 1);
            behind = next ? (size_t)(next - bytes) : end;
            add_text(document, CXML_PLAIN_TEXT, start, behind);
        }
        start = behind;
    }
}

static void on_start(
    void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *space, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int default_count, const xmlChar **attributes) {
    cxml_document *document = context;
    (void)namespaces;
    if (is_refused(document)) return;
    const size_t end = cursor(document);
    size_t start = end;
    while (start > document->told && document->source[start] != '<') start -= 1;
    mend_gap(document, start);
    document->namespace_count += (size_t)namespace_count;
    if (document->depth == DEPTH_CAP) return refuse(document, CXML_TOO_DEEP);
    if (document->namespace_count > NAMESPACE_CAP) return refuse(document, CXML_TOO_MANY);
    document->namespaces[document->depth] = (uint16_t)namespace_count;
    document->depth += 1;
    cxml_event event = {
        .kind = CXML_ELEMENT_START, .name = name_index(document, local, prefix, space),
        .source_start = (uint32_t)start, .source_end = (uint32_t)end};
    event.value_start = event.value_end = (uint32_t)document->attribute_count;
    for (int index = 0; index < attribute_count - default_count && index < 300; index += 1) {
        const xmlChar **fields = attributes + index * 5;
        if (document->attribute_count == ATTRIBUTE_CAP) return refuse(document, CXML_TOO_MANY);
        if (!reserve(
                document, (void **)&document->attributes, &document->attribute_capacity,
                document->attribute_count + 1, sizeof *document->attributes)) {
            return;
        }
        cxml_document_attribute attribute = {.name = name_index(document, fields[0], fields[1], fields[2])};
        attribute.value_start = keep(document, fields[3], (size_t)(fields[4] - fields[3]));
        attribute.value_end = (uint32_t)document->pool_count;
        document->attributes[document->attribute_count] = attribute;
        document->attribute_count += 1;
        event.attribute_count += 1;
    }
    add(document, event);
    tell(document, end, true);
}

static void on_end(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *space) {
    cxml_document *document = context;
    if (is_refused(document)) return;
    const size_t place = cursor(document);
    size_t start = place;
    while (start > next_place(document) && document->source[start - 1] != '<') start -= 1;
    mend_gap(document, start > next_place(document) ? start - 1 : start);
    if (document->depth > 0) {
        document->depth -= 1;
        document->namespace_count -= document->namespaces[document->depth];
    }
    add(document, (cxml_event){
        .kind = CXML_ELEMENT_END, .name = name_index(document, local, prefix, space),
        .source_start = (uint32_t)place, .source_end = (uint32_t)place});
    tell(document, place, false);
}

static bool stands_at(const cxml_document *document, size_t start, const xmlChar *text, size_t length) {
    return start >= document->told && start + length <= document->count
        && memcmp(document->source + start, text, length) == 0;
}

/// Where the reference that ends at the cursor begins, if one does.
static bool finds_reference(const cxml_document *document, size_t end, size_t *start) {
    if (end == 0 || document->source[end - 1] != ';') return false;
    for (size_t index = end; index > document->told && end - index < 256; index -= 1) {
        if (document->source[index - 1] != '&') continue;
        *start = index - 1;
        return true;
    }
    return false;
}

static void on_text(void *context, const xmlChar *text, int count) {
    cxml_document *document = context;
    if (count <= 0 || is_refused(document)) return;
    const size_t length = (size_t)count;
    const xmlParserInputPtr input = document->parser->input;
    // Text without accents comes straight from the buffer.
    if (text >= input->base && text + length <= input->end) {
        const size_t start = place_of(document, text);
        if (stands_at(document, start, text, length)) {
            mend_gap(document, start);
            return add_text(document, CXML_PLAIN_TEXT, start, start + length);
        }
    }
    const size_t end = cursor(document);
    size_t start = 0;
    if (length <= 4 && finds_reference(document, end, &start)) {
        mend_gap(document, start);
        return add_reference(document, text, length, start, end);
    }
    // The cursor stands behind a piece of other text or on its last character; what was told last says which.
    const size_t expected = next_place(document);
    size_t last = 1;
    while (last < 4 && last < length && (text[length - last] & 0xC0) == 0x80) last += 1;
    const size_t candidates[3] = {expected + length, end, end + last};
    for (size_t index = 0; index < 3; index += 1) {
        const size_t candidate = candidates[index];
        if (candidate + 8 < end || candidate > end + 8 || candidate < length) continue;
        if (!stands_at(document, candidate - length, text, length)) continue;
        mend_gap(document, candidate - length);
        return add_text(document, CXML_PLAIN_TEXT, candidate - length, candidate);
    }
    // Nothing is lost where no place is found: the text then stands on what was read since the last event.
    add_reference(document, text, length, expected < end ? expected : end, end);
}

static void on_cdata(void *context, const xmlChar *text, int count) {
    cxml_document *document = context;
    if (count < 0 || is_refused(document)) return;
    const size_t length = (size_t)count;
    const size_t end = cursor(document);
    for (size_t shift = 2; shift <= 3; shift += 1) {
        if (end < length + shift || !stands_at(document, end - shift - length, text, length)) continue;
        if (memcmp(document->source + end - shift, "]]", 2) != 0) continue;
        const size_t mark = strlen("<![CDATA[");
        mend_gap(document, end < length + shift + mark ? 0 : end - shift - length - mark);
        add_text(document, CXML_CDATA_TEXT, end - shift - length, end - shift);
        return tell(document, end - shift + 3, false);
    }
    add_reference(document, text, length, document->told < end ? document->told : end, end);
}

static void on_comment(void *context, const xmlChar *text) {
    cxml_document *document = context;
    (void)text;
    if (is_refused(document)) return;
    const size_t end = cursor(document), start = next_place(document);
    const uint8_t *mark = start < end ? memchr(document->source + start, '<', end - start) : NULL;
    if (mark) mend_gap(document, (size_t)(mark - document->source));
    tell(document, end, false);
}

static void on_instruction(void *context, const xmlChar *target, const xmlChar *data) {
    (void)target;
    on_comment(context, data);
}

static const entity *find_entity(const cxml_document *document, const xmlChar *name, size_t length) {
    for (size_t index = 0; index < document->entity_count; index += 1) {
        const entity *found = &document->entities[index];
        if (strlen(found->name) == length && memcmp(found->name, name, length) == 0) return found;
    }
    return NULL;
}

static size_t put_character(xmlChar *buffer, int code) {
    if (code <= 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return 0;
    return (size_t)xmlCopyCharMultiByte(buffer, code);
}

static bool expand(cxml_document *document, const char *content, size_t depth);

/// Adds what one reference stands for to the pool; false where it is too much.
static bool expand_name(cxml_document *document, const xmlChar *name, size_t length, size_t depth) {
    xmlChar buffer[8];
    size_t count = 0;
    if (length > 1 && name[0] == '#') {
        const bool is_hexadecimal = name[1] == 'x';
        const long code = strtol((const char *)name + (is_hexadecimal ? 2 : 1), NULL, is_hexadecimal ? 16 : 10);
        count = code > 0x10FFFF ? 0 : put_character(buffer, (int)code);
    } else {
        const entity *declared = find_entity(document, name, length);
        if (declared && declared->is_external) {
            refuse(document, CXML_EXTERNAL_ENTITY);
            return false;
        }
        if (declared) return expand(document, declared->content, depth + 1);
        xmlChar known[16] = {0};
        if (length >= sizeof known) return true;
        memcpy(known, name, length);
        const xmlEntityPtr predefined = xmlGetPredefinedEntity(known);
        const htmlEntityDesc *html = predefined ? NULL : htmlEntityLookup(known);
        if (predefined) buffer[count++] = predefined->content[0];
        else if (html) count = put_character(buffer, (int)html->value);
    }
    document->expanded += count;
    keep(document, buffer, count);
    return document->expanded <= EXPANSION_CAP;
}

/// Adds the text of an entity to the pool, without the tags in it.
static bool expand(cxml_document *document, const char *content, size_t depth) {
    if (depth > EXPANSION_DEPTH_CAP) return false;
    while (*content) {
        // An entity that stands for nothing costs something too.
        document->expanded += 1;
        if (document->expanded > EXPANSION_CAP) return false;
        const char *end = *content == '&' ? strchr(content, ';') : *content == '<' ? strchr(content, '>') : NULL;
        if (*content == '&' && end) {
            if (!expand_name(document, (const xmlChar *)content + 1, (size_t)(end - content) - 1, depth)) return false;
        } else if (!end) {
            keep(document, content, 1);
        }
        content = end ? end + 1 : content + 1;
    }
    return true;
}

/// Hears of every reference that is none of the five; the parser itself gets no entity to expand.
static xmlEntityPtr on_entity(void *context, const xmlChar *name) {
    cxml_document *document = context;
    if (is_refused(document) || document->parser->instate != XML_PARSER_CONTENT) return NULL;
    const size_t end = cursor(document);
    size_t start = 0;
    if (!finds_reference(document, end, &start)) return NULL;
    const size_t length = strlen((const char *)name);
    mend_gap(document, start);
    if (!find_entity(document, name, length) && !htmlEntityLookup(name)) {
        // Unknown names stay as they are written.
        add_text(document, CXML_PLAIN_TEXT, start, end);
        return NULL;
    }
    const size_t value_start = document->pool_count;
    if (!expand_name(document, name, length, 0)) {
        refuse(document, CXML_ENTITY_BOMB);
        return NULL;
    }
    if (document->pool_count > value_start) {
        add(document, (cxml_event){
            .kind = CXML_REFERENCE_TEXT, .source_start = (uint32_t)start, .source_end = (uint32_t)end,
            .value_start = (uint32_t)value_start, .value_end = (uint32_t)document->pool_count});
    }
    tell(document, end, false);
    return NULL;
}

static void on_entity_declaration(
    void *context, const xmlChar *name, int type, const xmlChar *public_id, const xmlChar *system_id,
    xmlChar *content) {
    cxml_document *document = context;
    (void)public_id;
    (void)system_id;
    const bool is_external = type == XML_EXTERNAL_GENERAL_PARSED_ENTITY;
    if (type != XML_INTERNAL_GENERAL_ENTITY && !is_external) return;
    if (document->entity_count == ENTITY_CAP) return refuse(document, CXML_TOO_MANY);
    // The first declaration counts.
    if (find_entity(document, name, strlen((const char *)name))) return;
    entity declared = {copied(name), copied(content), is_external};
    document->entities[document->entity_count] = declared;
    document->entity_count += 1;
    if (!declared.name || !declared.content) refuse(document, CXML_NO_MEMORY);
}

static void on_attribute_declaration(
    void *context, const xmlChar *element, const xmlChar *name, int type, int def, const xmlChar *value,
    xmlEnumerationPtr values) {
    cxml_document *document = context;
    (void)element;
    (void)name;
    (void)type;
    (void)def;
    (void)value;
    xmlFreeEnumeration(values);
    document->default_attribute_count += 1;
    if (document->default_attribute_count > DEFAULT_ATTRIBUTE_CAP) refuse(document, CXML_TOO_MANY);
}

static void on_fault(void *context, xmlErrorPtr error) {
    cxml_document *document = context;
    if (is_refused(document)) return;
    document->fault_count += 1;
    if (document->fault_count > FAULT_CAP) return refuse(document, CXML_TOO_MANY);
    if (document->fault_count % EVENTS_BETWEEN_LOOKS == 0) look_at_clock(document);
    if (error->level != XML_ERR_FATAL || error->domain == XML_FROM_NAMESPACE) return;
    // What unknown names stand for is settled here.
    if (error->code == XML_ERR_UNDECLARED_ENTITY || error->code == XML_WAR_UNDECLARED_ENTITY) return;
    document->status = CXML_MENDED;
    if (document->fault) return;
    document->fault_place = cursor(document);
    document->fault = strdup(error->message ? error->message : "");
    char *end = document->fault ? strchr(document->fault, '\n') : NULL;
    if (end) *end = 0;
}

/// Makes every line end a line feed without moving a byte, so that all text stands in the buffer as the parser tells it.
static void unify_line_ends(uint8_t *bytes, size_t count) {
    for (size_t index = 0; index < count; index += 1) {
        const uint8_t *found = memchr(bytes + index, '\r', count - index);
        if (!found) return;
        index = (size_t)(found - bytes);
        bytes[index] = index + 1 < count && bytes[index + 1] == '\n' ? ' ' : '\n';
    }
}

static bool parse(cxml_document *document) {
    while (document->skipped < document->count && document->source[document->skipped] <= ' ') document->skipped += 1;
    document->told = document->skipped;
    const size_t count = document->count - document->skipped;
    if (count == 0) {
        document->status = CXML_CUT;
        return true;
    }
    const char *start = (const char *)document->source + document->skipped;
    xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt(start, (int)count);
    if (!parser) return false;
    document->parser = parser;
    memset(parser->sax, 0, sizeof *parser->sax);
    parser->sax->initialized = XML_SAX2_MAGIC;
    parser->sax->startElementNs = on_start;
    parser->sax->endElementNs = on_end;
    parser->sax->characters = on_text;
    parser->sax->ignorableWhitespace = on_text;
    parser->sax->cdataBlock = on_cdata;
    parser->sax->comment = on_comment;
    parser->sax->processingInstruction = on_instruction;
    parser->sax->getEntity = on_entity;
    parser->sax->entityDecl = on_entity_declaration;
    parser->sax->attributeDecl = on_attribute_declaration;
    parser->sax->serror = on_fault;
    parser->userData = document;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &document->started);
    // Never NOENT, DTDLOAD or DTDATTR: they read files.
    xmlCtxtUseOptions(
        parser,
        XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC
            | XML_PARSE_HUGE);
    xmlParseDocument(parser);
    if (document->status == CXML_MENDED && document->depth > 0) document->status = CXML_CUT;
    // For entities the parser makes a document of its own.
    if (parser->myDoc) xmlFreeDoc(parser->myDoc);
    parser->myDoc = NULL;
    xmlFreeParserCtxt(parser);
    document->parser = NULL;
    return true;
}

cxml_document *cxml_document_parse(const uint8_t *bytes, size_t count) {
    if (count > INT32_MAX) return NULL;
    cxml_document *document = calloc(1, sizeof *document);
    if (!document) return NULL;
    document->count = count;
    document->source = malloc(count + 1);
    if (!document->source) {
        cxml_document_close(document);
        return NULL;
    }
    if (count > 0) memcpy(document->source, bytes, count);
    document->source[count] = 0;
    cxml_clean(document->source, count);
    unify_line_ends(document->source, count);
    if (!parse(document) || document->status == CXML_NO_MEMORY) {
        cxml_document_close(document);
        return NULL;
    }
    return document;
}

enum cxml_document_status cxml_document_status(const cxml_document *document) { return document->status; }
size_t cxml_document_fault_place(const cxml_document *document) { return document->fault_place; }
const char *cxml_document_fault(const cxml_document *document) { return document->fault; }
size_t cxml_document_event_count(const cxml_document *document) { return document->event_count; }
const cxml_event *cxml_document_events(const cxml_document *document) { return document->events; }
const cxml_document_attribute *cxml_document_attributes(const cxml_document *document) { return document->attributes; }
const uint8_t *cxml_document_pool(const cxml_document *document) { return document->pool; }
const uint8_t *cxml_document_source(const cxml_document *document) { return document->source; }
size_t cxml_document_name_count(const cxml_document *document) { return document->name_count; }

cxml_document_name cxml_document_name_at(const cxml_document *document, size_t index) { return document->names[index]; }

void cxml_document_close(cxml_document *document) {
    if (!document) return;
    for (size_t index = 0; index < document->name_count; index += 1) {
        free((void *)document->names[index].space);
        free((void *)document->names[index].prefix);
        free((void *)document->names[index].local);
    }
    for (size_t index = 0; index < document->entity_count; index += 1) {
        free(document->entities[index].name);
        free(document->entities[index].content);
    }
    free(document->events);
    free(document->attributes);
    free(document->pool);
    free(document->source);
    free(document->fault);
    free(document);
}
