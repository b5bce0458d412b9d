import Glaneur
package import GlaneurCore

/// Text exports whose lines are annotated with what they are, to measure with.
///
/// A line `== id` begins a document, `# ` a comment. All other lines are lines of the document: `kind | text`, where
/// `source-line/byline` means that either is right, or empty ones.
package struct BlockCorpus: Sendable {
    /// A line in gold.
    package struct Line: Sendable, Hashable {
        /// The bytes of the text.
        package var span: ByteSpan
        /// What it is, the best answer first; never empty.
        package var kinds: [Block.Kind]
    }

    /// A document and its lines.
    package struct AnnotatedDocument: Sendable {
        /// Its name in the file: the language and a number.
        package var id: String
        /// Its text.
        package var text: String
        /// Its lines, without the empty ones.
        package var lines: [Line]

        /// The document as it goes into the pipeline, without a declared language: an export has none.
        package var document: Document { Document(id: id, text: text, declaring: .undetermined) }

        /// Whether nothing was tuned on it: its number is odd.
        package var isOfCheckHalf: Bool { id.last.flatMap(\.wholeNumberValue).map { $0 % 2 == 1 } ?? false }
    }

    /// What is wrong with a file, and where.
    package struct FormatError: Error, CustomStringConvertible {
        /// The name of the document.
        package let document: String
        /// The line that is wrong.
        package let line: String

        /// What is wrong, in one line.
        package var description: String { "\(document): expected 'kind | text', met '\(line)'" }
    }

    /// The documents, in the order of the file.
    package private(set) var documents: [AnnotatedDocument] = []

    /// Reads the content of a file.
    package init(_ content: String) throws(FormatError) {
        for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# ") { continue }
            if line.hasPrefix("== ") {
                documents.append(AnnotatedDocument(id: String(line.dropFirst(3)), text: "", lines: []))
            } else if !documents.isEmpty {
                try documents[documents.count - 1].add(line)
            } else if !line.isEmpty {
                throw FormatError(document: "before the first document", line: String(line))
            }
        }
    }
}

extension BlockCorpus.AnnotatedDocument {
    fileprivate mutating func add(_ line: Substring) throws(BlockCorpus.FormatError) {
        defer { text += "\n" }
        guard !line.isEmpty else { return }
        guard let bar = line.firstRange(of: " | ") else {
            throw BlockCorpus.FormatError(document: id, line: String(line))
        }
        let kinds = line[..<bar.lowerBound].split(separator: "/").map { Block.Kind(rawValue: String($0)) }
        guard !kinds.isEmpty, !kinds.contains(nil) else {
            throw BlockCorpus.FormatError(document: id, line: String(line))
        }
        let start = text.utf8.count
        text += line[bar.upperBound...]
        lines.append(BlockCorpus.Line(span: ByteSpan(start, text.utf8.count), kinds: kinds.compactMap(\.self)))
    }
}
