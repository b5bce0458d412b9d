import GlaneurCore

/// The bytes of a table as they are read, and their places in the file.
final class TableBytes {
    /// What comes next.
    enum Step {
        case row(TableRow)
        case end
    }

    /// The first bytes.
    let head: [UInt8]
    /// The way from the bytes that are read to the file, where the table was decoded as a whole.
    let origin: Origin
    /// Whether the bytes are not those of the file but UTF-8 made of them.
    var isDecoded: Bool { !origin.steps.isEmpty }
    private let source: any ByteSource
    private let limit: Int

    private var buffer: [UInt8] = []
    private var start = 0
    /// The offset of the first byte of the buffer in what is read.
    private var base = 0
    private var isAtEnd = false
    /// What ends reading, told behind the last whole record.
    private var error: ReadError?
    /// How many quotation marks were met that nothing closes.
    private var openQuotations = 0
    /// Whether the next record ends with its line, whatever is open there.
    private var endsWithLine = false

    private static let chunk = 1 << 16
    /// A longer record is one whose quotation mark nothing closes: 4 MiB are ten times the longest article.
    private static let recordLimit = 4 << 20
    /// Each of them costs a look through so many bytes; behind as many as these, records end with their lines.
    private static let openQuotationLimit = 16

    /// Prepares to read; a table in UTF-16, as Excel writes it, is decoded as a whole.
    init(_ stream: ContentStream) {
        limit = stream.limit
        var origin = Origin()
        var source = stream.source
        var head = stream.head
        if FileCharset.isWide(head) {
            do throws(ReadError) {
                if let decoded = FileCharset.text(of: try stream.bytes()) {
                    head = decoded.text
                    origin = decoded.origin
                    source = MemorySource(decoded.text[...])
                }
            } catch {
                source = EndedSource(with: error)
            }
        }
        self.head = head
        self.origin = origin
        self.source = source
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    }

    /// Reads the next record.
    func next(separator: UInt8) throws(ReadError) -> Step {
        while true {
            if start < buffer.count {
                let isTooLong = buffer.count - start > recordLimit
                switch read(separator) {
                case .row(let row) where row.range.count <= recordLimit:
                    start = row.next
                    endsWithLine = openQuotations > TableBytes.openQuotationLimit
                    return .row(row)
                case .row:
                    try endWithLine()
                    continue
                case .unfinished(let inQuotes):
                    if isTooLong || inQuotes && isAtEnd {
                        try endWithLine()
                        continue
                    }
                }
            } else if isAtEnd {
                guard let error else { return .end }
                self.error = nil
                throw error
            }
            fill()
        }
    }

    /// Looks again at a record that is too long, or does not end, without believing its quotation marks.
    private func endWithLine() throws(ReadError) {
        guard !endsWithLine else { throw .tooLarge(limit: recordLimit) }
        openQuotations += 1
        endsWithLine = true
    }

    private var recordLimit: Int { min(limit, TableBytes.recordLimit) }

    private func read(_ separator: UInt8) -> TableRow.Outcome {
        buffer.withUnsafeBufferPointer { bytes in
            TableRow.read(
                bytes, at: start, separator: separator, isLast: isAtEnd, quotesSpanLines: !endsWithLine)
        }
    }

    /// Reads on, twice as much as is left, so that a long record is looked at a few times only.
    private func fill() {
        let kept = start < buffer.count ? Array(buffer[start...]) : []
        base += min(start, buffer.count)
        start = max(0, start - buffer.count)
        let wanted = max(TableBytes.chunk, kept.count)
        var outcome: (count: Int, error: ReadError?) = (0, nil)
        buffer = [UInt8](unsafeUninitializedCapacity: kept.count + wanted) { buffer, count in
            let place = UnsafeMutableRawBufferPointer(buffer)
            kept.withUnsafeBytes { place.copyMemory(from: $0) }
            outcome = source.fill(UnsafeMutableRawBufferPointer(rebasing: place[kept.count..<(kept.count + wanted)]))
            count = kept.count + outcome.count
        }
        error = outcome.error
        isAtEnd = outcome.count < wanted
    }

    /// The text of a cell of the record read last, with its place in what is read.
    func text(_ cell: TableRow.Cell, of row: TableRow) -> AlignedText {
        buffer.withUnsafeBufferPointer { row.text(cell, in: $0, offset: base) }
    }

    /// The bytes of a range of the record read last.
    func contents(_ range: Range<Int>) -> ArraySlice<UInt8> { buffer[range] }

    /// Where a range of the record read last lies in the file; nothing beyond what spans can tell.
    func place(_ range: Range<Int>) -> ByteSpan? {
        guard base + range.upperBound <= UInt32.max else { return nil }
        return origin.rawSpan(of: ByteSpan(base + range.lowerBound, base + range.upperBound))
    }
}
