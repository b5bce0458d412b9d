import GlaneurCore
import GlaneurLexicon

/// Points that belong to a word: abbreviations, initials, the names of hosts and files.
extension TokenScanner {
    /// What the point at `index` does to the word from `start` on, whose last run began at `segment`.
    mutating func acrossPoint(from start: Int, segment: Int, to index: Int) -> Step {
        let behind = index + 1
        if isLetter(at: behind) { return acrossInnerPoint(from: start, segment: segment, to: index) }
        // "W...", "etc..."; a point behind "etc." stands alone.
        if byte(at: behind) == 0x2E, byte(at: behind + 1) == 0x2E { return .ends(index) }
        guard isSingleScalar(segment..<index), isUppercase(at: segment) || segment > start else {
            return .ends(isAbbreviation(segment..<index, behind: behind) ? behind : index)
        }
        // "J.-C."
        if hyphen(at: behind) > 0, isUppercase(at: behind + hyphen(at: behind)), isFrench || segment == start {
            return .goesOn(behind + hyphen(at: behind))
        }
        if segment > start {
            guard isChained(segment, from: start), !(isFrench && isLastInBlock(behind)) else { return .ends(index) }
            // "the U.S.'s"
            if !isFrench, apostrophe(at: behind) > 0, byte(at: behind + apostrophe(at: behind)) == 0x73 {
                return .goesOn(behind + apostrophe(at: behind))
            }
            return .ends(behind)
        }
        // The C of "5°C." and the B of "$16.5B." are no initials.
        let isUnit = start > self.start && (bytes[start - 1] &- 0x30 < 10 || scalarBefore(start) == 0xB0)
        return .ends(isUnit || isLastInBlock(behind) ? index : behind)
    }

    /// Whether the run that began at `segment` stands behind the point of an initial or a short word: "O.N.U", "J.-C", "Ph.D".
    private func isChained(_ segment: Int, from start: Int) -> Bool {
        var last = segment - 1
        if bytes[last] == 0x2D, last > start { last -= 1 }
        guard bytes[last] == 0x2E else { return false }
        return last - start <= 3 || bytes[(last - 3)..<last].contains { $0 == 0x2E || $0 == 0x2D }
    }

    // MARK: Abbreviations

    private mutating func isAbbreviation(_ range: Range<Int>, behind: Int) -> Bool {
        let node = node(range)
        guard node.classes.contains(.abbreviation) else { return false }
        // "RTE" is no "rte." (route).
        if isFrench, range.count >= 3, range.allSatisfy({ bytes[$0] &- 0x41 < 26 }) { return false }
        if lexicon.hasValue(node, .abbreviation, "figure"), !hasFigure(beside: range, behind: behind) { return false }
        return !(isFrench && isLastInBlock(behind))
    }

    /// Whether a figure follows the word or stands before it, as in `No. 5` and `12 sept.`.
    private func hasFigure(beside range: Range<Int>, behind: Int) -> Bool {
        if kind(at: behind + space(at: behind)) == .digit { return true }
        var index = range.lowerBound - 1
        // One space of any width: its last bytes are no digits.
        while index > start, index > range.lowerBound - 4, bytes[index] == 0x20 || bytes[index] >= 0x80 { index -= 1 }
        return index >= start && bytes[index] &- 0x30 < 10
    }

    private mutating func isLastInBlock(_ first: Int) -> Bool {
        var index = first
        while index < end, !isAlphanumeric(at: index) { index += scalar(at: index).length }
        bytesRead += index - first
        return index >= end
    }

    // MARK: Points between letters

    private mutating func acrossInnerPoint(from start: Int, segment: Int, to index: Int) -> Step {
        let behind = index + 1
        let run = runEnd(from: behind)
        let node = node(segment..<index)
        if node.next != 0, self.node(behind..<run, behind: node.next).isPhrase { return .goesOn(behind) }
        let isInitial = isSingleScalar(segment..<index)
        if isInitial, isSingleScalar(behind..<run) { return .goesOn(behind) }
        if isExtension(behind..<run) {
            // "example.fr/page"
            if byte(at: run) == 0x2F, isAlphanumeric(at: run + 1) { return .address(urlEnd(from: run)) }
            return .goesOn(behind)
        }
        // "S.Korea", "St.John"; "word.Next" lacks a space.
        let endsBehind = isInitial && isUppercase(at: segment) || node.classes.contains(.abbreviation)
        if isUppercase(at: behind) { return .ends(endsBehind ? behind : index) }
        // "alt.animals.dogs"; "word.next" lacks a space too.
        let isNewsGroup = byte(at: run) == 0x2E && isLetter(at: run + 1) && !isUppercase(at: run + 1)
        if isNewsGroup || segment > start && bytes[segment - 1] == 0x2E { return .goesOn(behind) }
        return .ends(endsBehind ? behind : index)
    }

    /// Whether a range is a suffix of the names of hosts or files: `com`, `doc`.
    mutating func isExtension(_ range: Range<Int>) -> Bool {
        !range.isEmpty && range.count <= 6 && hasValue(range, .whole, "extension")
    }
}
