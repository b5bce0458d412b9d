import GlaneurCore

/// Cuts text into lexemes and hashes them.
package enum LexemeScanner {
    /// Appends the lexemes of `bytes[range]`, valid UTF-8 in normalisation form C; the first has a newline before it.
    package static func scan(_ bytes: [UInt8], in range: Range<Int>? = nil, into lexemes: inout [Lexeme]) {
        let span = bytes.span
        let end = range?.upperBound ?? span.count
        var index = range?.lowerBound ?? 0
        var gap = GapReader()
        while index < end {
            let byte = span[index]
            if byte < 0x80 {
                guard isAlphanumeric(byte) else {
                    gap.read(ascii: byte)
                    index += 1
                    continue
                }
            } else {
                let (scalar, length) = span.scalar(at: index)
                let kind = ScalarClass.beyondASCII(scalar)
                guard kind == .letter || kind == .digit else {
                    gap.read(scalar, kind)
                    index += length
                    continue
                }
            }
            index = scanOne(span, from: index, to: end, gap: gap.result, into: &lexemes)
            gap = GapReader(afterLexeme: true)
        }
    }

    /// The hash by which word tables know the letters and digits of `bytes[range]`, in lower case with accents.
    package static func wordHash(_ bytes: borrowing Span<UInt8>, in range: Range<Int>) -> UInt64 {
        var hash = FoldHash()
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = bytes.scalar(at: index)
            index += length
            switch ScalarClass.of(scalar) {
            case .letter, .digit, .mark: hash.add(scalar: Folding.lowercase(scalar))
            default: continue
            }
        }
        return hash.value
    }

    /// Reads the lexeme that starts at `start` and returns the offset behind it.
    private static func scanOne(
        _ span: Span<UInt8>, from start: Int, to end: Int, gap: Lexeme.Gap, into lexemes: inout [Lexeme]
    ) -> Int {
        var words = FoldHash()
        var names = FoldHash()
        var differ = false
        var shape: Lexeme.Shape = []
        var index = start
        var isFirst = true
        let startsWithDigit = span[start] >= 0x30 && span[start] <= 0x39
        while index < end {
            let byte = span[index]
            var length = 1
            if byte < 0x80 {
                guard isAlphanumeric(byte) else { break }
                if byte <= 0x39 {
                    shape.insert(.digit)
                } else {
                    if startsWithDigit { break }
                    if byte < 0x60 { shape.insert(isFirst ? .initialCapital : .innerCapital) } else { shape.insert(.small) }
                }
                let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
                words.add(folded)
                if differ { names.add(folded) }
            } else {
                let scalar: UInt32
                (scalar, length) = span.scalar(at: index)
                switch ScalarClass.beyondASCII(scalar) {
                case .letter:
                    if startsWithDigit { return close() }
                    let lower = Folding.lowercase(scalar)
                    if lower != scalar {
                        shape.insert(isFirst ? .initialCapital : .innerCapital)
                    } else {
                        shape.insert(.small)
                    }
                    if !differ {
                        differ = true
                        names = words
                    }
                    words.add(scalar: lower)
                    if let bare = Folding.bare(lower) {
                        names.add(scalar: bare.first)
                        if let second = bare.second { names.add(scalar: second) }
                    }
                case .digit:
                    shape.insert(.digit)
                    words.add(scalar: scalar)
                    if differ { names.add(scalar: scalar) }
                case .mark:
                    if !differ {
                        differ = true
                        names = words
                    }
                    words.add(scalar: scalar)
                case .invisible: break
                default: return close()
                }
            }
            isFirst = false
            index += length
        }
        return close()

        func close() -> Int {
            let word = words.value
            lexemes.append(
                Lexeme(
                    start: Int32(start), end: Int32(index), nameHash: differ ? names.value : word, wordHash: word,
                    gap: gap, shape: shape))
            return index
        }
    }

    @inline(__always)
    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }
}

/// Sums up what stands between two lexemes.
private struct GapReader {
    private(set) var result: Lexeme.Gap
    private var hasSpace = false

    init(afterLexeme: Bool = false) { result = afterLexeme ? .none : .newline }

    @inline(__always)
    mutating func read(ascii byte: UInt8) {
        switch byte {
        case 0x20, 0x09: space()
        case 0x27: sign(.apostrophe)
        case 0x2D: sign(.hyphen)
        case 0x2E: sign(.point)
        case 0x26, 0x2B: sign(.ampersand)
        case 0x2F: sign(.slash)
        case 0x2C: sign(.comma)
        case 0x0A, 0x0D: result = .newline
        default: sign(.other)
        }
    }

    mutating func read(_ scalar: UInt32, _ kind: ScalarClass) {
        switch kind {
        case .space: space()
        case .newline: result = .newline
        case .invisible, .mark: break
        default:
            switch scalar {
            case 0x2019, 0x2018, 0x2BC: sign(.apostrophe)
            case 0x2010, 0x2011: sign(.hyphen)
            default: sign(.other)
            }
        }
    }

    private mutating func space() {
        hasSpace = true
        switch result {
        case .none: result = .space
        case .hyphen, .slash: result = .other
        default: break
        }
    }

    private mutating func sign(_ gap: Lexeme.Gap) {
        switch result {
        case .none: result = gap
        case .space: result = gap == .ampersand ? .ampersand : .other
        case .newline: break
        // "J.-P."
        case .point where gap == .hyphen && !hasSpace: break
        default: result = .other
        }
    }
}
