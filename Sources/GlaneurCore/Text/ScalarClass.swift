/// What a Unicode scalar is to a scanner of French and English text.
///
/// The ranges are written out here, after the Unicode character database, so that output does not depend on the version of
/// any library. They are exact for Latin script and by block for the others.
public enum ScalarClass: UInt8, Sendable {
    case letter
    case digit
    /// A combining mark: part of the word it stands in.
    case mark
    /// A soft hyphen or a zero-width character: part of the word around it, without a meaning of its own.
    case invisible
    /// Any white space but a line end, no-break and thin spaces included.
    case space
    case newline
    case punctuation
    case symbol
    case emoji
    case control

    /// The class of a scalar.
    @inlinable
    public static func of(_ scalar: UInt32) -> ScalarClass {
        scalar < 0x80 ? ascii(UInt8(truncatingIfNeeded: scalar)) : beyondASCII(scalar)
    }

    /// The class of an ASCII byte.
    @inlinable
    public static func ascii(_ byte: UInt8) -> ScalarClass {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A: .letter
        case 0x30...0x39: .digit
        case 0x20, 0x09: .space
        case 0x0A, 0x0D, 0x0B, 0x0C: .newline
        case 0..<0x20, 0x7F: .control
        case 0x24, 0x2B, 0x3C, 0x3D, 0x3E, 0x5E, 0x60, 0x7C, 0x7E: .symbol
        default: .punctuation
        }
    }

    /// The class of a scalar beyond ASCII.
    public static func beyondASCII(_ scalar: UInt32) -> ScalarClass {
        switch scalar {
        case 0xC0...0x24F: return scalar == 0xD7 || scalar == 0xF7 ? .symbol : .letter
        case 0x80..<0xC0: return latin1Sign(scalar)
        case 0x2000...0x206F: return generalPunctuation(scalar)
        case 0x250...0x2AF, 0x370...0x377, 0x37A...0x37D, 0x37F, 0x386, 0x388...0x482, 0x48A...0x556, 0x561...0x587:
            return .letter
        case 0x2B0...0x2FF: return scalar == 0x2BC || scalar == 0x2B9 ? .punctuation : .symbol
        case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x64B...0x65F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
            0x20D0...0x20FF, 0xFE20...0xFE2F:
            return .mark
        case 0xFE00...0xFE0F: return .invisible
        case 0x660...0x669, 0x6F0...0x6F9, 0x966...0x96F: return .digit
        case 0x37E, 0x387, 0x55A...0x55F, 0x589...0x58A, 0x5BE, 0x5C0, 0x5C3, 0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x6D4:
            return .punctuation
        case 0x1680: return .space
        // The fractions in one sign are figures as they are: ⅔.
        case 0x2150...0x215E: return .digit
        case 0x2070...0x209F, 0x215F...0x218F: return scalar >= 0x215F || scalar >= 0x2080 ? .symbol : .letter
        case 0x20A0...0x20CF: return .symbol
        case 0x2100...0x214F: return .symbol
        case 0x2190...0x25FF: return .symbol
        case 0x2600...0x27BF, 0x2B00...0x2BFF: return .emoji
        case 0x27C0...0x2AFF: return .symbol
        case 0x2E00...0x2E7F: return .punctuation
        case 0x3000: return .space
        case 0x3001...0x303F: return .punctuation
        case 0xFEFF: return .invisible
        case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65: return .punctuation
        case 0xFF10...0xFF19: return .digit
        case 0xFFE0...0xFFEF, 0xFFF9...0xFFFD: return .symbol
        case 0xE000...0xF8FF: return .symbol
        case 0x1F000...0x1FAFF: return .emoji
        case 0xE0020...0xE007F: return .invisible
        default: return .letter
        }
    }

    private static func latin1Sign(_ scalar: UInt32) -> ScalarClass {
        switch scalar {
        case 0x80...0x84, 0x86...0x9F: .control
        case 0x85: .newline
        case 0xA0: .space
        case 0xAA, 0xBA, 0xB5: .letter
        case 0xAD: .invisible
        case 0xBC...0xBE: .digit
        case 0xA1, 0xA7, 0xAB, 0xB6, 0xB7, 0xBB, 0xBF: .punctuation
        default: .symbol
        }
    }

    private static func generalPunctuation(_ scalar: UInt32) -> ScalarClass {
        switch scalar {
        case 0x2000...0x200A, 0x202F, 0x205F: .space
        case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F: .invisible
        case 0x2028, 0x2029: .newline
        case 0x2044, 0x2052: .symbol
        default: .punctuation
        }
    }
}

extension Span where Element == UInt8 {
    /// Decodes the scalar that starts at `index` of valid UTF-8; a cut one ends with the bytes.
    @inlinable
    public func scalar(at index: Int) -> (value: UInt32, length: Int) {
        let lead = self[index]
        guard lead >= 0x80 else { return (UInt32(lead), 1) }
        let left = count - index
        func tail(_ offset: Int) -> UInt32 { UInt32(self[index + offset] & 0x3F) }
        switch lead {
        case 0xC2..<0xE0 where left >= 2: return (UInt32(lead & 0x1F) << 6 | tail(1), 2)
        case 0xE0..<0xF0 where left >= 3: return (UInt32(lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
        case 0xF0..<0xF5 where left >= 4:
            return (UInt32(lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
        default: return (0xFFFD, 1)
        }
    }
}

extension [UInt8] {
    /// Decodes the scalar that starts at `index` of valid UTF-8.
    @inlinable
    public func scalar(at index: Int) -> (value: UInt32, length: Int) { span.scalar(at: index) }
}
