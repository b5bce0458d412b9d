import GlaneurCore

/// Bytes that a mail part writes in ASCII (RFC 2045), with the place of each.
struct TransferDecoding {
    /// The decoded bytes.
    private(set) var bytes: [UInt8] = []
    /// The way back to the message.
    private(set) var alignment = Alignment()

    /// Takes bytes that are written as they are.
    init(plain source: [UInt8], in range: Range<Int>) {
        bytes = Array(source[range])
        alignment = Alignment(copying: range.count, from: range.lowerBound)
    }

    /// Decodes quoted-printable; what is no code stays as it is written.
    init(quotedPrintable source: [UInt8], in range: Range<Int>) {
        bytes.reserveCapacity(range.count)
        var index = range.lowerBound
        while index < range.upperBound {
            let sign = source[index..<range.upperBound].firstIndex(of: UInt8(ascii: "=")) ?? range.upperBound
            copy(source, index..<sign)
            index = sign
            guard index < range.upperBound else { return }
            if let end = TransferDecoding.softBreak(source, at: index + 1, before: range.upperBound) {
                index = end
            } else if index + 2 < range.upperBound, let high = TransferDecoding.hexadecimal(source[index + 1]),
                let low = TransferDecoding.hexadecimal(source[index + 2])
            {
                bytes.append(high << 4 | low)
                alignment.append(output: 1, source: index, outputUnit: 1, sourceUnit: 3)
                index += 3
            } else {
                copy(source, index..<(index + 1))
                index += 1
            }
        }
    }

    /// Decodes base64; what is no digit is passed over.
    init(base64 source: [UInt8], in range: Range<Int>) {
        bytes.reserveCapacity(range.count / 4 * 3)
        var group: (value: UInt32, count: Int, start: Int) = (0, 0, 0)
        for index in range {
            if let digit = TransferDecoding.digit(source[index]) {
                if group.count == 0 { group.start = index }
                group.value = group.value << 6 | UInt32(digit)
                group.count += 1
                guard group.count == 4 else { continue }
            } else {
                guard source[index] == UInt8(ascii: "="), group.count > 1 else { continue }
            }
            append(group.value, digits: group.count, group.start..<(index + 1))
            group = (0, 0, 0)
        }
        if group.count > 1 { append(group.value, digits: group.count, group.start..<range.upperBound) }
    }

    private mutating func copy(_ source: [UInt8], _ range: Range<Int>) {
        bytes.append(contentsOf: source[range])
        alignment.append(output: range.count, source: range.lowerBound, outputUnit: 1, sourceUnit: 1)
    }

    /// Adds the bytes of two to four digits: a cell, since no byte has digits of its own.
    private mutating func append(_ value: UInt32, digits: Int, _ source: Range<Int>) {
        let group = value << (6 * UInt32(4 - digits))
        for index in 0..<(digits - 1) { bytes.append(UInt8(truncatingIfNeeded: group >> (16 - 8 * UInt32(index)))) }
        alignment.append(
            output: digits - 1, source: source.lowerBound, outputUnit: digits - 1, sourceUnit: source.count)
    }

    /// Where the line goes on behind a `=` at its end, white space behind it allowed.
    private static func softBreak(_ source: [UInt8], at start: Int, before end: Int) -> Int? {
        var index = start
        while index < end, source[index] == 0x20 || source[index] == 0x09 { index += 1 }
        guard index < end else { return end }
        if source[index] == 0x0A { return index + 1 }
        guard source[index] == 0x0D else { return nil }
        return index + 1 < end && source[index + 1] == 0x0A ? index + 2 : index + 1
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
