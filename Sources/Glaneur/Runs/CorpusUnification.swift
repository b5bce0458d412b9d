import GlaneurCore
package import GlaneurCorpus
import GlaneurReaders
package import GlaneurWriters

/// Reads document lines and writes the entities of their corpus: what `glaneur unify` does, and `annotate` at its end.
///
/// It knows nothing but the lines, so that the lines of many machines can be unified together, in any order.
package struct CorpusUnification: Sendable {
    private let files: [String]
    private let knowledge: CorpusKnowledge
    private let memory: Int
    private let duplicates: String?
    private let care: OutputFile.Care

    /// Prepares to unify some files of document lines.
    ///
    /// - Parameters:
    ///   - files: paths, or `-` for standard input.
    ///   - memory: the bytes taken before temporary files are used.
    ///   - duplicates: the file that duplicate documents are written to; they are not looked for without one.
    ///   - care: how safely the files are written.
    package init(
        files: [String], knowledge: CorpusKnowledge, memory: Int = SortedRuns.defaultMemory, duplicates: String? = nil,
        care: OutputFile.Care = .passing
    ) {
        self.files = files
        self.knowledge = knowledge
        self.memory = memory
        self.duplicates = duplicates
        self.care = care
    }

    /// Reads the lines, writes down the duplicates among them and joins their entities.
    package func unified() throws -> Unification {
        var collector = EntityCollector(knowledge: knowledge, memory: memory)
        var finder = duplicates == nil ? nil : try DuplicateFinder(memory: memory / 2)
        for file in files {
            try CorpusUnification.forEachLine(of: file) { line, bytes, _ in
                guard let line else { return }
                try collector.add(line, in: bytes)
                try finder?.add(line, in: bytes)
            }
        }
        if let duplicates, let finder = finder.take() { try DuplicateFile.write(finder, to: duplicates, care: care) }
        return try Unification(collector)
    }

    /// Reads the lines and writes one line an entity; returns the number of entities.
    package func write(to output: String) throws -> Int {
        let unification = try unified()
        try CorpusUnification.write(unification, to: output, care: care)
        return unification.count
    }

    /// Writes one line an entity.
    package static func write(
        _ unification: borrowing Unification, to output: String, care: OutputFile.Care = .passing
    ) throws {
        var json = JSONWriter(capacity: 1 << 16)
        var file = output == "-" ? OutputFile.standardOutput() : try OutputFile(path: output, care: care)
        try unification.forEach { entity in
            EntityLineWriter().write(entity, to: &json)
            try file.write(json.bytes)
            json.removeAll()
        }
        try file.finish()
    }

    /// Calls `body` with each line of a file: what it says, the buffer and where it lies in it; no document where it is another
    /// line.
    static func forEachLine(
        of path: String, _ body: (DocumentLine?, [UInt8], Range<Int>) throws -> Void
    ) throws {
        let reader = try LineReader(path: path)
        while let line = try reader.next() {
            guard !line.isTooLong else {
                throw StageFailure(
                    .tooLarge, stage: .unify, document: nil,
                    message: "\(path):\(line.number): a line of \(line.count) bytes")
            }
            let document: DocumentLine?
            do throws(LineFailure) {
                document = line.range.isEmpty ? nil : try DocumentLine(reader.buffer, in: line.range)
            } catch {
                throw StageFailure(
                    .malformed, stage: .unify, document: nil, message: "\(path):\(line.number): \(error)")
            }
            try body(document, reader.buffer, line.range)
        }
    }
}
