import Dispatch
import GlaneurCore
package import GlaneurCorpus
import GlaneurReaders
package import GlaneurWriters
import Synchronization

/// Reads document lines and writes the entities of their corpus: what `glaneur unify` does, and `annotate` at its end.
///
/// It knows nothing but the lines, so that the lines of many machines can be unified together, in any order.
package struct CorpusUnification: Sendable {
    private let files: [String]
    private let knowledge: CorpusKnowledge
    private let memory: Int
    private let duplicates: String?
    private let care: OutputFile.Care
    private let tasks: Int

    /// Prepares to unify some files of document lines.
    ///
    /// - Parameters:
    ///   - files: paths, or `-` for standard input.
    ///   - memory: the bytes taken before temporary files are used.
    ///   - duplicates: the file that duplicate documents are written to; they are not looked for without one.
    ///   - tasks: with two, duplicates are looked for while entities are joined, each reading the lines by itself; it never
    ///     changes the output.
    ///   - care: how safely the files are written.
    package init(
        files: [String], knowledge: CorpusKnowledge, memory: Int = SortedRuns.defaultMemory, duplicates: String? = nil,
        tasks: Int = 1, care: OutputFile.Care = .passing
    ) {
        self.files = files
        self.knowledge = knowledge
        self.memory = memory
        self.duplicates = duplicates
        self.care = care
        // Standard input can be read once only.
        self.tasks = files.contains("-") ? 1 : tasks
    }

    /// Reads the lines, writes down the duplicates among them and joins their entities.
    package func unified() throws -> Unification {
        guard let duplicates, tasks > 1 else { return try unified(findingDuplicates: duplicates) }
        // Reading the lines is a sixth of the work on either side, which is what doing it twice costs.
        let side = Outcome()
        let work = DispatchGroup()
        DispatchQueue.global().async(group: work) {
            do {
                try findDuplicates(to: duplicates)
            } catch {
                side.failure.withLock { $0 = error }
            }
        }
        let unification: Unification
        do {
            unification = try unified(findingDuplicates: nil)
        } catch {
            work.wait()
            throw error
        }
        work.wait()
        if let failure = side.failure.withLock({ $0 }) { throw failure }
        return unification
    }

    /// What went wrong on another thread.
    private final class Outcome: Sendable {
        let failure = Mutex<(any Error)?>(nil)
    }

    private func unified(findingDuplicates duplicates: String?) throws -> Unification {
        var collector = EntityCollector(knowledge: knowledge, memory: memory)
        var finder = duplicates == nil ? nil : try DuplicateFinder(memory: memory / 2)
        try forEachLine { line, bytes in
            try collector.add(line, in: bytes)
            try finder?.add(line, in: bytes)
        }
        if let duplicates, let finder = finder.take() { try DuplicateFile.write(finder, to: duplicates, care: care) }
        return try Unification(collector)
    }

    private func findDuplicates(to output: String) throws {
        var finder = try DuplicateFinder(memory: memory / 2)
        try forEachLine { line, bytes in try finder.add(line, in: bytes) }
        try DuplicateFile.write(finder, to: output, care: care)
    }

    private func forEachLine(_ body: (DocumentLine, [UInt8]) throws -> Void) throws {
        for file in files {
            try CorpusUnification.forEachLine(of: file) { line, bytes, _ in
                if let line { try body(line, bytes) }
            }
        }
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
