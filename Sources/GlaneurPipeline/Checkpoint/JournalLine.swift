import GlaneurCore

/// A line of fields with a check sum, so that a line cut off by a crash is seen to be none.
///
/// ```
/// in=12000<TAB>part=3<TAB>last=news/a%09b.txt<TAB>#9f2c4e1ab0d37765
/// ```
package struct JournalLine: Sendable {
    /// The keys and values in their order; a key may stand several times.
    package let fields: [(key: String, value: String)]

    /// Makes a line of fields.
    package init(_ fields: [(String, String)]) {
        self.fields = fields.map { (key: $0.0, value: $0.1) }
    }

    /// Reads a whole line with its end; nothing where the check sum does not fit.
    package init?(_ line: ArraySlice<UInt8>) {
        guard line.last == UInt8(ascii: "\n"), let mark = line.lastIndex(of: UInt8(ascii: "#")),
            line[(mark + 1)...].dropLast().elementsEqual(JournalLine.digits(of: line[..<mark]).utf8)
        else { return nil }
        var fields: [(key: String, value: String)] = []
        for field in line[..<mark].split(separator: UInt8(ascii: "\t")) {
            guard let sign = field.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            fields.append((JournalLine.unescaped(field[..<sign]), JournalLine.unescaped(field[(sign + 1)...])))
        }
        self.fields = fields
    }

    /// The line with its end.
    package var bytes: [UInt8] {
        var line: [UInt8] = []
        for (key, value) in fields {
            JournalLine.escape(key, to: &line)
            line.append(UInt8(ascii: "="))
            JournalLine.escape(value, to: &line)
            line.append(UInt8(ascii: "\t"))
        }
        let digits = JournalLine.digits(of: line[...])
        line.append(UInt8(ascii: "#"))
        line.append(contentsOf: digits.utf8)
        line.append(UInt8(ascii: "\n"))
        return line
    }

    private static func digits(of bytes: ArraySlice<UInt8>) -> String {
        var sum = StableSum()
        sum.add(bytes)
        return sum.digits
    }

    /// Adds text with what would end a field or a line written as `%09`.
    static func escape(_ text: String, to line: inout [UInt8]) {
        for byte in text.utf8 {
            guard byte < 0x20 || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "#")
            else {
                line.append(byte)
                continue
            }
            line.append(UInt8(ascii: "%"))
            line.append(contentsOf: [byte >> 4, byte & 15].map { $0 < 10 ? 0x30 + $0 : 0x37 + $0 })
        }
    }

    /// The text that was written so.
    static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        var output: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex,
                let code = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                output.append(code)
                index += 3
            } else {
                output.append(byte)
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
