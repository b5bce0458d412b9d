import GlaneurCore

extension OutputSchema {
    static var quote: SchemaNode {
        .object(
            required: [("start", .count), ("end", .count), ("kind", .oneOf(["direct", "partial", "block"]))],
            optional: [
                ("speaker", .count), ("speaker_entity", .words), ("cue_start", .count), ("cue_end", .count),
            ])
    }

    static var event: SchemaNode {
        .object(
            required: [
                ("type", .words), ("trigger_start", .count), ("trigger_end", .count),
                (
                    "args",
                    .array(of: .object(required: [("role", .words)], optional: [("ent", .count), ("text", .words)]))
                ),
                ("by", .words),
            ],
            optional: [("score", .score)])
    }

    static var entityLine: SchemaNode {
        .object(
            required: [
                ("schema", .constant("glaneur.entity/1")), ("entity_id", .words), ("label", .words), ("name", .words),
                (
                    "names",
                    .array(of: .object(required: [("lang", .language), ("text", .words), ("n", .count)]))
                ),
                ("docs", .count), ("mentions", .count), ("langs", .array(of: .language)), ("by", .array(of: .words)),
            ],
            optional: [
                ("same_as", .array(of: .words)), ("only", .array(of: .words)),
                ("candidates", .array(of: .object(required: [("entity_id", .words), ("score", .score)]))),
            ])
    }

    static var duplicateLine: SchemaNode {
        .object(required: [
            ("schema", .constant("glaneur.duplicate/1")), ("id", .words), ("of", .words),
            ("kind", .oneOf(DuplicateRecord.Kind.self)), ("score", .score),
        ])
    }

    static var errorLine: SchemaNode {
        .object(
            required: [
                ("schema", .constant("glaneur.error/1")), ("stage", .words), ("code", .words), ("message", .words),
            ],
            optional: [
                ("id", .words), ("raw_start", .count), ("raw_end", .count), ("provenance", .reference("provenance")),
            ])
    }

    static var endLine: SchemaNode {
        .object(required: [
            ("schema", .constant("glaneur.end/1")), ("in", .count), ("out", .count), ("quarantined", .count),
            ("bytes_in", .count),
        ])
    }
}
