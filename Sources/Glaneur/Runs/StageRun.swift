import GlaneurCore
import GlaneurReaders
package import GlaneurWriters

/// Runs one stage alone: stage lines in, stage lines out.
///
/// `read` takes files instead of lines, `write` gives document lines. A chain of all stages gives byte for byte what
/// `annotate` gives. A path that holds no stage lines, a page or a folder, goes through the stages before first.
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
        var sink = StageSink(output: output, pipeline: pipeline, writesDocuments: name == .write)
        if readsFiles {
            var reader = try InputReader(paths: paths, limits: pipeline.configuration.readLimits)
            while let document = reader.next() { try sink.write(applied(to: document), failure: failure) }
            return try sink.finish()
        }
        let parser = StageLineReader(stage: name)
        var rest = paths[...]
        while let path = rest.first {
            // Files that stand beside one another are read as one input, so that no two documents have one id.
            let files = rest.prefix { !StageRun.hasStageLines($0) }
            if !files.isEmpty {
                var reader = try InputReader(paths: Array(files))
                while let document = reader.next() { try sink.write(annotated(document), failure: failure) }
                rest = rest.dropFirst(files.count)
                continue
            }
            let reader = try LineReader(path: path)
            while let line = try reader.next() {
                guard !line.range.isEmpty else { continue }
                let bytes = Array(reader.buffer[line.range])
                try sink.write(applied(to: StageRun.parse(bytes, with: parser)), failure: failure)
            }
            rest = rest.dropFirst()
        }
        return try sink.finish()
    }

    /// Whether a path is to be read as stage lines: standard input, and what begins with an object that says so.
    private static func hasStageLines(_ path: String) -> Bool {
        if path == "-" { return true }
        guard let head = FileHead.bytes(of: path, count: 256) else { return false }
        let text = head.drop { $0 <= 0x20 || $0 >= 0x80 }
        // An empty file has no lines of any kind; other files of objects are records unless they name a schema of ours.
        return head.isEmpty || text.first == UInt8(ascii: "{") && text.contains("\"glaneur.".utf8)
    }

    private func annotated(_ document: Result<Document, StageFailure>) -> Result<Document, StageFailure> {
        do throws(StageFailure) {
            return .success(try pipeline.annotate(document.get(), through: name))
        } catch {
            return .failure(error)
        }
    }

    private func applied(to document: Result<Document, StageFailure>) -> Result<Document, StageFailure> {
        do throws(StageFailure) {
            var document = try document.get()
            try apply(to: &document)
            return .success(document)
        } catch {
            return .failure(error)
        }
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
            guard document.layers.contains(.relations) else {
                throw StageFailure(
                    .missingLayer, stage: .write, document: document.id, message: "needs relations; run relate first")
            }
        default:
            for stage in pipeline.chain.stages where stage.name == name { try stage.run(on: &document) }
        }
    }
}

/// Writes what a stage makes, one line a document.
private struct StageSink: ~Copyable {
    private var output: OutputFile
    private var json = JSONWriter(capacity: 1 << 16)
    private var failures = 0
    private let stageWriter: StageLineWriter
    private let documentWriter: DocumentLineWriter?

    init(output: consuming OutputFile, pipeline: Pipeline, writesDocuments: Bool) {
        self.output = output
        stageWriter = StageLineWriter(run: pipeline.run)
        documentWriter = writesDocuments ? pipeline.lineWriter : nil
    }

    mutating func write(_ result: Result<Document, StageFailure>, failure: (StageFailure) -> Void) throws {
        switch result {
        case .failure(let error):
            failures += 1
            failure(error)
        case .success(let document):
            if let documentWriter {
                documentWriter.write(document, to: &json)
            } else {
                stageWriter.write(document, to: &json)
            }
            try output.write(json.bytes)
            json.removeAll()
        }
    }

    consuming func finish() throws -> Int {
        let failures = failures
        try output.finish()
        return failures
    }
}
