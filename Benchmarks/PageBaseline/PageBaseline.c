#include "include/PageBaseline.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <string.h>

static void on_start(void *count, const xmlChar *name, const xmlChar **attributes) {
    (void)name;
    (void)attributes;
    *(size_t *)count += 1;
}

static void on_end(void *count, const xmlChar *name) {
    (void)name;
    *(size_t *)count += 1;
}

static void on_text(void *count, const xmlChar *text, int length) {
    (void)text;
    (void)length;
    *(size_t *)count += 1;
}

size_t baseline_parse(const uint8_t *bytes, size_t count) {
    size_t events = 0;
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt((const char *)bytes, (int)count);
    if (!parser) return 0;
    memset(parser->sax, 0, sizeof *parser->sax);
    parser->sax->startElement = on_start;
    parser->sax->endElement = on_end;
    parser->sax->characters = parser->sax->ignorableWhitespace = parser->sax->cdataBlock = on_text;
    parser->userData = &events;
    htmlCtxtUseOptions(
        parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC
                    | XML_PARSE_HUGE);
    xmlSwitchToEncoding(parser, xmlFindCharEncodingHandler("UTF-8"));
    htmlParseDocument(parser);
    htmlFreeParserCtxt(parser);
    return events;
}
