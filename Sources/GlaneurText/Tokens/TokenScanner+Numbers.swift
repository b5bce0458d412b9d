import GlaneurCore
import GlaneurLexicon

/// Figures, with their groups, decimals and endings.
extension TokenScanner {
    /// Reads the figure whose digits begin at `digits`, behind a sign or a point at `start` if that is before; returns the
    /// offset behind it.
    mutating func number(from start: Int, digits: Int) -> Int {
        if let end = keycapEnd(behind: digits + 1) { return sign(start, end, .emoji) }
        let index = figureEnd(from: digits)
        let end = ending(from: index, digits: digits)
        emit(start, end, .number)
        // "20h45"
        if isFrench, end == index, byte(at: end) | 0x20 == 0x68, isDigit(at: end + 1) {
            return sign(end, end + 1, .word)
        }
        return end
    }

    private mutating func figureEnd(from digits: Int) -> Int {
        var index = digitsEnd(from: digits)
        let first = index - digits
        var hasSeparator = false
        var isChain = false
        while index < end {
            switch bytes[index] {
            case 0x2E, 0x2C, 0x3A:
                guard kind(at: index + 1) == .digit else { return index }
                index = digitsEnd(from: index + 1)
                hasSeparator = true
            case 0x2F:
                guard kind(at: index + 1) == .digit else { return index }
                let next = digitsEnd(from: index + 1)
                // "1/10 000" divides by a figure of its own.
                if isFrench, groupEnd(at: next, first: next - index - 1) != nil { return index }
                index = next
                hasSeparator = true
                isChain = true
            case 0x2D:
                guard let next = hyphenatedEnd(from: index, first: first, isChain: isChain) else { return index }
                index = next
                hasSeparator = true
                isChain = true
            default:
                guard !hasSeparator, bytes[digits] != 0x30, let next = groupEnd(at: index, first: first) else {
                    return index
                }
                index = next
            }
        }
        return index
    }

    mutating func digitsEnd(from first: Int) -> Int {
        var index = first
        while index < end {
            if bytes[index] &- 0x30 < 10 {
                index += 1
            } else if bytes[index] >= 0x80, kind(at: index) == .digit {
                index += scalar(at: index).length
            } else {
                break
            }
        }
        bytesRead += index - first
        return index
    }

    /// The end of a group of three digits behind the space or the Swiss apostrophe at `index`, if there is one.
    ///
    /// A plain space joins only what reads as one number, and only in French: one to three digits, then groups of three.
    private mutating func groupEnd(at index: Int, first: Int) -> Int? {
        guard (1...3).contains(first) else { return nil }
        var length = apostrophe(at: index)
        if length == 0 {
            length = space(at: index)
            guard length > 0, isFrench || bytes[index] != 0x20 else { return nil }
        }
        let group = index + length
        guard isDigit(at: group), isDigit(at: group + 1), isDigit(at: group + 2), !isDigit(at: group + 3) else {
            return nil
        }
        return group + 3
    }

    /// The end of the figure that a hyphen joins: scores and ranges of years in French, dates and phone numbers in both.
    private mutating func hyphenatedEnd(from index: Int, first: Int, isChain: Bool) -> Int? {
        guard kind(at: index + 1) == .digit else { return nil }
        let second = digitsEnd(from: index + 1)
        if isFrench || isChain { return second }
        if byte(at: second) == 0x2D, isDigit(at: second + 1) { return digitsEnd(from: second + 1) }
        // "345-9945", "3-5213", "94720-1900"; years have four digits on both sides.
        return second - index == 5 && (first == 1 || first == 3 || first == 5) ? second : nil
    }

    // MARK: Endings

    /// Takes what is glued to a figure and no unit or sign of scale into it: `1er`, `3rd`, `1990s`, `80's`, `4x4`, `2½`, `10.jpg`.
    private mutating func ending(from index: Int, digits: Int) -> Int {
        let mark = apostrophe(at: index)
        if mark > 0 {
            return byte(at: index + mark) | 0x20 == 0x73 && !isAlphanumeric(at: index + mark + 1)
                ? index + mark + 1 : index
        }
        if byte(at: index) == 0x2E, isLetter(at: index + 1) {
            let run = runEnd(from: index + 1)
            return isExtension((index + 1)..<run) ? run : index
        }
        guard index < end, bytes[index] != 0x20 else { return index }
        let (scalar, length) = scalar(at: index)
        switch ScalarClass.of(scalar) {
        case .symbol where isRaisedOrFraction(scalar): return index + length
        case .letter: break
        default: return index
        }
        // "4-temps" is a compound; "20h45" is none.
        if isFrench, bytes[index] | 0x20 == 0x68, isDigit(at: index + 1) { return index }
        let run = runEnd(from: index)
        // "2p.m."
        if byte(at: run) == 0x2E, isLetter(at: run + 1) { return index }
        // Between a figure and a sign of currency stands its scale: "$16.5B", "500K$".
        if run - index <= 4, isCurrency(before: digits) || isCurrency(at: run) { return index }
        let classes = node(index..<run).classes
        if classes.contains(.ordinalSuffix) { return run }
        // "3D", "5G"
        if run == index + 1, index == digits + 1, bytes[index] | 0x20 == 0x64 || bytes[index] | 0x20 == 0x67 {
            return run
        }
        guard run - index <= 8, classes.isDisjoint(with: TokenScanner.apartFromFigures) else { return index }
        if run > index + 1, !classes.isDisjoint(with: WordClass.Set(.stop, .common)) { return index }
        return run
    }

    /// Units, signs of scale and money, and words of time: what a figure counts stands apart from it.
    private static let apartFromFigures = WordClass.Set(
        .unit, .scaleSign, .scale, .timeUnit, .daypart, .currencyCode, .month)
}
