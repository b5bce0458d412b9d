/// Reads one JSON text (RFC 8259) out of bytes, strictly, without copying its strings.
public struct JSONParser {
    /// What is wrong with a JSON text, and where.
    public struct Failure: Error, Sendable, Equatable, CustomStringConvertible {
        /// The offset of the first byte that does not fit.
        public let offset: Int
        /// What was expected there.
        public let expected: String

        /// The form in messages.
        public var description: String { "no JSON at byte \(offset): expected \(expected)" }
    }

    /// How deep arrays and objects may lie in one another.
    static let depthLimit = 256

    private let bytes: [UInt8]
    private var index: Int
    private let end: Int
    private var depth = 0

    /// Parses the one value that lies in `range` of `bytes`, white space around it allowed.
    public static func parse(_ bytes: [UInt8], in range: Range<Int>? = nil) throws(Failure) -> JSONValue {
        let range = range ?? 0..<bytes.count
        var parser = JSONParser(bytes: bytes, index: range.lowerBound, end: range.upperBound)
        parser.skipSpace()
        let value = try parser.value()
        parser.skipSpace()
        guard parser.index == parser.end else { throw parser.failure("the end") }
        return value
    }

    private init(bytes: [UInt8], index: Int, end: Int) {
        self.bytes = bytes
        self.index = index
        self.end = end
    }

    private func failure(_ expected: String) -> Failure { Failure(offset: index, expected: expected) }

    private var byte: UInt8? { index < end ? bytes[index] : nil }

    private mutating func skipSpace() {
        while index < end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    }

    private mutating func take(_ expected: Unicode.Scalar) -> Bool {
        guard byte == UInt8(ascii: expected) else { return false }
        index += 1
        return true
    }

    private mutating func value() throws(Failure) -> JSONValue {
        switch byte {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard depth < JSONParser.depthLimit else {
                throw failure("no more than \(JSONParser.depthLimit) levels")
            }
            depth += 1
            defer { depth -= 1 }
            return byte == UInt8(ascii: "{") ? .object(try members()) : .array(try elements())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func word(_ text: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
        let count = text.utf8CodeUnitCount
        let matches =
            index + count <= end
            && text.withUTF8Buffer { buffer in bytes[index..<(index + count)].elementsEqual(buffer) }
        guard matches else { throw failure("a value") }
        index += count
        return value
    }

    private mutating func members() throws(Failure) -> [JSONValue.Member] {
        index += 1
        var members: [JSONValue.Member] = []
        skipSpace()
        if take("}") { return members }
        while true {
            skipSpace()
            guard byte == UInt8(ascii: "\"") else { throw failure("a key") }
            let key = String(decoding: try string().decoded(from: bytes), as: UTF8.self)
            skipSpace()
            guard take(":") else { throw failure("a colon") }
            skipSpace()
            members.append(JSONValue.Member(key: key, value: try value()))
            skipSpace()
            if take("}") { return members }
            guard take(",") else { throw failure("a comma or a closing brace") }
        }
    }

    private mutating func elements() throws(Failure) -> [JSONValue] {
        index += 1
        var elements: [JSONValue] = []
        skipSpace()
        if take("]") { return elements }
        while true {
            skipSpace()
            elements.append(try value())
            skipSpace()
            if take("]") { return elements }
            guard take(",") else { throw failure("a comma or a closing bracket") }
        }
    }

    private mutating func string() throws(Failure) -> JSONString {
        index += 1
        let start = index
        var hasEscapes = false
        while let byte {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return JSONString(span: ByteSpan(start, index - 1), hasEscapes: hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                try escape()
            case 0..<0x20: throw failure("no control character in a string")
            default: index += 1
            }
        }
        throw failure("a closing quotation mark")
    }

    private mutating func escape() throws(Failure) {
        guard index + 1 < end else { throw failure("an escape") }
        if bytes[index + 1] == UInt8(ascii: "u") {
            let digits = bytes[min(index + 2, end)..<min(index + 6, end)]
            guard digits.count == 4, digits.allSatisfy({ JSONString.hexDigit($0) != nil }) else {
                throw failure("four hexadecimal digits")
            }
            index += 6
        } else {
            guard JSONString.plainEscape(bytes[index + 1]) != nil else { throw failure("a known escape") }
            index += 2
        }
    }

    private mutating func digits() throws(Failure) {
        let start = index
        while let byte, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { index += 1 }
        guard index > start else { throw failure(start == index && depth == 0 ? "a value" : "a digit") }
    }

    private mutating func number() throws(Failure) -> ByteSpan {
        let start = index
        _ = take("-")
        if byte == UInt8(ascii: "0") { index += 1 } else { try digits() }
        if take(".") { try digits() }
        if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
            index += 1
            if !take("+") { _ = take("-") }
            try digits()
        }
        return ByteSpan(start, index)
    }
}
