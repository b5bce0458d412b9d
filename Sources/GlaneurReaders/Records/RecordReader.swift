import GlaneurCore

/// Reads the documents of JSON lines: an object a line, with `text` and perhaps `id lang title published url outlet authors`.
///
/// Document lines of our own output are such records too. A line that is none is a failure, and the next lines go on.
final class RecordReader: DocumentSource {
    private let lines: LineReader
    private let parser: RecordParser
    private var recordNumber = 0
    private var isFinished = false

    init(lines: LineReader, label: ContentLabel, shard: Shard = .whole) {
        self.lines = lines
        parser = RecordParser(label: label, shard: shard)
    }

    /// Returns the next record, nothing at the end.
    func next() -> Result<Document, StageFailure>? {
        while !isFinished {
            do throws(InputError) {
                guard let line = try lines.next() else { return nil }
                if !line.isTooLong, RecordParser.isBlank(lines.buffer, line.range) { continue }
                recordNumber += 1
                do throws(StageFailure) {
                    return .success(try document(line))
                } catch {
                    return .failure(error)
                }
            } catch {
                isFinished = true
                return .failure(parser.label.failure(lines.failure ?? ReadError(.unreadable, error.message)))
            }
        }
        return nil
    }

    private var generatedID: String { parser.label.id(ofRecord: recordNumber) }

    private func document(_ line: LineReader.Line) throws(StageFailure) -> Document {
        guard !line.isTooLong else { throw tooLarge(line, "\(line.count) bytes in one line") }
        // Spans have 32 bits, so the places of records further on could not be told.
        guard line.offset + line.count <= UInt32.max else {
            isFinished = true
            throw tooLarge(line, "records beyond 4 GiB cannot be placed; split the file")
        }
        return try parser.document(
            lines.buffer, in: line.range, offset: line.offset, generatedID: generatedID, place: place(line))
    }

    private func place(_ line: LineReader.Line) -> String {
        "\(parser.label.name), line \(line.number), byte \(line.offset): "
    }

    private func tooLarge(_ line: LineReader.Line, _ message: String) -> StageFailure {
        let isPlaceable = line.offset + line.count <= UInt32.max
        return StageFailure(
            .tooLarge, stage: .read, document: generatedID, message: place(line) + message,
            span: isPlaceable ? ByteSpan(line.offset, line.offset + line.count) : nil)
    }
}
