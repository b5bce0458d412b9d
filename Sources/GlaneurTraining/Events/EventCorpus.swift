package import GlaneurCore

/// Passages and the events they state, to measure with.
///
///     ## fr-01
///     Peter Bannon a quitté Tesla en août.
///     > departure [a quitté] person=Peter Bannon from=Tesla date=en août
///
/// A document is its id, whose first part is the language, its text with one paragraph a line, and a line for each event; `>?`
/// marks one that may be left out. Lines behind `# ` are comments.
package struct EventCorpus: Sendable {
    /// Someone or something that has a part in an event of gold.
    package struct Argument: Sendable, Hashable {
        /// The part: `person`, `org`, `amount`.
        package var role: String
        /// The words of the text.
        package var text: String
    }

    /// An event of gold.
    package struct Event: Sendable {
        /// What happens: `departure`, `order`.
        package var type: String
        /// The words that tell it.
        package var trigger: String
        /// Where in the text these words stand, at least once.
        package var places: [ByteSpan]
        /// Who and what has a part in it, as written.
        package var arguments: [Argument]
        /// Whether it may be left out.
        package var isOptional: Bool
    }

    /// A document and its events.
    package struct AnnotatedDocument: Sendable {
        /// Its identity in the file: `fr-01`.
        package var id: String
        /// Its text.
        package var text: String = ""
        /// Its events, as written.
        package var events: [Event] = []

        /// The language that the first part of the id says.
        package var language: Language { Language(code: String(id.prefix { $0 != "-" })) }

        /// Whether it belongs to the third of the documents that nothing is tuned on.
        package var isOfCheckHalf: Bool {
            id.split(separator: "-").last.flatMap { Int($0) }.map { $0.isMultiple(of: 3) } ?? false
        }

        /// The document as it goes into the pipeline, its language declared.
        package var document: Document {
            Document(id: id, text: text, declaring: language)
        }
    }

    /// The types an event of gold can have: those of the output schema.
    package static let types = [
        "appointment", "departure", "joining", "dismissal", "position", "founding", "shutdown", "acquisition",
        "partnership", "order", "supply", "diversion", "funding", "valuation", "spending", "lawsuit", "investigation",
        "price-move",
    ]
    /// The roles an argument of gold can have.
    package static let roles = [
        "person", "role", "org", "from", "to", "product", "amount", "quantity", "date", "place", "party",
    ]

    /// The documents, in the order of the file.
    package private(set) var documents: [AnnotatedDocument] = []

    /// Reads the content of a file; what is no event of the text is told with its line.
    package init(_ content: [UInt8], path: String) throws(NameCorpus.FormatError) {
        for (index, line) in String(decoding: content, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() where !line.isEmpty && !line.hasPrefix("# ") {
            do {
                try read(line)
            } catch {
                throw NameCorpus.FormatError(path: path, line: index + 1, reason: error.reason)
            }
        }
    }

    /// What is wrong with a line.
    private struct LineError: Error {
        var reason: String
    }

    private mutating func read(_ line: Substring) throws(LineError) {
        if line.hasPrefix("## ") {
            let id = String(line.dropFirst(3))
            guard !documents.contains(where: { $0.id == id }) else {
                throw LineError(reason: "the id '\(id)' stands twice")
            }
            documents.append(AnnotatedDocument(id: id))
            return
        }
        guard var document = documents.popLast() else { throw LineError(reason: "expected '## ' and an id") }
        defer { documents.append(document) }
        if line.hasPrefix(">") {
            document.events.append(try EventCorpus.event(line.dropFirst(), in: document.text))
        } else if document.events.isEmpty {
            if !document.text.isEmpty { document.text += "\n\n" }
            document.text += line
        } else {
            throw LineError(reason: "text behind an event; expected '> ' or '## '")
        }
    }

    /// The event that a line tells behind its `>`.
    private static func event(_ line: Substring, in text: String) throws(LineError) -> Event {
        let isOptional = line.first == "?"
        guard let open = line.firstIndex(of: "["), let close = line.firstIndex(of: "]"), open < close,
            let type = line[..<open].split(separator: " ").last.map(String.init), types.contains(type)
        else { throw LineError(reason: "an event is > TYPE [trigger] role=text …, a type departure, order …") }
        let trigger = String(line[line.index(after: open)..<close])
        let places = WholeWords.places(of: trigger, in: text)
        guard !places.isEmpty else { throw LineError(reason: "no '\(trigger)' in the text") }
        var arguments: [Argument] = []
        for word in line[line.index(after: close)...].split(separator: " ") {
            if let equals = word.firstIndex(of: "="), roles.contains(String(word[..<equals])) {
                arguments.append(
                    Argument(role: String(word[..<equals]), text: String(word[word.index(after: equals)...])))
            } else if let last = arguments.indices.last {
                arguments[last].text += " \(word)"
            } else {
                throw LineError(reason: "no role: '\(word)'")
            }
        }
        for argument in arguments where WholeWords.places(of: argument.text, in: text).isEmpty {
            throw LineError(reason: "no '\(argument.text)' in the text")
        }
        return Event(type: type, trigger: trigger, places: places, arguments: arguments, isOptional: isOptional)
    }
}
