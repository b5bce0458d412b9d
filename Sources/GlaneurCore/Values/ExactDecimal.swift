/// A decimal number without rounding: a whole coefficient times a power of ten.
///
/// Sums of money are written with it, never as binary floating point. It holds 38 digits.
public struct ExactDecimal: Sendable, Hashable {
    /// The two halves of the coefficient.
    ///
    /// An `Int128` wants memory at a multiple of sixteen bytes, which takes the slow way through the allocator for
    /// every mention that has a number.
    @usableFromInline let high: Int64
    @usableFromInline let low: UInt64
    /// The power of ten the coefficient is multiplied by.
    public let exponent: Int

    /// The digits with their sign, without trailing zeros (0 is 0 × 10⁰).
    @inlinable public var coefficient: Int128 { Int128(high) << 64 | Int128(low) }

    /// Makes `coefficient` × 10^`exponent`.
    public init(_ coefficient: Int128, exponent: Int = 0) {
        var coefficient = coefficient
        var exponent = exponent
        // Nearly all numbers fit in a machine word, which divides many times faster.
        if var short = Int(exactly: coefficient) {
            while short != 0, short % 10 == 0 {
                short /= 10
                exponent += 1
            }
            high = short < 0 ? -1 : 0
            low = UInt64(bitPattern: Int64(short))
            self.exponent = short == 0 ? 0 : exponent
            return
        }
        while coefficient != 0, coefficient % 10 == 0 {
            coefficient /= 10
            exponent += 1
        }
        high = Int64(truncatingIfNeeded: coefficient >> 64)
        low = UInt64(truncatingIfNeeded: coefficient)
        self.exponent = exponent
    }

    /// Reads plain ASCII digits with an optional sign and an optional decimal point; nothing for anything else.
    public init?(_ text: some StringProtocol) {
        var coefficient: Int128 = 0
        var exponent = 0
        var seenDigit = false
        var seenPoint = false
        var negative = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0: negative = true
            case UInt8(ascii: "."):
                guard !seenPoint else { return nil }
                seenPoint = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let (product, overflow) = coefficient.multipliedReportingOverflow(by: 10)
                let (sum, carry) = product.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
                guard !overflow, !carry else { return nil }
                coefficient = sum
                seenDigit = true
                if seenPoint { exponent -= 1 }
            default: return nil
            }
        }
        guard seenDigit else { return nil }
        self.init(negative ? -coefficient : coefficient, exponent: exponent)
    }

    /// The number times ten to the power of `power`.
    public func scaled(by power: Int) -> ExactDecimal {
        ExactDecimal(coefficient, exponent: exponent + power)
    }

    /// The product of two numbers, or nothing when it has more than 38 digits.
    public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
        return overflow ? nil : ExactDecimal(product, exponent: exponent + other.exponent)
    }

    /// The sum of two numbers, or nothing when it has more than 38 digits.
    public func adding(_ other: ExactDecimal) -> ExactDecimal? {
        let low = min(exponent, other.exponent)
        guard let left = coefficient(at: low), let right = other.coefficient(at: low) else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : ExactDecimal(sum, exponent: low)
    }

    /// The quotient of two numbers, exact where it has at most 18 digits and otherwise rounded to 18, halves away from zero;
    /// nothing where the divisor is 0 or the digits do not fit.
    ///
    /// A third has no decimal form; everything else here is exact.
    public func divided(by other: ExactDecimal) -> ExactDecimal? {
        guard other.coefficient != 0 else { return nil }
        var dividend = coefficient
        var power = exponent - other.exponent
        let divisor = other.coefficient
        // As many digits as fit: eighteen of the quotient are all that is kept.
        while dividend % divisor != 0, dividend.magnitude / divisor.magnitude < 1_000_000_000_000_000_000 {
            let (product, overflow) = dividend.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            dividend = product
            power -= 1
        }
        var (quotient, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
        guard rest != 0 else { return ExactDecimal(quotient, exponent: power) }
        (quotient, rest) = quotient.quotientAndRemainder(dividingBy: 10)
        if rest.magnitude >= 5 { quotient += rest.signum() }
        return ExactDecimal(quotient, exponent: power + 1)
    }

    /// The number raised to a whole power; nothing where the digits do not fit.
    public func raised(to power: Int) -> ExactDecimal? {
        var result = ExactDecimal(1)
        for _ in 0..<min(power.magnitude, 128) {
            guard let product = result.multiplied(by: self) else { return nil }
            result = product
        }
        guard power.magnitude <= 128 else { return nil }
        return power < 0 ? ExactDecimal(1).divided(by: result) : result
    }

    /// The number with the opposite sign.
    public var negated: ExactDecimal { ExactDecimal(-coefficient, exponent: exponent) }

    /// The number as a whole number, where it is one that fits.
    public var integer: Int? {
        guard exponent >= 0, let value = coefficient(at: 0) else { return nil }
        return Int(exactly: value)
    }

    private func coefficient(at power: Int) -> Int128? {
        guard exponent - power < 39 else { return nil }
        var value = coefficient
        for _ in 0..<max(0, exponent - power) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            value = product
        }
        return value
    }
}

extension ExactDecimal: Comparable {
    /// Compares by value.
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        let low = min(left.exponent, right.exponent)
        if let first = left.coefficient(at: low), let second = right.coefficient(at: low) { return first < second }
        if left.coefficient.signum() != right.coefficient.signum() {
            return left.coefficient.signum() < right.coefficient.signum()
        }
        return (left.exponent < right.exponent) == (left.coefficient > 0)
    }
}

extension ExactDecimal: CustomStringConvertible {
    /// The plain decimal string, without exponent: `16500000000`, `2.5`, `-0.25`.
    public var description: String {
        if exponent == 0, let short = Int(exactly: coefficient) { return String(short) }
        let digits = String(coefficient.magnitude).utf8
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count + Int(exponent.magnitude) + 3)
        if coefficient < 0 { bytes.append(UInt8(ascii: "-")) }
        func append(zeros count: Int) { bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: count)) }
        let point = digits.count + exponent
        if exponent >= 0 {
            bytes.append(contentsOf: digits)
            append(zeros: exponent)
        } else if point > 0 {
            bytes.append(contentsOf: digits.prefix(point))
            bytes.append(UInt8(ascii: "."))
            bytes.append(contentsOf: digits.dropFirst(point))
        } else {
            bytes.append(contentsOf: "0.".utf8)
            append(zeros: -point)
            bytes.append(contentsOf: digits)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
