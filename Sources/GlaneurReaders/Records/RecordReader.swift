import GlaneurCore

/// Reads the documents of JSON lines: an object a line, with `text` and perhaps `id lang title published url outlet authors`.
///
/// Document lines of our own output are such records too. A line that is none is a failure, and the next lines go on.
final class RecordReader: DocumentSource {
    private let lines: LineReader
    private let label: ContentLabel
    private var recordNumber = 0
    private var isFinished = false

    init(lines: LineReader, label: ContentLabel) {
        self.lines = lines
        self.label = label
    }

    /// Returns the next record, nothing at the end.
    func next() -> Result<Document, StageFailure>? {
        while !isFinished {
            do throws(InputError) {
                guard let line = try lines.next() else { return nil }
                if !line.isTooLong, isBlank(line) { continue }
                recordNumber += 1
                do throws(StageFailure) {
                    return .success(try document(line))
                } catch {
                    return .failure(error)
                }
            } catch {
                isFinished = true
                return .failure(label.failure(lines.failure ?? ReadError(.unreadable, error.message)))
            }
        }
        return nil
    }

    private var generatedID: String { label.id(ofRecord: recordNumber) }

    private func isBlank(_ line: LineReader.Line) -> Bool {
        lines.buffer[line.range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }

    private func document(_ line: LineReader.Line) throws(StageFailure) -> Document {
        guard !line.isTooLong else { throw failure(.tooLarge, line, "\(line.count) bytes in one line") }
        // Spans have 32 bits, so the places of records further on could not be told.
        guard line.offset + line.count <= UInt32.max else {
            isFinished = true
            throw failure(.tooLarge, line, "records beyond 4 GiB cannot be placed; split the file")
        }
        let bytes = lines.buffer
        let range = withoutMark(line)
        let record: JSONValue
        do throws(JSONParser.Failure) {
            record = try JSONParser.parse(bytes, in: range)
        } catch {
            let offset = line.offset + error.offset - line.range.lowerBound
            throw failure(.badRecord, line, "expected \(error.expected) at byte \(offset)")
        }
        guard case .object = record else { throw failure(.badRecord, line, "expected an object") }
        guard case .string(let text)? = record["text"] else {
            throw failure(.badRecord, line, "expected a string under the key \"text\"")
        }
        let id = record["id"]?.string(in: bytes).flatMap { $0.isEmpty ? nil : $0 } ?? generatedID
        guard !text.span.isEmpty else {
            throw StageFailure(.empty, stage: .read, document: id, message: place(line) + "no text", span: span(line))
        }
        let (decoded, alignment) = text.decodedWithAlignment(from: bytes)
        let provenance = Provenance(
            path: label.path, member: label.member, bytes: span(line), sha256: Digest.sha256(bytes[line.range]),
            mediaType: "text/plain")
        return Document(
            id: id, bytes: decoded, provenance: provenance, metadata: Metadata(record: record, in: bytes),
            origin: Origin(steps: [alignment.movingSource(by: line.offset - line.range.lowerBound)]))
    }

    /// The bytes of a line without the byte order mark that may begin a file.
    private func withoutMark(_ line: LineReader.Line) -> Range<Int> {
        let hasMark = line.offset == 0 && lines.buffer[line.range].starts(with: [0xEF, 0xBB, 0xBF])
        return hasMark ? line.range.dropFirst(3).startIndex..<line.range.upperBound : line.range
    }

    private func span(_ line: LineReader.Line) -> ByteSpan { ByteSpan(line.offset, line.offset + line.count) }

    private func place(_ line: LineReader.Line) -> String {
        "\(label.name), line \(line.number), byte \(line.offset): "
    }

    private func failure(_ code: StageFailure.Code, _ line: LineReader.Line, _ message: String) -> StageFailure {
        let isPlaceable = line.offset + line.count <= UInt32.max
        return StageFailure(
            code, stage: .read, document: generatedID, message: place(line) + message,
            span: isPlaceable ? span(line) : nil)
    }
}

extension Metadata {
    /// Takes what a record says beside its text; what is no string is passed over.
    fileprivate init(record: JSONValue, in bytes: [UInt8]) {
        func string(_ key: String) -> String? {
            record[key]?.string(in: bytes).flatMap { $0.isEmpty ? nil : $0 }
        }
        let authors: [String]
        switch record["authors"] {
        case .array(let elements): authors = elements.compactMap { $0.string(in: bytes) }
        case .some(let value): authors = value.string(in: bytes).map { [$0] } ?? []
        case nil: authors = []
        }
        // `und` and `mul` are what a language stage writes when it could not tell: nothing is declared by them.
        let language = string("lang").flatMap { ["und", "mul"].contains($0) ? nil : Language(code: $0) }
        self.init(
            title: string("title"), published: string("published"), url: string("url"), outlet: string("outlet"),
            authors: authors, declaredLanguage: language)
    }
}

extension Alignment {
    /// The same alignment with a source that begins `offset` bytes later.
    func movingSource(by offset: Int) -> Alignment {
        let moved = runs.map { run in
            Run(
                output: run.output, source: UInt64(Int(run.source) + offset), outputUnit: run.outputUnit,
                sourceUnit: run.sourceUnit)
        }
        return Alignment(runs: moved, outputCount: outputCount) ?? self
    }
}
