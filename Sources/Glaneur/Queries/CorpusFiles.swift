import GlaneurCore
import GlaneurReaders
import GlaneurWriters

#if canImport(Glibc)
    import Glibc
#endif

/// The files of a corpus that a question is asked of.
package struct CorpusFiles: Sendable {
    /// The files of document lines; none where a file of entities was given.
    package let documents: [String]
    /// The file of entities; nothing where there is none.
    package let entities: String?

    /// The schemas of the lines that are read.
    static let documentSchema = "glaneur.doc/1"
    static let entitySchema = "glaneur.entity/1"

    /// Finds the files: those in the folder of a run, a file of document lines with what lies beside it, or a file of entities.
    package init(_ path: String) throws {
        var status = stat()
        guard path != "-" else {
            documents = ["-"]
            entities = nil
            return
        }
        guard stat(path, &status) == 0 else {
            throw InputError(.missing, path: path, message: String(cString: strerror(errno)).lowercased())
        }
        if status.st_mode & S_IFMT == S_IFDIR {
            documents = try LineFiles.find([path])
            entities = CorpusFiles.existing((path.hasSuffix("/") ? String(path.dropLast()) : path) + "/entities.jsonl")
        } else if try CorpusFiles.schema(of: path) == CorpusFiles.entitySchema {
            documents = []
            entities = path
        } else {
            documents = [path]
            let name = path.dropLast(OutputCompression(of: path).suffix.count)
            entities = name.hasSuffix(".jsonl") ? CorpusFiles.existing(name.dropLast(6) + ".entities.jsonl") : nil
        }
    }

    /// Calls `body` with each line of a file that has this schema; throws where the file has none.
    static func forEachLine(
        of path: String, schema: String,
        _ body: (_ line: JSONValue, _ bytes: [UInt8], _ range: Range<Int>) throws -> Void
    ) throws {
        let reader = try LineReader(path: path)
        var isEmpty = true
        while let line = try reader.next() {
            guard !line.range.isEmpty else { continue }
            let value: JSONValue
            do throws(JSONParser.Failure) {
                value = try JSONParser.parse(reader.buffer, in: line.range)
            } catch {
                throw InputError(
                    .missing, path: path, message: "line \(line.number): no JSON: expected \(error.expected)")
            }
            guard value["schema"]?.string(in: reader.buffer) == schema else { continue }
            isEmpty = false
            try body(value, reader.buffer, line.range)
        }
        if isEmpty { throw nothing(in: path, schema: schema) }
    }

    /// Makes sure that there is a document line in one of the files; what comes from standard input is not looked at.
    func requireDocuments() throws {
        for path in documents {
            guard path != "-" else { return }
            let reader = try LineReader(path: path)
            while let line = try reader.next() {
                if let value = try? JSONParser.parse(reader.buffer, in: line.range),
                    value["schema"]?.string(in: reader.buffer) == CorpusFiles.documentSchema
                {
                    return
                }
            }
        }
        throw CorpusFiles.nothing(in: documents.first ?? "", schema: CorpusFiles.documentSchema)
    }

    private static func nothing(in path: String, schema: String) -> InputError {
        InputError(.missing, path: path, message: schema == documentSchema ? "no document lines" : "no entity lines")
    }

    private static func existing(_ path: String) -> String? { access(path, R_OK) == 0 ? path : nil }

    /// The schema of the first line of a file; nothing where it has none.
    private static func schema(of path: String) throws -> String? {
        // A pipe can be read once only.
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let reader = try LineReader(path: path)
        guard let line = try reader.next(),
            let value = try? JSONParser.parse(reader.buffer, in: line.range)
        else { return nil }
        return value["schema"]?.string(in: reader.buffer)
    }
}
