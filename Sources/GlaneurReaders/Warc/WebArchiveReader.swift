package import GlaneurCore

/// Reads the documents of a web archive (WARC, ISO 28500), record by record.
///
/// Documents are the HTML, XHTML and plain text of `response`, `resource` and `conversion` records; of HTTP responses only
/// those of success. A document has the id `path#n`, n counting all records, and as member the record by the offset
/// an index of the archive gives: that of its gzip member, or of its first byte. Raw offsets count from the first byte of the record,
/// so that archives of any size can be told apart in 32 bits; where a content encoding was undone, from the first byte of
/// the decoded body.
///
/// Behind a broken record reading goes on with the next one: with the next line that begins a record, or the next gzip member.
package final class WebArchiveReader: DocumentSource {
    private static let lineMark = Array("\nWARC/1.".utf8)
    private static let separator = Array("\r\n\r\n".utf8)

    private let window: ByteWindow
    private let gzip: GzipSource?
    private let label: ContentLabel
    private let reader: ContentReader
    private var recordNumber = 0
    private var hasGivenAny = false
    private var isFinished = false

    /// Prepares to read a source; `gzip` is where it comes from, if it is compressed.
    init(_ source: any ByteSource, gzip: GzipSource?, label: ContentLabel, reader: ContentReader) {
        window = ByteWindow(source)
        self.gzip = gzip
        self.label = label
        self.reader = reader
    }

    /// Returns the results of bytes that may be anything; for tests that make such bytes up.
    package static func results(of bytes: [UInt8], limits: ReadLimits = .standard) -> [Result<Document, StageFailure>] {
        let archive = WebArchiveReader(
            MemorySource(bytes[...]), gzip: nil, label: ContentLabel(path: "archive.warc"),
            reader: ContentReader(limits: limits, meter: ReadMeter()))
        var results: [Result<Document, StageFailure>] = []
        while let result = archive.next() { results.append(result) }
        return results
    }

    /// Returns the next document or failure; nothing at the end.
    package func next() -> Result<Document, StageFailure>? {
        while !isFinished {
            do throws(StageFailure) {
                guard let document = try readRecord() else { continue }
                hasGivenAny = true
                return .success(document)
            } catch {
                hasGivenAny = true
                return .failure(error)
            }
        }
        guard !hasGivenAny else { return nil }
        hasGivenAny = true
        return .failure(label.failure(.empty, "a web archive without pages or texts"))
    }

    /// Reads one record; nothing where it holds no document.
    private func readRecord() throws(StageFailure) -> Document? {
        while window.reach(1), window[0] == UInt8(ascii: "\r") || window[0] == UInt8(ascii: "\n") { window.advance(1) }
        guard window.reach(1) else {
            let error = window.error
            resynchronize()
            if let error { throw label.failure(error) }
            return nil
        }
        recordNumber += 1
        let place = gzip?.memberStart(at: window.offset) ?? window.offset
        let label = label.webRecord(number: recordNumber, place: "record@\(place)")
        _ = window.reach(HeaderFields.limit)
        guard let record = WebRecord(window[0..<min(window.count, HeaderFields.limit)]) else {
            let error = window.error ?? ReadError(.damaged, "no header of a record at byte \(place)")
            // The first byte is passed over, or the same line would be found again.
            skipToRecord(from: 0)
            throw label.failure(error)
        }
        let end = record.header.count + record.length
        guard record.length <= reader.limits.memberBytes else { return try passOver(record, place, label) }
        // The separator, and the mark of the next record.
        let isComplete = window.reach(end)
        _ = window.reach(end + WebArchiveReader.separator.count + WebRecord.mark.count)
        guard isComplete, isRecordEnd(end) else { throw label.failure(broken(record, place, isComplete: isComplete)) }
        let block = window[record.header.count..<end]
        defer { window.advance(end) }
        guard record.isWanted else { return nil }
        return try document(record, block, label)
    }

    private func document(
        _ record: WebRecord, _ block: ArraySlice<UInt8>, _ label: ContentLabel
    ) throws(StageFailure) -> Document? {
        let payload: WebPayload
        do throws(WebPayload.Reason) {
            payload =
                record.type == "response"
                ? try WebPayload(
                    response: block, from: record.header.count,
                    identified: record.header["warc-identified-payload-type"], limit: reader.limits.memberBytes,
                    layer: reader.watch.layer(packed: block.count))
                : WebPayload(resource: block, from: record.header.count, header: record.header)
        } catch {
            switch error {
            case .passedOver: return nil
            case .failed(let error): throw label.failure(error)
            }
        }
        var label = payload.alignment == nil ? label.member("body") : label
        label.statedType = payload.mediaType
        label.transportCharset = payload.charset
        label.metadata.url = record.url
        let truncation = record.header["warc-truncated"].map { "the archive kept only a part: \($0)" }
        if let message = payload.warning ?? truncation {
            label.warnings.append(Warning(code: "truncated", stage: .read, message: message))
        }
        let type = ContentType(head: payload.bytes, label: label)
        guard type == .html || type == .text else { return nil }
        let start = payload.alignment?.runs.first.map { Int($0.source) } ?? 0
        let span =
            payload.alignment?.sourceSpan(of: ByteSpan(0, payload.bytes.count)) ?? ByteSpan(0, payload.bytes.count)
        var origin = Origin()
        if let alignment = payload.alignment { origin.prepend(alignment) }
        let content = Content(
            label: label, bytes: payload.bytes, span: payload.bytes.isEmpty ? ByteSpan(start, start) : span,
            origin: origin)
        var documents = reader.documents(of: content, type: type)
        return try documents.next()?.get()
    }

    /// Whether what follows a block is what has to: the separator, or empty lines and another record, or nothing.
    ///
    /// Rubbish behind a separator is a failure of its own.
    private func isRecordEnd(_ end: Int) -> Bool {
        var index = end
        while index < window.count, index < end + WebArchiveReader.separator.count,
            window[index] == UInt8(ascii: "\r") || window[index] == UInt8(ascii: "\n")
        {
            index += 1
        }
        guard index < window.count else { return window.error == nil || index > end }
        if window[end..<index].elementsEqual(WebArchiveReader.separator) { return true }
        return index > end && window[index..<window.count].starts(with: WebRecord.mark)
    }

    /// Goes on behind a record that does not end where it says; returns what is wrong with it.
    private func broken(_ record: WebRecord, _ place: Int, isComplete: Bool) -> ReadError {
        let available = window.count - record.header.count
        if let next = window.index(of: WebArchiveReader.lineMark, from: record.header.count - 1) {
            let found = max(0, next + 1 - record.header.count)
            window.advance(next + 1)
            return ReadError(
                .damaged,
                "the record at byte \(place) says it has \(record.length) bytes, the next one begins after \(found)")
        }
        let error = window.error
        skipToRecord(from: record.header.count)
        if let error { return error }
        return isComplete
            ? ReadError(
                .damaged,
                "the record at byte \(place) says it has \(record.length) bytes, but no record follows behind them")
            : ReadError(
                .damaged, "the record at byte \(place) is cut off after \(available) of \(record.length) bytes")
    }

    /// Passes over a record that is larger than a document may be, without keeping it.
    private func passOver(_ record: WebRecord, _ place: Int, _ label: ContentLabel) throws(StageFailure) -> Document? {
        let offset = window.offset
        let end = offset + record.header.count + record.length
        window.advance(record.header.count)
        let isFound = seekMark(before: end)
        let error = window.error
        if window.offset < end {
            guard !isFound else {
                let found = window.offset - offset - record.header.count
                throw label.failure(
                    .damaged,
                    "the record at byte \(place) says it has \(record.length) bytes, the next one begins after \(found)"
                )
            }
            resynchronize()
            throw label.failure(
                error
                    ?? ReadError(.damaged, "the record at byte \(place) is cut off before its \(record.length) bytes"))
        }
        guard record.isWanted else { return nil }
        throw label.failure(
            .tooLarge, "\(record.length) bytes, the limit of one document here is \(reader.limits.memberBytes)")
    }

    /// Goes to the next line that begins a record.
    private func skipToRecord(from index: Int) {
        window.advance(min(index, window.count))
        if !seekMark(before: .max) { resynchronize() }
    }

    /// Moves to the next line that begins a record, or to an offset of the source, or to its end; tells whether it is a record.
    private func seekMark(before end: Int) -> Bool {
        while window.reach(WebArchiveReader.lineMark.count) {
            let next = window.index(of: WebArchiveReader.lineMark, from: 0)
            if let next, window.offset + next + 1 < end {
                window.advance(next + 1)
                return true
            }
            // A mark may be cut by the end of the window.
            let passed = window.count - WebArchiveReader.lineMark.count + 1
            guard window.offset + passed < end else {
                window.advance(end - window.offset)
                return false
            }
            window.advance(passed)
        }
        window.advance(min(window.count, max(0, end - window.offset)))
        return false
    }

    /// Reads on with the next gzip member where the one before is damaged; ends where nothing is left.
    private func resynchronize() {
        guard let error = window.error, error.code == .damaged, let gzip, gzip.resynchronize() else {
            isFinished = true
            return
        }
        window.restart(with: gzip)
    }
}
