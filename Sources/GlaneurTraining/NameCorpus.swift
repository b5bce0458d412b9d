import Glaneur
package import GlaneurCore
import GlaneurLexicon

/// Documents whose names are annotated, to train on or to measure with.
package struct NameCorpus: Sendable {
    /// A name in gold.
    package struct Name: Sendable, Hashable {
        /// The bytes of the text.
        package var span: ByteSpan
        /// What it is.
        package var label: Label
        /// The id of the thing it names, where the file tells it.
        package var entity: String?

        /// Makes a name.
        package init(span: ByteSpan, label: Label, entity: String? = nil) {
            self.span = span
            self.label = label
            self.entity = entity
        }
    }

    /// A document and its names.
    package struct AnnotatedDocument: Sendable {
        /// Its identity in the file.
        package var id: String
        /// Its language; undetermined where the file does not say.
        package var language: Language
        /// Its text.
        package var text: String
        /// Its names, in order and without overlap.
        package var names: [Name]

        /// The document as it goes into the pipeline, its language declared where the file says it.
        package var document: Document {
            Document(id: id, text: text, declaring: language)
        }
    }

    /// What is wrong with a file, and where.
    package struct FormatError: Error, CustomStringConvertible {
        /// The file.
        package let path: String
        /// The line, from 1.
        package let line: Int
        /// What is wrong.
        package let reason: String

        /// What is wrong, in one line.
        package var description: String { "\(path):\(line): \(reason)" }
    }

    /// The documents, in the order of the files.
    package internal(set) var documents: [AnnotatedDocument] = []
    /// Whether names other than of persons, organisations and places are annotated.
    package private(set) var marksOthers = false

    /// Reads the content of a file in one of three formats, by the ending of its name.
    ///
    /// - `.jsonl`: one document a line with `text`, `lang`, `id` and `ents`, a list of objects with `start`, `end` (code points)
    ///   and `label`;
    /// - `.conll`: a word and its tag (`B-PER`, `I-PER`, `O`) a line, an empty line between sentences, `-DOCSTART-` between
    ///   documents; the text is put together with the usual spaces;
    /// - `.txt`: text with marked names, `[[Elon Musk|PER]]` or, with the id of the thing, `[[Musk|PER|elon-musk]]`; an empty line
    ///   between documents, comments behind `# `, the id of a document in a line of its own behind `## `.
    ///
    /// - Parameter language: the language of a file that does not say.
    package init(_ content: [UInt8], path: String, language: Language) throws(FormatError) {
        if path.hasSuffix(".jsonl") {
            try readRecords(content, path: path, language: language)
        } else if path.hasSuffix(".conll") {
            try readColumns(String(decoding: content, as: UTF8.self), path: path, language: language)
        } else {
            try readMarkedText(String(decoding: content, as: UTF8.self), path: path, language: language)
        }
        let basic: Set<Label> = [.person, .organization, .location]
        marksOthers = documents.contains { $0.names.contains { !basic.contains($0.label) } }
    }

    static func label(_ name: some StringProtocol) -> Label? {
        Label(rawValue: String(name)).flatMap { $0.isName ? $0 : nil }
    }

    // MARK: Records

    private mutating func readRecords(
        _ content: [UInt8], path: String, language: Language
    ) throws(FormatError) {
        var start = 0
        var line = 0
        while start < content.count {
            line += 1
            let end = content[start...].firstIndex(of: 0x0A) ?? content.count
            defer { start = end + 1 }
            if content[start..<end].allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { continue }
            let record: JSONValue
            do {
                record = try JSONParser.parse(content, in: start..<end)
            } catch {
                throw FormatError(path: path, line: line, reason: "no JSON: expected \(error.expected)")
            }
            guard let text = record["text"]?.string(in: content) else {
                throw FormatError(path: path, line: line, reason: "a record needs a string 'text'")
            }
            documents.append(
                AnnotatedDocument(
                    id: record["id"]?.string(in: content) ?? "\(path):\(line)",
                    language: record["lang"]?.string(in: content).map { Language(code: $0) } ?? language, text: text,
                    names: try names(record, in: content, text: text, path: path, line: line)))
        }
    }

    private func names(
        _ record: JSONValue, in content: [UInt8], text: String, path: String, line: Int
    ) throws(FormatError) -> [Name] {
        guard case .array(let rows) = record["ents"] else { return [] }
        // The byte offset of each code point and of the end.
        var offsets: [Int] = []
        offsets.reserveCapacity(text.utf8.count + 1)
        var offset = 0
        for scalar in text.unicodeScalars {
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        var names: [Name] = []
        for row in rows {
            guard let start = row["start"]?.integer(in: content), let end = row["end"]?.integer(in: content),
                start >= 0, start < end, end < offsets.count
            else { throw FormatError(path: path, line: line, reason: "an entry of 'ents' has no span of the text") }
            guard let name = row["label"]?.string(in: content), let label = Label(rawValue: name) else {
                throw FormatError(path: path, line: line, reason: "an entry of 'ents' has no label that is known")
            }
            if label.isName { names.append(Name(span: ByteSpan(offsets[start], offsets[end]), label: label)) }
        }
        names.sort { $0.span < $1.span }
        return names
    }

    // MARK: Columns

    /// A file whose documents have more sentences on average is a collection of sentences that have nothing to do with one another.
    private static let longestDocument = 200

    private mutating func readColumns(
        _ content: String, path: String, language: Language
    ) throws(FormatError) {
        var builder = SpacedText()
        func finish(_ corpus: inout NameCorpus) {
            defer { builder = SpacedText() }
            guard !builder.text.isEmpty else { return }
            corpus.documents.append(
                AnnotatedDocument(
                    id: "\(path):\(corpus.documents.count + 1)", language: language, text: builder.text,
                    names: builder.names))
        }
        let lines = content.split(separator: "\n", omittingEmptySubsequences: false)
        let sentences = lines.count { $0.isEmpty }
        let starts = lines.count { $0.hasPrefix("-DOCSTART-") }
        let isCollection = sentences > (starts + 1) * NameCorpus.longestDocument
        for (index, line) in lines.enumerated() {
            let fields = line.split(whereSeparator: { $0 == "\t" || $0 == " " })
            guard let word = fields.first, let tag = fields.last else {
                builder.endSentence()
                if isCollection { finish(&self) }
                continue
            }
            if word == "-DOCSTART-" {
                finish(&self)
                continue
            }
            let parts = tag.split(separator: "-", maxSplits: 1)
            let label = parts.count == 2 ? NameCorpus.label(parts[1]) : nil
            guard fields.count >= 2, tag == "O" || label != nil && (parts[0] == "B" || parts[0] == "I") else {
                throw FormatError(path: path, line: index + 1, reason: "expected a word and a tag such as B-PER or O")
            }
            builder.append(word, label: label, begins: parts[0] == "B")
        }
        finish(&self)
    }
}

/// Words put together to a text, with spaces where they usually stand.
private struct SpacedText {
    private(set) var text = ""
    private(set) var names: [NameCorpus.Name] = []
    private var previous: Substring = ""
    private var quotes = 0
    private var isOpen = false
    private var previousLabel: Label?

    /// Ends the sentence: the next one begins on a line of its own.
    mutating func endSentence() {
        guard !text.isEmpty, !text.hasSuffix("\n") else { return }
        text += "\n"
        previous = ""
        quotes = 0
        previousLabel = nil
    }

    /// Adds a word.
    mutating func append(_ word: Substring, label: Label?, begins: Bool) {
        let isQuote = word == "\""
        if isQuote { quotes += 1 }
        if !previous.isEmpty, !joins(word, isClosing: isQuote && quotes % 2 == 0) { text += " " }
        let start = text.utf8.count
        text += word
        let end = text.utf8.count
        if let label {
            if !begins, previousLabel == label, let last = names.last {
                names[names.count - 1].span = ByteSpan(last.span.start, end)
            } else {
                names.append(NameCorpus.Name(span: ByteSpan(start, end), label: label))
            }
        }
        previousLabel = label
        previous = isQuote && quotes % 2 == 1 ? "(" : word
    }

    private func joins(_ word: Substring, isClosing: Bool) -> Bool {
        if isClosing { return true }
        if [",", ".", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "n't", "'", "''", "'re", "'ve", "'ll", "'d", "'m"]
            .contains(word)
        {
            return true
        }
        return ["(", "[", "$", "``", "#"].contains(previous)
    }
}
