package import Glaneur
package import GlaneurCore
import GlaneurCorpus
import GlaneurLexicon
import GlaneurReaders
import GlaneurWriters

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Which entity each id of each document is, once the corpus is unified.
///
/// What is measured is what users get: the documents are written as lines, `unify` reads them, and its entity lines are read back.
package struct UnifiedCorpus: Sendable {
    /// The id of the entity by an id that document lines have.
    private var entityOfID: [String: String] = [:]
    /// The same where an id means different things in different documents: by the document, then the id.
    private var entityInDocument: [String: [String: String]] = [:]

    /// Unifies annotated documents.
    package init(_ documents: [Document], pipeline: Pipeline) throws {
        var template = Array("\(TemporaryPlace.folder)/glaneur-entities-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw CannotUnify() }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let (lines, entities) = ("\(folder)/documents.jsonl", "\(folder)/entities.jsonl")
        defer {
            _ = unlink(lines)
            _ = unlink(entities)
            _ = rmdir(folder)
        }
        try UnifiedCorpus.write(documents, to: lines, writer: pipeline.lineWriter)
        _ = try CorpusUnification(files: [lines], knowledge: CorpusKnowledge(lexicon: pipeline.lexicon)).write(
            to: entities)
        let reader = try LineReader(path: entities)
        while let line = try reader.next() {
            let bytes = Array(reader.buffer[line.range])
            add(try JSONParser.parse(bytes), from: bytes)
        }
    }

    private static func write(_ documents: [Document], to path: String, writer: DocumentLineWriter) throws {
        var file = try OutputFile(path: path)
        var json = JSONWriter(capacity: 1 << 16)
        for document in documents {
            writer.write(document, to: &json)
            try file.write(json.bytes)
            json.removeAll()
        }
        try file.finish()
    }

    /// Adds an entity line: its own id, those of `same_as`, and the documents of `only` where it is one of several of a name.
    private mutating func add(_ value: JSONValue, from bytes: [UInt8]) {
        guard let id = value["entity_id"]?.string(in: bytes) else { return }
        func strings(_ key: String) -> [String] { (value[key]?.elements ?? []).compactMap { $0.string(in: bytes) } }
        // An id that was split ends with what tells it from its namesakes, which document lines do not have.
        let ids = strings("same_as") + [String(id.prefix { $0 != "~" })]
        let documents = strings("only")
        if documents.isEmpty {
            for one in ids { entityOfID[one] = id }
        } else {
            for document in documents { for one in ids { entityInDocument[document, default: [:]][one] = id } }
        }
    }

    /// The entity that an id means in a document.
    package func entity(of id: String, in document: String) -> String {
        entityInDocument[document]?[id] ?? entityOfID[id] ?? id
    }

    /// The folder for temporary files could not be written.
    private struct CannotUnify: Error, CustomStringConvertible {
        var description: String { "\(TemporaryPlace.folder): cannot make a folder for the lines to unify" }
    }

    private enum TemporaryPlace {
        static var folder: String {
            getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        }
    }
}
