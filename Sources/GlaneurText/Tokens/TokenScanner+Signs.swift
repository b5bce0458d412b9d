import GlaneurCore
import GlaneurLexicon

/// Marks of punctuation, signs, emoticons and emoji.
extension TokenScanner {
    /// Reads the mark at `index` and what belongs to it; returns the offset behind.
    mutating func punctuation(_ scalar: UInt32, at index: Int, length: Int) -> Int {
        let behind = index + length
        switch scalar {
        case 0x2E: return point(at: index)
        case 0x21, 0x3F: return sign(index, endMarksEnd(from: index), .punctuation)
        // "…."
        case 0x2026: return sign(index, repeated(0x2E, from: behind), .punctuation)
        case 0x2D where isFrench && isOpen(before: index) && isDigit(at: behind):
            return number(from: index, digits: behind)
        case 0x40 where isLetter(at: behind) || byte(at: behind) == 0x5F: return handle(at: index)
        case 0x23 where isLetter(at: behind): return sign(index, runEnd(from: behind), .hashtag)
        case 0x23, 0x2A:
            if let end = keycapEnd(behind: behind) { return sign(index, end, .emoji) }
            return sign(index, repeated(UInt8(truncatingIfNeeded: scalar), from: index), .punctuation)
        case 0x27, 0x2018, 0x2019, 0x2BC: return quote(scalar, at: index, length: length)
        case 0x28:
            // "(:"
            if byte(at: behind) == 0x3A, isOpen(before: index), byte(at: behind + 1) <= 0x20 {
                return sign(index, behind + 1, .emoji)
            }
            openBrackets += 1
        case 0x29: openBrackets = max(0, openBrackets - 1)
        case 0x3A, 0x3B: if let end = emoticonEnd(at: index) { return sign(index, end, .emoji) }
        case 0x2D, 0x5F, 0x2F, 0x5C, 0x26: return sign(index, signRunEnd(from: index), .punctuation)
        default: break
        }
        return sign(index, behind, .punctuation)
    }

    /// Reads the sign at `index` and what belongs to it; returns the offset behind.
    mutating func symbol(_ scalar: UInt32, at index: Int, length: Int) -> Int {
        let behind = index + length
        switch scalar {
        case 0x2B where isOpen(before: index) && isDigit(at: behind): return number(from: index, digits: behind)
        // "+/-"
        case 0x2B where byte(at: behind) == 0x2F && byte(at: behind + 1) == 0x2D:
            return sign(index, behind + 2, .symbol)
        case 0x2212 where isFrench && isOpen(before: index) && isDigit(at: behind):
            return number(from: index, digits: behind)
        // "25 °C"; "9°C" is three.
        case 0xB0 where isFrench && isOpen(before: index) && isTemperature(behind):
            return sign(index, behind + 1, .symbol)
        // "<3"
        case 0x3C where byte(at: behind) == 0x33 && !isAlphanumeric(at: behind + 1):
            return sign(index, behind + 1, .emoji)
        case 0x3D: if let end = emoticonEnd(at: index) { return sign(index, end, .emoji) }
        case 0x5E where byte(at: behind) == 0x5F && byte(at: behind + 1) == 0x5E: return sign(index, behind + 2, .emoji)
        default: break
        }
        if isRaisedOrFraction(scalar) { return sign(index, behind, .number) }
        return sign(index, scalar < 0x80 ? signRunEnd(from: index) : behind, .symbol)
    }

    private func isTemperature(_ index: Int) -> Bool {
        (byte(at: index) == 0x43 || byte(at: index) == 0x46) && !isAlphanumeric(at: index + 1)
    }

    // MARK: Runs

    private mutating func repeated(_ byte: UInt8, from first: Int) -> Int {
        var index = first
        while index < end, bytes[index] == byte { index += 1 }
        bytesRead += index - first
        return index
    }

    /// Reads points: an ellipsis, a figure that begins with its decimals, the suffix of a file, or marks that end a sentence.
    private mutating func point(at index: Int) -> Int {
        let behind = index + 1
        if isDigit(at: behind), isOpen(before: index) { return number(from: index, digits: behind) }
        // "a .doc file", "draft (2).doc"
        if isLetter(at: behind), isOpen(before: index) || bytes[index - 1] == 0x29 {
            let run = runEnd(from: behind)
            if isExtension(behind..<run) { return sign(index, run, .word) }
        }
        let points = repeated(0x2E, from: index)
        return sign(index, points - index >= 3 ? points : endMarksEnd(from: index), .punctuation)
    }

    /// The end of a run of `.`, `!` and `?`; an ellipsis inside it is a token of its own.
    private mutating func endMarksEnd(from first: Int) -> Int {
        var index = first
        while index < end {
            switch bytes[index] {
            case 0x21, 0x3F: index += 1
            case 0x2E:
                if byte(at: index + 1) == 0x2E, byte(at: index + 2) == 0x2E { return index }
                index += 1
            default:
                bytesRead += index - first
                return index
            }
        }
        return index
    }

