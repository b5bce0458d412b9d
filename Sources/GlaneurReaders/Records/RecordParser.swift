import GlaneurCore

/// Makes a document of one JSON object with `text` and perhaps `id lang title published url outlet authors`.
struct RecordParser {
    /// Where records lie and what was said of them.
    let label: ContentLabel
    /// Which records are made documents of; others are failures.
    var shard = Shard.whole

    /// Returns the document of the object in a range of bytes.
    ///
    /// - Parameters:
    ///   - offset: where the first byte of the range counts as lying; raw offsets and messages say so.
    ///   - generatedID: the id where the record brings none.
    ///   - place: what stands in front of messages.
    func document(
        _ bytes: [UInt8], in range: Range<Int>, offset: Int, generatedID: String, place: @autoclosure () -> String
    ) throws(StageFailure) -> Document {
        let span = ByteSpan(offset, offset + range.count)
        func failure(_ code: StageFailure.Code, id: String? = nil, _ message: String) -> StageFailure {
            StageFailure(code, stage: .read, document: id ?? generatedID, message: place() + message, span: span)
        }
        let record: JSONValue
        do throws(JSONParser.Failure) {
            record = try JSONParser.parse(bytes, in: RecordParser.withoutMark(bytes, range, offset: offset))
        } catch {
            throw failure(
                .badRecord, "expected \(error.expected) at byte \(offset + error.offset - range.lowerBound)")
        }
        guard case .object = record else { throw failure(.badRecord, "expected an object") }
        let id = record["id"]?.string(in: bytes).flatMap { $0.isEmpty ? nil : $0 } ?? generatedID
        guard shard.owns(id) else { throw failure(.elsewhere, id: id, "in another shard") }
        guard case .string(let text)? = record["text"] else {
            throw failure(.badRecord, id: id, "expected a string under the key \"text\"")
        }
        guard !text.span.isEmpty else { throw failure(.empty, id: id, "no text") }
        let (decoded, alignment) = text.decodedWithAlignment(from: bytes)
        let provenance = Provenance(
            path: label.path, member: label.member, bytes: span, sha256: Digest.sha256(bytes[range]),
            mediaType: "text/plain")
        return Document(
            id: id, bytes: decoded, provenance: provenance, metadata: Metadata(record: record, in: bytes),
            origin: Origin(steps: [alignment.movingSource(by: offset - range.lowerBound)]))
    }

    /// Whether a line has nothing in it but white space.
    static func isBlank(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }

    /// The bytes of a record without the byte order mark that may begin a file.
    private static func withoutMark(_ bytes: [UInt8], _ range: Range<Int>, offset: Int) -> Range<Int> {
        let hasMark = offset == 0 && bytes[range].starts(with: [0xEF, 0xBB, 0xBF])
        return hasMark ? range.lowerBound + 3..<range.upperBound : range
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
