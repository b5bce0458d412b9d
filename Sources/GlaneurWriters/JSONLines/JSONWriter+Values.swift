package import GlaneurCore

extension JSONWriter {
    /// Writes a number with all its digits, so that reading it gives the same number.
    ///
    /// It must be finite: JSON knows no other.
    package mutating func double(_ value: Double) {
        precondition(value.isFinite, "JSON has no infinite numbers")
        separateNumber()
        for byte in value.description.utf8 { append(byte) }
    }

    /// Writes a score from 0 to 1 with at most four decimals and at least one: `0.998`, `1.0`.
    ///
    /// Further digits mean nothing to a reader and are where machines differ.
    package mutating func score(_ value: Double) {
        separateNumber()
        let scaled = UInt((min(max(value, 0), 1) * 10_000).rounded())
        digits(scaled / 10_000)
        append(UInt8(ascii: "."))
        var fraction = scaled % 10_000
        var place: UInt = 1000
        repeat {
            append(UInt8(ascii: "0") + UInt8(fraction / place))
            fraction %= place
            place /= 10
        } while fraction > 0
    }

    /// Writes an exact number as a decimal string; more than 38 digits are written with an exponent.
    package mutating func decimal(_ value: ExactDecimal) {
        if value.exponent == 0, let whole = Int(exactly: value.coefficient) {
            separateNumber()
            append(UInt8(ascii: "\""))
            if whole < 0 { append(UInt8(ascii: "-")) }
            digits(whole.magnitude)
            append(UInt8(ascii: "\""))
            return
        }
        string(value.jsonString)
    }

    /// Writes a key with a string, or nothing where the string is missing or has nothing to say.
    @inline(__always)
    package mutating func member(_ name: StaticString, _ text: String?) {
        guard let text, keepsEmpty || !text.isEmpty else { return }
        key(name)
        string(text)
    }

    /// Writes a key with strings, or nothing where there are none.
    package mutating func member(_ name: StaticString, _ texts: [String]) {
        guard !texts.isEmpty else { return }
        key(name)
        beginArray()
        for text in texts { string(text) }
        endArray()
    }

    /// Writes a key with a whole number, or nothing where it is missing.
    @inline(__always)
    package mutating func member(_ name: StaticString, _ value: Int?) {
        guard let value else { return }
        key(name)
        integer(value)
    }

    /// Writes a key with an exact number, or nothing where it is missing.
    package mutating func member(_ name: StaticString, _ value: ExactDecimal?) {
        guard let value else { return }
        key(name)
        decimal(value)
    }

    /// Writes a column: a key with one element for each element of `values`.
    mutating func column<Element>(
        _ name: StaticString, _ values: [Element], _ write: (Element, inout JSONWriter) -> Void
    ) {
        key(name)
        beginArray()
        for value in values { write(value, &self) }
        endArray()
    }
}

extension ExactDecimal {
    /// The most digits that decimals of databases hold, and that the coefficient can be read back from.
    private static let digitLimit = 38

    /// The plain decimal string, or coefficient and exponent (`1e40`) where that is too long for a decimal.
    var jsonString: String {
        // A machine word has at most 19 digits.
        if exponent.magnitude <= 19, Int(exactly: coefficient) != nil { return description }
        let digits = String(coefficient.magnitude).utf8.count
        guard digits + exponent <= ExactDecimal.digitLimit, exponent >= -ExactDecimal.digitLimit else {
            return "\(coefficient)e\(exponent)"
        }
        return description
    }

    /// Reads what ``jsonString`` writes.
    init?(jsonString text: String) {
        guard let mark = text.firstIndex(of: "e") else {
            self.init(text)
            return
        }
        guard let coefficient = Int128(text[..<mark]), let exponent = Int(text[text.index(after: mark)...]),
            abs(exponent) < 1_000_000
        else { return nil }
        self.init(coefficient, exponent: exponent)
    }
}
