import GlaneurCore
import GlaneurLexicon

extension TokenScanner {
    /// Reads the figure that starts with a digit at `start`, with its groups, decimals and ordinal ending.
    func number(at start: Int) -> Int {
        var index = digitsEnd(from: start)
        var hasSeparator = false
        while index < end {
            let separator = bytes[index]
            switch separator {
            case 0x2E, 0x2C, 0x3A, 0x2F:
                guard kind(at: index + 1) == .digit else { return ordinalEnd(from: index, start: start) }
                index = digitsEnd(from: index + 1)
                hasSeparator = true
            case 0x2D:
                guard let end = hyphenatedEnd(from: index) else { return ordinalEnd(from: index, start: start) }
                index = end
                hasSeparator = true
            default:
                let group = groupEnd(from: index, start: start, hasSeparator: hasSeparator)
                guard group > index else { return ordinalEnd(from: index, start: start) }
                index = group
            }
        }
        return index
    }

    private func digitsEnd(from index: Int) -> Int {
        var index = index
        while kind(at: index) == .digit { index += bytes.scalar(at: index).length }
        return index
    }

    /// The end of a group of three digits behind a space at `index`, or `index` where the space ends the figure.
    ///
    /// A plain space joins only what reads as one number: one to three digits, then groups of exactly three.
    private func groupEnd(from index: Int, start: Int, hasSeparator: Bool) -> Int {
        guard !hasSeparator else { return index }
        let (scalar, length) = bytes.scalar(at: index)
        let isPlain = scalar == 0x20
        guard ScalarClass.of(scalar) == .space, isFrench || !isPlain else { return index }
        let first = firstGroupCount(from: start)
        guard (1...3).contains(first), bytes[start] != 0x30 || first == 3 && !isPlain else { return index }
        let group = index + length
        let groupEnd = digitsEnd(from: group)
        return groupEnd - group == 3 ? groupEnd : index
    }

    private func firstGroupCount(from start: Int) -> Int { digitsEnd(from: start) - start }

    /// The end of figures joined by hyphens: scores and ranges of years in French, dates and phone numbers in both.
    private func hyphenatedEnd(from index: Int) -> Int? {
        guard kind(at: index + 1) == .digit else { return nil }
        let second = digitsEnd(from: index + 1)
        if bytes.count > second, byte(at: second) == 0x2D, kind(at: second + 1) == .digit {
            return digitsEnd(from: second + 1)
        }
        return isFrench ? second : nil
    }

    /// Takes an ordinal or plural ending (`1er`, `20e`, `3rd`, `1990s`) into the figure.
    private func ordinalEnd(from index: Int, start: Int) -> Int {
        guard kind(at: index) == .letter else { return index }
        let run = runEnd(from: index)
        guard run - index <= 5 else { return index }
        if node(index..<run).classes.contains(.ordinalSuffix) { return run }
        // "3D", "5G"
        if run == index + 1, index == start + 1, bytes[index] == 0x44 || bytes[index] == 0x47 { return run }
        return index
    }
}
