public import GlaneurCore

/// The smallest piece of text that lexicons know: a run of letters and digits.
///
/// Lexemes are finer than tokens. Hyphens, apostrophes, points and spaces separate them, and so does the change from leading
/// digits to letters, so `États-Unis` and `Etats Unis` are the same two lexemes, `l’Oréal` is `l` + `Oréal`, and `16.5B` is
/// `16` + `5` + `B`. `H100` is one, because it starts with a letter.
public struct Lexeme: Sendable {
    /// What stands between a lexeme and the one before it.
    public enum Gap: UInt8, Sendable {
        /// Nothing: digits followed by letters.
        case none
        /// White space on one line.
        case space
        /// A hyphen, without spaces.
        case hyphen
        /// An apostrophe, straight or curly, with or without a space behind it.
        case apostrophe
        /// A full stop, with or without a space behind it.
        case point
        /// An ampersand or a plus sign.
        case ampersand
        /// A slash.
        case slash
        /// A comma with a space behind it.
        case comma
        /// Anything else on one line.
        case other
        /// A line end, or the start of the text.
        case newline

        /// Compares the tags themselves; the comparison the compiler makes stays in this module and is called for every word.
        @inlinable
        public static func == (left: Gap, right: Gap) -> Bool {
            unsafeBitCast(left, to: UInt8.self) == unsafeBitCast(right, to: UInt8.self)
        }

        /// Whether a name may go on across the gap.
        @inlinable public var joinsNames: Bool {
            unsafeBitCast(self, to: UInt8.self) <= unsafeBitCast(Gap.slash, to: UInt8.self)
        }
    }

    /// How a lexeme is written.
    public struct Shape: OptionSet, Sendable {
        /// The value as it is stored.
        public let rawValue: UInt8

        /// Makes a set from its bits.
        @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The first letter is a capital.
        @inlinable public static var initialCapital: Shape { Shape(rawValue: 1) }
        /// There is a capital behind the first letter.
        @inlinable public static var innerCapital: Shape { Shape(rawValue: 2) }
        /// There is a small letter.
        @inlinable public static var small: Shape { Shape(rawValue: 4) }
        /// There is a digit.
        @inlinable public static var digit: Shape { Shape(rawValue: 8) }
        /// It starts a sentence or a block.
        @inlinable public static var sentenceStart: Shape { Shape(rawValue: 16) }
        /// It lies in an address, a handle or another token that no name begins in.
        @inlinable public static var opaque: Shape { Shape(rawValue: 32) }
        /// The point behind it belongs to it: an abbreviation, an initial.
        @inlinable public static var pointed: Shape { Shape(rawValue: 64) }

        /// Whether all of these hold.
        @inlinable
        public func contains(_ other: Shape) -> Bool { rawValue & other.rawValue == other.rawValue }

        /// Whether none of these holds.
        @inlinable
        public func isDisjoint(with other: Shape) -> Bool { rawValue & other.rawValue == 0 }

        /// Adds one more.
        @inlinable
        public mutating func insert(_ other: Shape) { self = Shape(rawValue: rawValue | other.rawValue) }

        /// Whether there are letters and all of them are capitals.
        @inlinable public var isAllCapitals: Bool { contains(.initialCapital) && !contains(.small) }
        /// Whether there are digits only.
        @inlinable public var isNumber: Bool { rawValue & 0b1111 == 0b1000 }
        /// Whether there is a capital letter.
        @inlinable public var hasCapital: Bool { rawValue & 0b11 != 0 }
    }

    /// The first byte, in the view.
    public let start: Int32
    /// The offset behind the last byte, in the view.
    public let end: Int32
    /// The hash of its letters in lower case without accents: how names are looked up.
    public let nameHash: UInt64
    /// The hash of its letters in lower case with accents: how words are looked up.
    public let wordHash: UInt64
    /// What stands before it.
    public let gap: Gap
    /// How it is written.
    public var shape: Shape
    /// What the language's word table says of it; empty until ``LexemeScanner`` has asked.
    public var words: PhraseTable.Node = .none

    /// The number of bytes.
    @inlinable public var count: Int { Int(end - start) }

    /// The classes of words it belongs to by itself.
    @inlinable public var classes: WordClass.Set { words.classes }

    /// The bytes it covers.
    @inlinable public var span: ByteSpan { ByteSpan(Int(start), Int(end)) }
}
