import GlaneurCore
import GlaneurReaders
import GlaneurWriters

/// What a run has made, in figures: what `glaneur stats` answers.
package struct CorpusStatistics: Sendable {
    /// What the run report says; nothing where there is none.
    let run: RunRecord?
    /// What the lines say; nothing where only a report was given.
    let lines: LineCounts?
    /// The number of entities; nothing where no file of them was found.
    let entities: Int?
    /// The entities of most documents.
    let topEntities: [EntityRow]

    private static let errorSchema = "glaneur.error/1"

    /// Reads what a run has left: a folder, document lines with what lies beside them, or a run report.
    ///
    /// - Parameter top: the most entities that are kept.
    package init(path: String, top: Int) throws {
        let files = try RunFiles(path)
        run = try files.report.map { path throws(InputError) in try RunRecord(path: path) }
        var counts = LineCounts()
        for file in files.documents {
            try CorpusStatistics.forEachLine(of: file) { line, bytes, count in
                guard line["schema"]?.string(in: bytes) == CorpusFiles.documentSchema else { return }
                counts.add(line, in: bytes, lineBytes: count + 1)
            }
        }
        if let errors = files.errors {
            try CorpusStatistics.forEachLine(of: errors) { line, bytes, _ in
                guard line["schema"]?.string(in: bytes) == CorpusStatistics.errorSchema else { return }
                counts.addFailure(line, in: bytes)
            }
        }
        lines = files.documents.isEmpty && files.errors == nil ? nil : counts
        if files.report == nil, counts.total.documents == 0, counts.failures.isEmpty {
            throw InputError(.missing, path: path, message: "no document lines")
        }
        guard let path = files.entities else {
            entities = nil
            topEntities = []
            return
        }
        var rows = TopList<EntityRow>(limit: top) { $0.precedes($1) }
        var number = 0
        try CorpusStatistics.forEachLine(of: path) { line, bytes, _ in
            guard line["schema"]?.string(in: bytes) == CorpusFiles.entitySchema else { return }
            number += 1
            // The line itself is not shown.
            if let row = EntityRow(line, in: bytes, range: 0..<0) { rows.add(row) }
        }
        entities = number
        topEntities = rows.sorted()
    }

    /// The stages that the report knows of, in their order.
    var stages: [(name: StageName, count: RunStatistics.StageCount)] {
        run?.statistics.stagesInOrder ?? []
    }

    /// The documents of lines that the report does not know of, or the other way round; 0 where they agree.
    var missingLines: Int {
        guard let run, let lines else { return 0 }
        return run.statistics.documentsOut - lines.total.documents
    }

    /// Calls `body` with each line of a file; a file may be empty.
    private static func forEachLine(
        of path: String, _ body: (_ line: JSONValue, _ bytes: [UInt8], _ count: Int) -> Void
    ) throws {
        let reader = try LineReader(path: path)
        while let line = try reader.next() {
            guard !line.range.isEmpty else { continue }
            do throws(JSONParser.Failure) {
                body(try JSONParser.parse(reader.buffer, in: line.range), reader.buffer, line.count)
            } catch {
                throw InputError(
                    .missing, path: path, message: "line \(line.number): no JSON: expected \(error.expected)")
            }
        }
    }
}
