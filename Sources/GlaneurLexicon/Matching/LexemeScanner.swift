import GlaneurCore

/// Cuts text into lexemes and hashes them.
package enum LexemeScanner {
    /// Appends the lexemes of `bytes[range]`, valid UTF-8 in normalisation form C; the first has a newline before it.
    package static func scan(_ bytes: [UInt8], in range: Range<Int>? = nil, into lexemes: inout [Lexeme]) {
        let range = range ?? bytes.indices
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "the range lies in the bytes")
        // Every word of every document comes through here two or three times: the bounds are checked once, above.
        bytes.withUnsafeBufferPointer { scan($0, in: range, into: &lexemes) }
    }

    private static func scan(
        _ span: UnsafeBufferPointer<UInt8>, in range: Range<Int>, into lexemes: inout [Lexeme]
    ) {
        let end = range.upperBound
        var index = range.lowerBound
        var gap = GapReader.atStart
        while index < end {
            let byte = span[index]
            if byte < 0x80 {
                guard isAlphanumeric(byte) else {
                    gap.read(ascii: byte)
                    index += 1
                    continue
                }
            } else {
                let (scalar, length) = span.span.scalar(at: index)
                let kind = ScalarClass.beyondASCII(scalar)
                guard kind == .letter || kind == .digit else {
                    gap.read(scalar, kind)
                    index += length
                    continue
                }
            }
            if let word = shortWord(span, from: index, to: end, gap: gap.result) {
                lexemes.append(word)
                index = Int(word.end)
            } else {
                var draft = LexemeDraft()
                let start = index
                index = draft.read(span, from: start, to: end)
                lexemes.append(draft.lexeme(start..<index, gap: gap.result))
            }
            // One space is what stands between most words.
            if index + 1 < end, span[index] == 0x20, isAlphanumeric(span[index + 1]) {
                gap = .oneSpace
                index += 1
            } else {
                gap = .afterLexeme
            }
        }
    }

    /// The lexeme that starts at `start`, where it is of one to seven letters of ASCII, as two in three are: then its hash is
    /// made at once.
    @inline(__always)
    private static func shortWord(
        _ span: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, gap: Lexeme.Gap
    ) -> Lexeme? {
        guard start + 8 <= span.count else { return nil }
        let word = UInt64(
            littleEndian: UnsafeRawBufferPointer(span).loadUnaligned(fromByteOffset: start, as: UInt64.self))
        let run = FoldHash.LetterRun(word, limit: end - start)
        guard (1...7).contains(run.count) else { return nil }
        let behind = start + run.count
        guard behind == end || !isWordByte(span[behind]) else { return nil }
        var hash = FoldHash()
        hash.add(run.lower, count: UInt64(run.count))
        let value = hash.value
        return Lexeme(
            start: Int32(start), end: Int32(behind), nameHash: value, wordHash: value, gap: gap, shape: run.shape)
    }

    /// The hash by which word tables know the letters and digits of `bytes[range]`, in lower case with accents.
    package static func wordHash(_ bytes: borrowing Span<UInt8>, in range: Range<Int>) -> UInt64 {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "the range lies in the bytes")
        return bytes.withUnsafeBufferPointer { bytes in
            var hash = FoldHash()
            var index = range.lowerBound
            while index < range.upperBound {
                let run = hash.addSmallLetters(bytes, from: index, to: range.upperBound)
                if run > 0 {
                    index += run
                    continue
                }
                let byte = bytes[index]
                if byte < 0x80 {
                    if byte &- 0x41 < 26 { hash.add(byte | 0x20) } else if isAlphanumeric(byte) { hash.add(byte) }
                    index += 1
                    continue
                }
                let (scalar, length) = bytes.span.scalar(at: index)
                index += length
                switch ScalarClass.beyondASCII(scalar) {
                case .letter, .digit, .mark: hash.add(scalar: Folding.lowercase(scalar))
                default: continue
                }
            }
            return hash.value
        }
    }

    /// Whether a byte belongs to a letter or digit, as far as one byte tells: all beyond ASCII count as letters.
    package static func isWordByte(_ byte: UInt8) -> Bool { byte >= 0x80 || isAlphanumeric(byte) }

    @inline(__always)
    fileprivate static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    }
}

/// A lexeme while it is read.
private struct LexemeDraft {
    private var words = FoldHash()
    private var names = FoldHash()
    /// Whether the two hashes differ: there was something beyond ASCII.
    private var differ = false
    private var shape: Lexeme.Shape = []
    private var isFirst = true
    private var startsWithDigit = false

