import GlaneurCore

/// One record of a table (RFC 4180) as it lies in some bytes.
struct TableRow {
    /// One cell: its bytes without the quotation marks around it, and whether there are some.
    struct Cell: Equatable {
        let range: Range<Int>
        let isQuoted: Bool
    }

    /// How a look at bytes ended.
    enum Outcome {
        case row(TableRow)
        /// The bytes end before the record does; `inQuotes` tells whether a quotation mark is still to be closed.
        case unfinished(inQuotes: Bool)
    }

    /// The cells in order.
    let cells: [Cell]
    /// The bytes of the record, without its line end.
    let range: Range<Int>
    /// Where the next record begins.
    let next: Int

    /// Reads the record that begins at an offset.
    ///
    /// - Parameters:
    ///   - isLast: whether nothing comes behind the bytes, so that their end ends a record.
    ///   - quotesSpanLines: whether line ends in quotation marks belong to the cell.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, separator: UInt8, isLast: Bool, quotesSpanLines: Bool
    ) -> Outcome {
        let quote = UInt8(ascii: "\"")
        var cells: [Cell] = []
        var index = start
        while true {
            var cell = index..<index
            var isQuoted = false
            if index < bytes.count, bytes[index] == quote {
                let first = index + 1
                guard
                    let end = endOfQuotation(
                        bytes, from: first, separator: separator, spansLines: quotesSpanLines, isLast: isLast)
                else {
                    return .unfinished(inQuotes: true)
                }
                index = end
                cell = first..<end
                isQuoted = true
                if index < bytes.count, bytes[index] == quote { index += 1 }
            }
            // Whatever stands behind a closing mark is passed over.
            let rest = index
            while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A, bytes[index] != 0x0D {
                index += 1
            }
            if !isQuoted { cell = rest..<index }
            cells.append(Cell(range: cell, isQuoted: isQuoted))
            guard index < bytes.count else {
                return isLast
                    ? .row(TableRow(cells: cells, range: start..<index, next: index)) : .unfinished(inQuotes: false)
            }
            if bytes[index] == separator {
                index += 1
                continue
            }
            let end = index
            if bytes[index] == 0x0D {
                guard index + 1 < bytes.count || isLast else { return .unfinished(inQuotes: false) }
                index += 1
            }
            if index < bytes.count, bytes[index] == 0x0A { index += 1 }
            return .row(TableRow(cells: cells, range: start..<end, next: index))
        }
    }

    /// The offset of the closing quotation mark; two of them are one in the text.
    ///
    /// One that is followed by neither a separator nor a line end belongs to the text: somebody forgot to double it.
    private static func endOfQuotation(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, separator: UInt8, spansLines: Bool, isLast: Bool
    ) -> Int? {
        var index = start
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "\"") {
                guard index + 1 < bytes.count else { return isLast ? index : nil }
                let next = bytes[index + 1]
                if next == separator || next == 0x0A || next == 0x0D { return index }
                if next == UInt8(ascii: "\"") { index += 1 }
            } else if !spansLines, bytes[index] == 0x0A || bytes[index] == 0x0D {
                return index
            }
            index += 1
        }
        return spansLines || !isLast ? nil : index
    }

    /// The bytes of a cell, and where they lie; doubled quotation marks are one.
    func text(_ cell: Cell, in bytes: UnsafeBufferPointer<UInt8>, offset: Int) -> AlignedText {
        var text = AlignedText()
        guard cell.isQuoted else {
            text.append(bytes[cell.range], source: offset + cell.range.lowerBound)
            return text
        }
        var index = cell.range.lowerBound
        while index < cell.range.upperBound {
            let quote = bytes[index..<cell.range.upperBound].firstIndex(of: UInt8(ascii: "\"")) ?? cell.range.upperBound
            text.append(bytes[index..<quote], source: offset + index)
            guard quote < cell.range.upperBound else { break }
            let isDoubled = quote + 1 < cell.range.upperBound && bytes[quote + 1] == UInt8(ascii: "\"")
            let source = (offset + quote)..<(offset + quote + (isDoubled ? 2 : 1))
            text.append([UInt8(ascii: "\"")], for: source)
            index = quote + source.count
        }
        return text
    }
}
