package import GlaneurCore

/// Reads a stream of JSON lines for an answer to each line: exactly one document or failure for every line, blank ones too.
///
/// What is made of a line does not depend on the lines before it, so that it does not matter how a stream is cut into
/// partitions: raw offsets count from the first byte of the line, and ids are not compared. Only a record without an
/// `id` has the number of its line in one: `-#3`. A byte order mark may begin any line, since any may be the first. A stream may go on for ever.
package final class RecordStream: DocumentSource {
    private let lines: LineReader
    private let parser = RecordParser(label: ContentLabel(path: "-", isStream: true))
    private var isFinished = false
    /// What ended the stream before its end.
    package private(set) var failure: InputError?

    /// Reads standard input.
    ///
    /// - Parameter limit: the most bytes of a line; a longer one is a failure of which nothing is kept.
    package convenience init(limit: Int) {
        self.init(lines: LineReader(descriptor: 0, name: "-", limit: limit))
    }

    init(lines: LineReader) { self.lines = lines }

    /// The bytes of the lines handed on, with their line ends.
    package var bytesRead: Int { lines.position }

    /// Whether the next line is there, or is known not to come, without waiting for whoever writes the stream.
    package var isReady: Bool { isFinished || lines.isReady }

    /// Returns what the next line is, nothing at the end.
    package func next() -> Result<Document, StageFailure>? {
        guard !isFinished else { return nil }
        do throws(InputError) {
            guard let line = try lines.next(), !Task.isCancelled else {
                isFinished = true
                return nil
            }
            return document(line)
        } catch {
            isFinished = true
            failure = error
            return nil
        }
    }

    private func document(_ line: LineReader.Line) -> Result<Document, StageFailure> {
        let id = parser.label.id(ofRecord: line.number)
        do throws(StageFailure) {
            guard !line.isTooLong else {
                throw StageFailure(.tooLarge, stage: .read, document: id, message: "\(line.count) bytes in one line")
            }
            guard !RecordParser.isBlank(lines.buffer, line.range) else {
                throw StageFailure(.empty, stage: .read, document: id, message: "a blank line")
            }
            return .success(try parser.document(lines.buffer, in: line.range, offset: 0, generatedID: id, place: ""))
        } catch {
            let provenance = Provenance(
                path: parser.label.path, bytes: ByteSpan(0, min(line.count, Int(UInt32.max))),
                sha256: line.sha256 ?? Digest.sha256(lines.buffer[line.range]), mediaType: "application/x-ndjson")
            return .failure(StageFailure(error, provenance: provenance))
        }
    }
}
