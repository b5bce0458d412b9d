import Foundation

/// What the tests look at in a document line.
struct DocumentLine: Decodable {
    struct Ent: Decodable {
        let start: Int
        let end: Int
        let label: String
        let text: String
        let norm: String?
        let entityID: String?
        let rawStart: Int
        let rawEnd: Int

        enum CodingKeys: String, CodingKey {
            case start, end, label, text, norm
            case entityID = "entity_id"
            case rawStart = "raw_start"
            case rawEnd = "raw_end"
        }

        /// The mention without its place; texts that mean the same compare as equal whatever their normal form.
        var summary: String {
            "\(label) \(text.precomposedStringWithCanonicalMapping) \(norm ?? "–") \(entityID ?? "–")"
        }
    }

    struct Provenance: Decodable {
        let path: String
        let charset: String
    }

    let schema: String
    let id: String
    let lang: String
    let title: String?
    let text: String
    let ents: [Ent]?
    let provenance: Provenance
}

/// What the tests look at in a line of `errors.jsonl`.
struct ErrorLine: Decodable {
    let schema: String
    let id: String
    let stage: String
    let code: String
    let message: String
}

/// What the tests look at in `run.json`.
struct RunReport: Decodable {
    struct Counts: Decodable {
        let `in`: Int
        let out: Int
        let quarantined: Int
    }

    struct Failure: Decodable {
        let code: String
        let n: Int
    }

    struct Label: Decodable {
        let label: String
        let n: Int
    }

    let schema: String
    let complete: Bool
    let counts: Counts
    let labels: [Label]?
    let failures: [Failure]?

    init(_ bytes: Data) throws { self = try JSONDecoder().decode(RunReport.self, from: bytes) }
}

extension Data {
    /// The lines, decoded; the last one must have its line end.
    func lines<Line: Decodable>(_ type: Line.Type = Line.self) throws -> [Line] {
        guard !isEmpty else { return [] }
        guard last == 0x0A else { throw Program.Failure(description: "the last line is cut") }
        return try dropLast().split(separator: 0x0A, omittingEmptySubsequences: false).map {
            try JSONDecoder().decode(Line.self, from: Data($0))
        }
    }
}