    /// The end of a run of one sign (`--`, `$$$`, `<<`) or, with a hyphen or an equals sign in it, of several (`->`, `==>`).
    private mutating func signRunEnd(from index: Int) -> Int {
        let first = bytes[index]
        let same = repeated(first, from: index)
        guard isLine(first), isLine(byte(at: same)) else { return same }
        var end = same
        var isDrawn = first == 0x2D || first == 0x3D
        while isLine(byte(at: end)) {
            isDrawn = isDrawn || bytes[end] == 0x2D || bytes[end] == 0x3D
            end += 1
        }
        bytesRead += end - same
        // "x=-1" has a sign before its figure.
        return isDrawn && !(end - index == 2 && isDigit(at: end)) ? end : same
    }

    /// Whether a byte is a sign of which lines and arrows are drawn: `- = < > + | ~`.
    private func isLine(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2D, 0x3D, 0x3C, 0x3E, 0x2B, 0x7C, 0x7E: true
        default: false
        }
    }

    /// Reads an `@name`, with the suffix of a host (`@example.com`).
    private mutating func handle(at index: Int) -> Int {
        var end = runEnd(from: index + 1)
        if byte(at: end) == 0x2E, isLetter(at: end + 1) {
            let run = runEnd(from: end + 1)
            if isExtension((end + 1)..<run) { end = run }
        }
        return sign(index, end, .handle)
    }

    // MARK: Quotation marks

    /// Reads a single quotation mark, a pair of them (`''`), or in English a word or figure that lost its beginning (`'em`, `'68`).
    private mutating func quote(_ scalar: UInt32, at index: Int, length: Int) -> Int {
        let behind = index + length
        let second = scalar == 0x27 ? (byte(at: behind) == 0x27 ? 1 : 0) : apostrophe(at: behind)
        if second > 0 { return sign(index, behind + second, .punctuation) }
        if !isFrench, scalar != 0x2018, let end = shortenedEnd(at: behind) {
            return sign(index, end, isDigit(at: behind) ? .number : .word)
        }
        hasOpenQuote = scalar == 0x2018 || scalar == 0x27 && isOpen(before: index)
        return sign(index, behind, .punctuation)
    }

    /// The end of a word or of the figure of a year that lost its beginning at the apostrophe before `first`.
    private mutating func shortenedEnd(at first: Int) -> Int? {
        if isDigit(at: first), isDigit(at: first + 1) {
            let end = byte(at: first + 2) == 0x73 ? first + 3 : first + 2
            return isAlphanumeric(at: end) ? nil : end
        }
        guard isLetter(at: first) else { return nil }
        let run = runEnd(from: first)
        return run - first <= 8 && node(first..<run).classes.contains(.elision) ? run : nil
    }

    // MARK: Emoticons and emoji

    /// The end of `:)` `:-(` `;)` `=)` `:D` and their like: behind white space, or glued to a word where no bracket is open.
    private func emoticonEnd(at index: Int) -> Int? {
        let nose = byte(at: index + 1) == 0x2D || byte(at: index + 1) == 0x27 ? 1 : 0
        let mouth = byte(at: index + 1 + nose)
        let after = index + 2 + nose
        guard !isAlphanumeric(at: after) else { return nil }
        switch mouth {
        case 0x29, 0x28:
            if isOpen(before: index) { return after }
            let isGlued = bytes[index - 1] &- 0x30 >= 10 && (nose == 1 || mouth == 0x29 && openBrackets == 0)
            return isGlued ? after : nil
        case 0x44, 0x50, 0x70, 0x2F, 0x7C, 0x4F, 0x6F: return isOpen(before: index) ? after : nil
        default: return nil
        }
    }

    /// The end of the key cap around the digit or sign before `index`: `1️⃣`.
    func keycapEnd(behind index: Int) -> Int? {
        guard byte(at: index) >= 0xE0 else { return nil }
        let (scalar, length) = scalar(at: index)
        let cap = scalar == 0xFE0F ? index + length : index
        return cap < end && self.scalar(at: cap).value == 0x20E3 ? cap + 3 : nil
    }

    /// The end of an emoji with its skin tone, its joined parts, its tags; two regional indicators are a flag.
    mutating func emojiEnd(from first: Int) -> Int {
        let (scalar, length) = scalar(at: first)
        var index = first + length
        var isFlag = false
        while index < end {
            let (next, length) = self.scalar(at: index)
            switch next {
            case 0xFE0F, 0x1F3FB...0x1F3FF, 0x20E3, 0xE0020...0xE007F: index += length
            case 0x200D where kind(at: index + length) == .emoji:
                index += length + self.scalar(at: index + length).length
            case 0x1F1E6...0x1F1FF where !isFlag && (0x1F1E6...0x1F1FF).contains(scalar):
                index += length
                isFlag = true
            default:
                bytesRead += index - first
                return index
            }
        }
        return index
    }
}