    /// Reads the lexeme that starts at `start` and returns the offset behind it.
    @inline(__always)
    mutating func read(_ span: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        startsWithDigit = span[start] &- 0x30 < 10
        while index < end {
            // Letters of ASCII first, as many of eight as there are: they are nine in ten.
            if !startsWithDigit, index + 8 <= span.count {
                let word = UInt64(
                    littleEndian: UnsafeRawBufferPointer(span).loadUnaligned(fromByteOffset: index, as: UInt64.self))
                let run = FoldHash.LetterRun(word, limit: end - index)
                if run.count > 0 {
                    add(run)
                    index += run.count
                    guard run.count < 8 else { continue }
                    guard index < end else { return index }
                }
            }
            let byte = span[index]
            if (byte | 0x20) &- 0x61 < 26 {
                if startsWithDigit { return index }
                let isCapital = byte & 0x20 == 0
                shape.insert(isCapital ? isFirst ? .initialCapital : .innerCapital : .small)
                words.add(byte | 0x20)
                if differ { names.add(byte | 0x20) }
            } else if byte &- 0x30 < 10 {
                shape.insert(.digit)
                words.add(byte)
                if differ { names.add(byte) }
            } else {
                guard byte >= 0x80 else { return index }
                // À to ÿ, but × and ÷: nearly every letter beyond ASCII in French.
                if byte == 0xC3, index + 1 < end, span[index + 1] | 0x20 != 0xB7 {
                    guard !startsWithDigit else { return index }
                    add(latin: 0xC0 | UInt32(span[index + 1] & 0x3F))
                    index += 2
                    continue
                }
                let length = add(span.span.scalar(at: index))
                guard length > 0 else { return index }
                index += length
                continue
            }
            isFirst = false
            index += 1
        }
        return index
    }

    /// Adds letters of ASCII.
    @inline(__always)
    private mutating func add(_ run: FoldHash.LetterRun) {
        words.add(run.lower, count: UInt64(run.count))
        if differ { names.add(run.lower, count: UInt64(run.count)) }
        let more = run.shape
        if isFirst {
            shape.insert(more)
        } else {
            if more.hasCapital { shape.insert(.innerCapital) }
            if more.contains(.small) { shape.insert(.small) }
        }
        isFirst = false
    }

    /// Adds a letter from U+00C0 to U+00FF.
    @inline(__always)
    private mutating func add(latin scalar: UInt32) {
        let isCapital = scalar < 0xDF
        let lower = isCapital ? scalar | 0x20 : scalar
        shape.insert(!isCapital ? .small : isFirst ? .initialCapital : .innerCapital)
        splitHashes()
        // The two bytes in which a hash knows a scalar of eight bits.
        words.add(UInt64(lower) | 0x8100, count: 2)
        if let bare = Folding.bare(lower) {
            names.add(UInt8(truncatingIfNeeded: bare.first))
            if let second = bare.second { names.add(UInt8(truncatingIfNeeded: second)) }
        }
        isFirst = false
    }

    /// Adds a scalar beyond ASCII and returns its length, or 0 where it ends the lexeme.
    private mutating func add(_ scalar: (value: UInt32, length: Int)) -> Int {
        switch ScalarClass.beyondASCII(scalar.value) {
        case .letter:
            guard !startsWithDigit else { return 0 }
            let lower = Folding.lowercase(scalar.value)
            shape.insert(lower == scalar.value ? .small : isFirst ? .initialCapital : .innerCapital)
            splitHashes()
            words.add(scalar: lower)
            if let bare = Folding.bare(lower) {
                names.add(scalar: bare.first)
                if let second = bare.second { names.add(scalar: second) }
            }
        case .digit:
            shape.insert(.digit)
            words.add(scalar: scalar.value)
            if differ { names.add(scalar: scalar.value) }
        case .mark:
            splitHashes()
            words.add(scalar: scalar.value)
        case .invisible: break
        default: return 0
        }
        isFirst = false
        return scalar.length
    }

    private mutating func splitHashes() {
        guard !differ else { return }
        differ = true
        names = words
    }

    /// The finished lexeme.
    @inline(__always)
    func lexeme(_ range: Range<Int>, gap: Lexeme.Gap) -> Lexeme {
        let word = words.value
        return Lexeme(
            start: Int32(range.lowerBound), end: Int32(range.upperBound), nameHash: differ ? names.value : word,
            wordHash: word, gap: gap, shape: shape)
    }
}

/// Sums up what stands between two lexemes.
private struct GapReader {
    private(set) var result: Lexeme.Gap
    private var hasSpace = false

    /// What stands before the first lexeme.
    static let atStart = GapReader(result: .newline)
    /// Nothing yet behind a lexeme.
    static let afterLexeme = GapReader(result: .none)
    /// One space behind a lexeme.
    static let oneSpace = GapReader(result: .space, hasSpace: true)

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
