import GlaneurCore
import GlaneurLexicon

/// What a token looks like to the question where sentences end.
enum TokenShape: UInt8 {
    /// Nothing: before the first or behind the last token.
    case edge
    case small, capitalized, capitals, mixed
    /// One capital letter.
    case letter
    /// A word that ends with a point: an abbreviation, an initial.
    case abbreviated, initial
    case shortNumber, fourDigits, number
    case opener, closer, straightQuote, apostrophe
    case comma, stop, question, ellipsis, colon, semicolon, dash, bullet, mark, symbol
    case url, email, emoji, handle

    /// Tells the shape of a token of `bytes`.
    init(_ token: Token, in tokens: TokenWindow) {
        switch token.kind {
        case .word: self = TokenShape(word: token.span, in: tokens)
        case .number:
            self = token.span.count <= 2 ? .shortNumber : token.span.count == 4 ? .fourDigits : .number
        default: self = TokenShape(sign: token, in: tokens)
        }
    }

    /// Tells a shape by the first and last byte: a word is small, begins with a capital or ends with a point.
    init(quick token: Token, in tokens: TokenWindow) {
        switch token.kind {
        case .word:
            let first = tokens.bytes[token.span.start]
            if tokens.bytes[token.span.end - 1] == 0x2E, token.span.count > 1 {
                self = .abbreviated
            } else if first < 0x80 {
                self = first &- 0x41 < 26 ? .capitalized : .small
            } else {
                self = Folding.isUppercase(tokens.scalar(at: token.span.start).value) ? .capitalized : .small
            }
        case .number: self = .number
        default: self = TokenShape(sign: token, in: tokens)
        }
    }

    /// Tells the shape of what is neither word nor figure.
    private init(sign token: Token, in tokens: TokenWindow) {
        switch token.kind {
        case .punctuation: self = TokenShape(mark: token.span, in: tokens)
        case .url: self = .url
        case .email: self = .email
        case .emoji: self = .emoji
        case .handle, .hashtag: self = .handle
        case .word, .number, .symbol: self = .symbol
        }
    }

    private init(word span: ByteSpan, in tokens: TokenWindow) {
        let first = tokens.scalar(at: span.start)
        let isCapital = Folding.isUppercase(first.value)
        if tokens.bytes[span.end - 1] == 0x2E {
            self = isCapital && span.count == first.length + 1 ? .initial : .abbreviated
            return
        }
        guard span.count > first.length else {
            self = isCapital ? .letter : .small
            return
        }
        var hasSmall = false
        var hasCapital = false
        var index = span.start + first.length
        // Eight letters of ASCII at a time, as long as they are all small.
        while index + 8 <= span.end,
            UnsafeRawBufferPointer(tokens.bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
                & 0xE0E0_E0E0_E0E0_E0E0 == 0x6060_6060_6060_6060
        {
            hasSmall = true
            index += 8
        }
        while index < span.end {
            let byte = tokens.bytes[index]
            guard byte >= 0x80 else {
                if byte &- 0x61 < 26 { hasSmall = true } else if byte &- 0x41 < 26 { hasCapital = true }
                index += 1
                continue
            }
            let (scalar, length) = tokens.scalar(at: index)
            if ScalarClass.beyondASCII(scalar) == .letter {
                if Folding.isUppercase(scalar) { hasCapital = true } else { hasSmall = true }
            }
            index += length
        }
        switch (isCapital, hasCapital, hasSmall) {
        case (false, false, _): self = .small
        case (true, false, _): self = .capitalized
        case (true, true, false): self = .capitals
        default: self = .mixed
        }
    }

    private init(mark span: ByteSpan, in tokens: TokenWindow) {
        switch tokens.scalar(at: span.start).value {
        case 0x2E: self = span.count > 1 ? .ellipsis : .stop
        case 0x21, 0x3F: self = .question
        case 0x2C: self = .comma
        case 0x3A: self = .colon
        case 0x3B: self = .semicolon
        case 0x22: self = .straightQuote
        case 0x27: self = .apostrophe
        case 0x28, 0x5B, 0x7B: self = .opener
        case 0x29, 0x5D, 0x7D: self = .closer
        case 0x2D: self = .dash
        case 0x2A: self = .bullet
        case 0x2026: self = .ellipsis
        case 0xAB, 0x201C, 0x2018, 0x2039, 0x201E: self = .opener
        case 0xBB, 0x201D, 0x2019, 0x203A: self = .closer
        case 0x2010...0x2015: self = .dash
        case 0x2022, 0x2023, 0x2043, 0x25AA, 0xB7: self = .bullet
        default: self = .mark
        }
    }

    /// Whether the token is one of the marks that end sentences.
    var isEndMark: Bool { self == .stop || self == .question || self == .ellipsis }

    /// Whether the token is a word with a capital, with which a sentence may start.
    var mayStart: Bool {
        switch self {
        case .capitalized, .capitals, .mixed, .letter, .initial: true
        default: false
        }
    }

    /// Whether the token is a figure.
    var isNumber: Bool { self == .shortNumber || self == .fourDigits || self == .number }

    /// Whether a sentence may end with the token: an end mark, an abbreviation, or what closes something.
    var mayEnd: Bool { isEndMark || self == .abbreviated || mayClose }

    /// Whether the token closes a quotation or a bracket, or may.
    var mayClose: Bool { self == .closer || self == .straightQuote || self == .apostrophe }
}
