import GlaneurCore

/// Reads the documents of a table of articles, one a record, as they are asked for.
///
/// The first record names the columns. A record that cannot be read is a failure, and the next ones go on.
final class TableReader: DocumentSource {
    private let label: ContentLabel
    private let bytes: TableBytes
    private let textColumn: String?
    private let separator: UInt8
    /// The charset of the whole table, where it is not UTF-8.
    private let charset: String?
    private var columns: TableColumns?
    private var recordNumber = 0
    private var isFinished = false

    /// Prepares to read a table.
    ///
    /// - Parameters:
    ///   - separator: what stands between cells; told from the first line where it is nothing.
    ///   - textColumn: the name of the column that holds the text, where somebody said it.
    init(_ stream: ContentStream, separator: UInt8?, textColumn: String?) {
        label = stream.label
        bytes = TableBytes(stream)
        self.textColumn = textColumn
        charset =
            bytes.isDecoded ? nil : stream.label.transportCharset ?? FileCharset.label(ofHead: stream.head)
        self.separator = separator ?? TableReader.separator(in: bytes.head)
    }

    /// Returns the next record, nothing at the end.
    func next() -> Result<Document, StageFailure>? {
        while !isFinished {
            do throws(StageFailure) {
                guard let row = try row() else { return nil }
                // A line with nothing on it is no record.
                if row.cells.count == 1, row.cells[0].range.isEmpty { continue }
                guard let columns else {
                    columns = try readHeader(row)
                    continue
                }
                recordNumber += 1
                return .success(try document(row, columns))
            } catch {
                return .failure(error)
            }
        }
        return nil
    }

    /// Reads the next record; what ends all reading is told once.
    private func row() throws(StageFailure) -> TableRow? {
        do throws(ReadError) {
            switch try bytes.next(separator: separator) {
            case .row(let row): return row
            case .end:
                isFinished = true
                return nil
            }
        } catch {
            isFinished = true
            throw label.failure(error)
        }
    }

    private func readHeader(_ row: TableRow) throws(StageFailure) -> TableColumns {
        let header = row.cells.map { AlignedText.collapsed(string($0, row).utf8) }
        do throws(TableColumns.Missing) {
            return try TableColumns(header: header, textColumn: textColumn)
        } catch {
            isFinished = true
            throw label.failure(.badRecord, error.message)
        }
    }

    private func string(_ cell: TableRow.Cell, _ row: TableRow) -> String {
        EncodedWords.string(bytes.text(cell, of: row).bytes, charset: charset)
    }

    private func document(_ row: TableRow, _ columns: TableColumns) throws(StageFailure) -> Document {
        let span = bytes.place(row.range)
        let stated = columns[.id].flatMap { $0 < row.cells.count ? string(row.cells[$0], row) : nil }
        let id = stated.flatMap(ownID) ?? label.id(ofRecord: recordNumber)
        func failure(_ code: StageFailure.Code, _ message: String) -> StageFailure {
            StageFailure(
                code, stage: .read, document: id, message: "\(label.name), record \(recordNumber): \(message)",
                span: span)
        }
        guard let span else { throw failure(.tooLarge, "records beyond 4 GiB cannot be placed; split the file") }
        guard columns.text < row.cells.count else {
            throw failure(.badRecord, "\(row.cells.count) cells, the text is the \(columns.text + 1)th")
        }
        let text = bytes.text(row.cells[columns.text], of: row)
        guard text.bytes.contains(where: { $0 > 0x20 }) else { throw failure(.empty, "no text") }
        var provenance = Provenance(
            path: label.path, member: label.member, bytes: span, sha256: Digest.sha256(bytes.contents(row.range)),
            mediaType: TextStart.isPage(text.bytes) ? "text/html" : "text/plain")
        provenance.transportCharset = charset
        var metadata = columns.metadata { $0 < row.cells.count ? string(row.cells[$0], row) : nil }
        metadata.fill(from: label.metadata)
        var origin = bytes.origin
        origin.prepend(text.alignment)
        return Document(id: id, bytes: text.bytes, provenance: provenance, metadata: metadata, origin: origin)
    }

    /// The id that a record brings; numbers and dates get the name of the table before them, as ids look like neither.
    private func ownID(_ stated: String) -> String? {
        guard !stated.isEmpty else { return nil }
        let hasLetter = stated.unicodeScalars.contains { $0.properties.isAlphabetic }
        return hasLetter ? stated : "\(label.name)/\(stated)"
    }

    /// What stands between the names of the columns: a comma, a semicolon as programs in French write it, or a tab.
    private static func separator(in head: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in head {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard !isQuoted else { continue }
            if byte == 0x0A || byte == 0x0D { break }
            if [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09].contains(byte) { counts[byte, default: 0] += 1 }
        }
        let comma = UInt8(ascii: ",")
        return [UInt8(ascii: ";"), 0x09].first { counts[$0, default: 0] > counts[comma, default: 0] } ?? comma
    }
}
