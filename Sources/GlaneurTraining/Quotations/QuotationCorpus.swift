import Glaneur
package import GlaneurCore

/// Documents whose quotations are annotated, to measure with.
///
/// A line `== name` begins a document, `# ` a comment; all other lines are text, a line a paragraph. What is quoted stands in
/// it as `⟦kind|speaker|words⟧`, with the names of the speaker separated by slashes, or none where nobody is meant.
package struct QuotationCorpus: Sendable {
    /// A quotation in gold.
    package struct Quote: Sendable, Hashable {
        /// The bytes of the text.
        package var span: ByteSpan
        /// How it is quoted.
        package var kind: Quotation.Kind
        /// The names of who says it.
        package var speakers: [String]
    }

    /// A document and its quotations.
    package struct AnnotatedDocument: Sendable {
        /// Its name in the file.
        package var id: String
        /// Its text.
        package var text: String
        /// Its quotations, in the order in which they end.
        package var quotes: [Quote]

        /// The document as it goes into the pipeline.
        package func document(_ language: Language) -> Document {
            Document(id: id, text: text, declaring: language)
        }
    }

    /// What is wrong with a file, and where.
    package struct FormatError: Error, CustomStringConvertible {
        /// The name of the document.
        package let document: String
        /// What is wrong.
        package let reason: String

        /// What is wrong, in one line.
        package var description: String { "\(document): \(reason)" }
    }

    /// The documents, in the order of the file.
    package private(set) var documents: [AnnotatedDocument] = []

    /// Reads the content of a file.
    package init(_ content: String) throws(FormatError) {
        var id = ""
        var lines: [Substring] = []
        let end: Substring = "== "
        for line in content.split(separator: "\n" as Character, omittingEmptySubsequences: false) + [end] {
            if line.hasPrefix("# ") { continue }
            guard line.hasPrefix("== ") else {
                lines.append(line)
                continue
            }
            while lines.last?.isEmpty ?? false { lines.removeLast() }
            if !lines.isEmpty {
                documents.append(try QuotationCorpus.document(id, lines.joined(separator: "\n")))
            }
            id = String(line.dropFirst(3))
            lines = []
        }
    }

    private static func document(_ id: String, _ marked: String) throws(FormatError) -> AnnotatedDocument {
        var text = ""
        var quotes: [Quote] = []
        var open: [(kind: Quotation.Kind, speakers: [String], start: Int)] = []
        var rest = marked[...]
        while let index = rest.firstIndex(where: { $0 == "⟦" || $0 == "⟧" }) {
            text += rest[..<index]
            let isOpening = rest[index] == "⟦"
            rest = rest[rest.index(after: index)...]
            if isOpening {
                let parts = rest.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
                guard parts.count == 3, let kind = Quotation.Kind(rawValue: String(parts[0])) else {
                    throw FormatError(document: id, reason: "expected ⟦kind|speaker|words⟧, met '\(rest.prefix(20))'")
                }
                open.append((kind, parts[1].split(separator: "/").map(String.init), text.utf8.count))
                rest = parts[2]
            } else {
                guard let last = open.popLast() else { throw FormatError(document: id, reason: "⟧ without ⟦") }
                quotes.append(
                    Quote(span: ByteSpan(last.start, text.utf8.count), kind: last.kind, speakers: last.speakers))
            }
        }
        guard open.isEmpty else { throw FormatError(document: id, reason: "⟦ without ⟧") }
        return AnnotatedDocument(id: id, text: text + rest, quotes: quotes)
    }
}
