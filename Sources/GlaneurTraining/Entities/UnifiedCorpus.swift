package import Glaneur
package import GlaneurCore
import GlaneurCorpus
import GlaneurWriters
import Glibc

/// Which entity each id of each document is, once the corpus is unified.
///
/// What is measured is what users get: the documents are written as lines, and `unify` reads them.
package struct UnifiedCorpus: Sendable {
    private let ids: FinalIDs

    /// Unifies annotated documents.
    package init(_ documents: [Document], pipeline: Pipeline) throws {
        var template = Array("\(ScratchFile.folder)/glaneur-entities-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw CannotUnify() }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let lines = "\(folder)/documents.jsonl"
        defer {
            _ = unlink(lines)
            _ = rmdir(folder)
        }
        try UnifiedCorpus.write(documents, to: lines, writer: pipeline.lineWriter)
        let knowledge = CorpusKnowledge(lexicon: pipeline.lexicon)
        ids = try CorpusUnification(files: [lines], knowledge: knowledge).unified().finalIDs
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

    /// The entity that an id means in a document.
    package func entity(of id: String, in document: String) -> String {
        ids.id(id, inDocument: document)
    }

    /// The folder for temporary files could not be written.
    private struct CannotUnify: Error, CustomStringConvertible {
        var description: String { "\(ScratchFile.folder): cannot make a folder for the lines to unify" }
    }
}
