import Glaneur
import GlaneurCorpus
import GlaneurTestSupport
import GlaneurWriters

/// Reads any bytes as the lines of JSON that the program reads: records, stage lines, document lines.
struct RecordLaws: FuzzLaws {
    private let reading = ReaderLaws()
    private let pipeline: Pipeline
    private let writer: StageLineWriter

    init() throws {
        pipeline = try Pipeline(Configuration(lexicons: Checkout.lexicons), findsWords: true)
        writer = StageLineWriter(run: pipeline.run)
    }

    func violations(_ bytes: [UInt8]) -> [String] {
        var violations = reading.violations(bytes, as: .file(name: "h.jsonl"))
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            violations += self.violations(stageLine: Array(line))
            // A document line that people have edited is a failure or says something; either way the step goes on.
            _ = try? DocumentLine(Array(line), in: 0..<line.count)
        }
        return violations
    }

    /// What the reader takes, every stage takes, and it is written as it was read.
    private func violations(stageLine line: [UInt8]) -> [String] {
        guard var document = try? StageLineReader().read(line) else { return [] }
        var violations = laws(of: document)
        do {
            if try StageLineReader().read(written(document)) != document {
                violations.append("a stage line is read as it was written")
            }
        } catch {
            violations.append("a stage line that was written can be read: \(error)")
        }
        for stage in pipeline.chain.stages where stage.gives.isDisjoint(with: document.layers) {
            do throws(StageFailure) {
                try stage.run(on: &document)
            } catch {
                return violations
            }
        }
        var json = JSONWriter()
        if document.layers.contains(.relations) { pipeline.lineWriter.write(document, to: &json) }
        return violations + laws(of: document)
    }

    /// Whoever edits the text of a line by hand may leave what it says of a file behind.
    private func laws(of document: Document) -> [String] {
        StageLaws.violations(in: document).filter { !$0.hasSuffix("stands on bytes of the file") }
    }

    private func written(_ document: Document) -> [UInt8] {
        var json = JSONWriter()
        writer.write(document, to: &json)
        return Array(json.bytes)
    }
}
