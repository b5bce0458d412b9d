/// A parsed JSON value (RFC 8259) whose strings still lie, undecoded, in the bytes it was parsed from.
public enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    /// A number as it is written.
    case number(ByteSpan)
    case string(JSONString)
    case array([JSONValue])
    /// The members in their order; a key that stands twice is kept twice.
    case object([Member])

    /// One member of an object, its key decoded.
    public struct Member: Sendable, Equatable {
        /// The key.
        public let key: String
        /// The value.
        public let value: JSONValue

        /// Makes a member.
        public init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The value of the first member with this key, where the value is an object that has one.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The elements, where the value is an array.
    public var elements: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// The decoded string, where the value is one.
    public func string(in bytes: [UInt8]) -> String? {
        guard case .string(let string) = self else { return nil }
        return String(decoding: string.decoded(from: bytes), as: UTF8.self)
    }

    /// The whole number, where the value is one that fits.
    public func integer(in bytes: [UInt8]) -> Int? {
        guard case .number(let span) = self else { return nil }
        return Int(String(decoding: bytes[span.range], as: UTF8.self))
    }

    /// The number as a binary floating-point number, where the value is a number.
    public func double(in bytes: [UInt8]) -> Double? {
        guard case .number(let span) = self else { return nil }
        return Double(String(decoding: bytes[span.range], as: UTF8.self))
    }
}

/// A JSON string as it lies in the bytes it was parsed from.
public struct JSONString: Sendable, Equatable {
    /// The bytes between the quotation marks, escapes and all.
    public let span: ByteSpan
    /// Whether there is a backslash among them.
    public let hasEscapes: Bool

    /// Makes a string of checked bytes.
    public init(span: ByteSpan, hasEscapes: Bool) {
        self.span = span
        self.hasEscapes = hasEscapes
    }

    /// Returns the string's own bytes; a lone surrogate becomes U+FFFD.
    public func decoded(from bytes: [UInt8]) -> [UInt8] {
        guard hasEscapes else { return Array(bytes[span.range]) }
        var output: [UInt8] = []
        output.reserveCapacity(span.count)
        decode(from: bytes) { output.append(contentsOf: $0) }
        return output
    }

    /// Returns the string's own bytes with the way back to the bytes it was parsed from.
    public func decodedWithAlignment(from bytes: [UInt8]) -> (bytes: [UInt8], alignment: Alignment) {
        guard hasEscapes else {
            return (Array(bytes[span.range]), Alignment(copying: span.count, from: span.start))
        }
        var output: [UInt8] = []
        var alignment = Alignment()
        output.reserveCapacity(span.count)
        var source = span.start
        decode(from: bytes) { piece, consumed in
            if piece.count == consumed {
                alignment.append(output: piece.count, source: source, outputUnit: 1, sourceUnit: 1)
            } else {
                alignment.appendCell(output: piece.count, source: source, sourceCount: consumed)
            }
            output.append(contentsOf: piece)
            source += consumed
        }
        return (output, alignment)
    }

    private func decode(from bytes: [UInt8], _ emit: (ArraySlice<UInt8>) -> Void) {
        decode(from: bytes) { piece, _ in emit(piece) }
    }

    /// Calls `emit` with each piece of output and the number of bytes it was written with.
    private func decode(from bytes: [UInt8], _ emit: (ArraySlice<UInt8>, Int) -> Void) {
        var index = span.start
        while index < span.end {
            guard bytes[index] == UInt8(ascii: "\\") else {
                let next = bytes[index..<span.end].firstIndex(of: UInt8(ascii: "\\")) ?? span.end
                emit(bytes[index..<next], next - index)
                index = next
                continue
            }
            let letter = bytes[index + 1]
            guard letter == UInt8(ascii: "u") else {
                emit([JSONString.plainEscape(letter) ?? letter], 2)
                index += 2
                continue
            }
            var code = JSONString.hexadecimal(bytes[(index + 2)..<(index + 6)])
            var consumed = 6
            if code & 0xFC00 == 0xD800, index + 12 <= span.end, bytes[index + 6] == UInt8(ascii: "\\"),
                bytes[index + 7] == UInt8(ascii: "u")
            {
                let low = JSONString.hexadecimal(bytes[(index + 8)..<(index + 12)])
                if low & 0xFC00 == 0xDC00 {
                    code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
                    consumed = 12
                }
            }
            let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
            emit(Array(String(scalar).utf8)[...], consumed)
            index += consumed
        }
    }

    /// The byte a one-letter escape stands for.
    static func plainEscape(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        default: nil
        }
    }

    private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt32 {
        digits.reduce(0) { $0 << 4 | UInt32(hexDigit($1) ?? 0) }
    }

    /// The value of a hexadecimal digit.
    static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
