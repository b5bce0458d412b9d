import Foundation
import GlaneurCore
import GlaneurLexicon
import GlaneurRecognizers
import Testing

/// A text with its amounts marked, as tests write it: `xAI lève ⟦MONEY:16,5 milliards de dollars|USD 16500000000⟧`.
///
/// The norm behind the bar may be left out.
struct AmountText {
    /// A marked span: its label, its text and, where the test says so, its norm.
    struct Mark: Hashable, CustomStringConvertible {
        var label: String
        var text: String
        var norm: String?

        var description: String { "\(label):\(text)" + (norm.map { "|\($0)" } ?? "") }
    }

    var text = ""
    var marks: [Mark] = []

    init(_ marked: String) {
        var rest = marked[...]
        while let open = rest.firstIndex(of: "⟦"), let close = rest.firstIndex(of: "⟧") {
            text += rest[..<open]
            let inner = rest[rest.index(after: open)..<close].split(separator: ":", maxSplits: 1)
            let parts = inner[1].split(separator: "|", maxSplits: 1)
            text += parts[0]
            marks.append(
                Mark(label: String(inner[0]), text: String(parts[0]), norm: parts.count > 1 ? String(parts[1]) : nil))
            rest = rest[rest.index(after: close)...]
        }
        text += rest
    }

    /// The word tables of the project, compiled once.
    static let lexicon: Result<Lexicon, any Error> = Result {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Lexicons")
        var files: [(path: String, text: String)] = []
        for folder in ["en", "fr", "shared"] {
            let names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())
            for name in names.sorted() where name.hasSuffix(".tsv") {
                let text = try String(contentsOf: root.appending(path: "\(folder)/\(name)"), encoding: .utf8)
                // Tables of names have nothing to say about amounts.
                if text.contains("form\tclass\t") { files.append(("\(folder)/\(name)", text)) }
            }
        }
        return try Lexicon(compiled: try LexiconCompiler.compile(files), location: "memory")
    }

    /// What both recognizers find in a text, overlaps settled by rank and length as the resolver settles them.
    static func mentions(
        _ text: String, _ language: Language, published: String? = nil
    ) throws -> [(text: String, mention: Mention)] {
        let bytes = Array(text.utf8)
        var found: [Mention] = []
        var start = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let passage = Passage(
                lexicon: try lexicon.get(), language: language, bytes: bytes, span: ByteSpan(start, start + line.count),
                sentenceStarts: [start], anchor: published.flatMap { TimeAnchor(rfc3339: $0) })
            AmountRecognizer().recognize(passage, into: &found)
            DateRecognizer().recognize(passage, into: &found)
            start += line.count + 1
        }
        found.sort { ($0.label.rank, -$0.span.count, $0.span) < ($1.label.rank, -$1.span.count, $1.span) }
        var kept: [Mention] = []
        for mention in found where !kept.contains(where: { $0.span.overlaps(mention.span) }) { kept.append(mention) }
        return kept.sorted { $0.span < $1.span }.map { (String(decoding: bytes[$0.span.range], as: UTF8.self), $0) }
    }

    /// Checks that exactly the marked spans are found among the labels that are asked for.
    static func check(
        _ marked: String, _ language: Language, labels: Set<String>? = nil, published: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let expected = AmountText(marked)
        let found = try mentions(expected.text, language, published: published)
            .filter { labels?.contains($0.mention.label.rawValue) ?? true }
        let marks = zip(found, expected.marks.map(Optional.some) + Array(repeating: nil, count: found.count)).map {
            Mark(
                label: $0.mention.label.rawValue, text: $0.text,
                norm: $1?.norm == nil && $1 != nil ? nil : $0.mention.norm ?? "-")
        }
        #expect(marks == expected.marks, "\(marked)", sourceLocation: sourceLocation)
    }
}
