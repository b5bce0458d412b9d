import GlaneurCore

/// The JSON Schema of what Glaneur writes: the document line, and the other lines among its definitions.
package enum OutputSchema {
    /// The schema as indented JSON text with a line end.
    package static var text: String {
        let schema = SchemaNode.object(required: required, optional: optional, extra: head).json
        return String(decoding: JSONIndenter.indented(Array(schema.utf8)), as: UTF8.self)
    }

    private static var head: String {
        let definitions = self.definitions.map { "\"\($0.0)\":\($0.1.json)" }.joined(separator: ",")
        return "\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"title\":\"glaneur.doc/1\","
            + "\"description\":\"One document a line. Entity, duplicate, error and end lines are among the definitions.\","
            + "\"$defs\":{\(definitions)},"
    }

    private static let required: [(String, SchemaNode)] = [
        ("schema", .constant("glaneur.doc/1")), ("id", .words), ("lang", .language), ("text", .string),
        ("provenance", .reference("provenance")), ("run", .reference("run")),
    ]

    private static var optional: [(String, SchemaNode)] {
        [
            ("lang_score", .score), ("title", .words), ("published", .words), ("updated", .words), ("url", .words),
            ("outlet", .words),
            ("authors", .array(of: .words)),
            (
                "blocks",
                .columns([
                    ("start", .count), ("end", .count), ("class", .oneOf(Block.Class.self)),
                    ("kind", .oneOf(Block.Kind.self)), ("lang", .language),
                ])
            ),
            ("sents", .columns([("start", .count), ("end", .count)], optional: [("lang", .language)])),
            ("tokens", .columns([("start", .count), ("end", .count)])),
            ("mwt", .array(of: .object(required: [("token", .count), ("forms", .array(of: .words))]))),
            ("ents", .array(of: .reference("ent"))),
            ("quotes", .array(of: .reference("quote"))),
            ("events", .array(of: .reference("event"))),
            ("warnings", .array(of: .reference("remark"))),
            ("error", .reference("remark")),
        ]
    }

    private static var definitions: [(String, SchemaNode)] {
        [
            ("provenance", provenance), ("run", run), ("ent", entity),
            ("remark", .object(required: [("code", .words), ("stage", .words), ("message", .words)])),
            ("quote", quote), ("event", event), ("entity", entityLine), ("duplicate", duplicateLine),
            ("error", errorLine), ("end", endLine),
        ]
    }

    private static var provenance: SchemaNode {
        .object(
            required: [
                ("path", .words), ("byte_start", .count), ("byte_end", .count), ("sha256", .words),
                ("media_type", .words),
            ],
            optional: [
                ("member", .words), ("charset", .words), ("charset_by", .oneOf(Provenance.CharsetEvidence.self)),
            ])
    }

    private static var run: SchemaNode {
        .object(required: [
            ("tool", .words), ("resources", .words), ("config", .words), ("icu", .words),
            ("offsets", .oneOf(OffsetUnit.self)),
        ])
    }

    private static var entity: SchemaNode {
        var labels: [String] = []
        for scheme in LabelScheme.allCases {
            for name in Label.allCases.map(scheme.name(of:)) where !labels.contains(name) { labels.append(name) }
        }
        return .object(
            required: [
                ("id", .count), ("start", .count), ("end", .count), ("label", .oneOf(labels)), ("text", .words),
                ("by", .words), ("raw_start", .count), ("raw_end", .count),
            ],
            optional: [
                ("entity_id", .words), ("kb_id", .words), ("norm", .words), ("score", .score),
                ("block", .oneOf(Block.Class.self)), ("money", money), ("percent", percent), ("quantity", quantity),
                ("number", number), ("date", date),
            ])
    }

    private static let bounds: [(String, SchemaNode)] = [("value", .decimal), ("low", .decimal), ("high", .decimal)]
    private static let qualifier: (String, SchemaNode) = ("qualifier", .oneOf(Qualifier.self))

    private static var money: SchemaNode {
        .object(
            required: [("currency", .words), ("currency_by", .oneOf(Money.CurrencyEvidence.self)), qualifier],
            optional: bounds + [
                ("currency_alt", .array(of: .words)), ("figure", .decimal),
                ("scale", SchemaNode(json: #"{"type":"integer"}"#)), ("per", .words),
            ])
    }

    private static var percent: SchemaNode { .object(required: [qualifier], optional: bounds) }

    private static var quantity: SchemaNode {
        .object(
            required: [("number_end", .count), qualifier], optional: bounds + [("unit", .words), ("counted", .words)])
    }

    private static var number: SchemaNode {
        .object(required: [qualifier], optional: bounds + [("ordinal", .yes), ("relative", .words)])
    }

    private static var date: SchemaNode {
        .object(optional: [
            ("timex", .words), ("first", .words), ("last", .words), ("anchor", .constant("published")),
            ("value", .decimal), ("unit", .words),
        ])
    }
}
