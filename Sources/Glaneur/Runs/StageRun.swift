import GlaneurCore
package import GlaneurReaders
package import GlaneurWriters

/// Runs one stage alone: stage lines in, stage lines out.
///
/// `read` takes files instead of lines, `write` gives document lines. A chain of all stages gives byte for byte what
/// `annotate` gives.
package struct StageRun: Sendable {
    private let pipeline: Pipeline
    private let name: StageName

    /// Prepares to run a stage, or throws where there is none of this name.
    package init(_ name: String, pipeline: Pipeline) throws(StageFailure) {
        self.name = StageName(rawValue: name)
        self.pipeline = pipeline
        let known = StageCatalog.entries(of: pipeline).map(\.name)
        guard known.contains(self.name) else {
            throw StageFailure(
                .malformed, stage: self.name, document: nil,
                message: "no such stage; there are \(known.map(\.rawValue).joined(separator: ", "))")
        }
    }

    /// Whether the stage reads files of any kind and not stage lines.
    package var readsFiles: Bool { name == .read }

    /// Runs the stage on each line (or file) of the input and writes to `output`; returns the number of failures.
    ///
    /// - Parameter failure: is told each document that was given up.
    package func run(
        paths: [String], output: consuming OutputFile, failure: (StageFailure) -> Void
    ) throws -> Int {
        var output = output
        var failures = 0
        var json = JSONWriter(capacity: 1 << 16)
        let stageWriter = StageLineWriter(run: pipeline.run)
        let lineWriter = DocumentLineWriter(run: pipeline.run, options: pipeline.configuration.output)
        func handle(_ result: Result<Document, StageFailure>) throws {
            do {
                var document = try result.get()
                try apply(to: &document)
                if name == .write {
                    lineWriter.write(document, to: &json)
                } else {
                    stageWriter.write(document, to: &json)
                }
                try output.write(json.bytes)
                json.removeAll()
            } catch let error as StageFailure {
                failures += 1
                failure(error)
            }
        }
        if readsFiles {
            var reader = try InputReader(paths: paths)
            while let document = reader.next() { try handle(document) }
        } else {
            let parser = StageLineReader(stage: name)
            for path in paths {
                var reader = try LineReader(path: path)
                while let line = try reader.next() where !line.range.isEmpty {
                    let bytes = Array(reader.buffer[line.range])
                    try handle(StageRun.parse(bytes, with: parser))
                }
            }
        }
        try output.finish()
        return failures
    }

    private static func parse(_ bytes: [UInt8], with parser: StageLineReader) -> Result<Document, StageFailure> {
        do throws(StageFailure) {
            return .success(try parser.read(bytes))
        } catch {
            return .failure(error)
        }
    }

    private func apply(to document: inout Document) throws(StageFailure) {
        switch name {
        case .read: break
        case .write:
            guard document.layers.contains(.mentions) else {
                throw StageFailure(
                    .missingLayer, stage: .write, document: document.id, message: "needs mentions; run resolve first")
            }
        default:
            for stage in pipeline.chain.stages where stage.name == name { try stage.run(on: &document) }
        }
    }
}
