import GlaneurCore
import GlaneurLexicon

/// Words, over their inner apostrophes, hyphens, points and signs.
extension TokenScanner {
    /// What a mark behind a run of letters does to the word.
    enum Step {
        /// The word ends at this offset.
        case ends(Int)
        /// The word goes on with the run at this offset.
        case goesOn(Int)
        /// The word is the start of an address that ends at this offset.
        case address(Int)
    }

    /// What parts the words of a phrase that stays whole.
    enum Separator {
        case hyphenOrApostrophe, slash
    }

    /// Reads the word, address or handle whose first run of letters is `start..<run`; returns the offset behind it.
    mutating func word(from start: Int, run: Int) -> Int {
        var index = run
        if let (end, kind) = address(from: start, run: index) { return sign(start, end, kind) }
        var segment = start
        var points = 0
        while index < end {
            let step: Step
            switch bytes[index] {
            case 0x20, 0x0A, 0x2C, 0x29, 0x3B: return sign(start, index, .word)
            case 0x2E:
                points += 1
                step = acrossPoint(from: start, segment: segment, to: index)
            case _ where apostrophe(at: index) > 0:
                step = acrossApostrophe(from: start, segment: segment, to: index)
            case _ where hyphen(at: index) > 0:
                if isFrench, let next = clitics(from: start, to: index) { return next }
                step = acrossHyphen(from: start, segment: segment, to: index, points: points)
            default: step = acrossSign(from: start, segment: segment, to: index)
            }
            switch step {
            case .ends(let end): return sign(start, end, .word)
            case .address(let end): return sign(start, end, .url)
            case .goesOn(let next):
                segment = next
                index = runEnd(from: next)
            }
        }
        return sign(start, index, .word)
    }

    /// Whether the words from `index` on make, with what stands before them, a phrase that stays whole (`l'on`, `km/h`).
    mutating func isWhole(_ node: PhraseTable.Node, from index: Int, over separator: Separator = .hyphenOrApostrophe)
        -> Bool
    {
        var node = node
        var index = index
        while node.next != 0 {
            let run = runEnd(from: index)
            guard run > index else { return false }
            node = self.node(index..<run, behind: node.next)
            let length =
                switch separator {
                case .hyphenOrApostrophe: max(hyphen(at: run), apostrophe(at: run))
                case .slash: byte(at: run) == 0x2F ? 1 : 0
                }
            if node.classes.contains(.whole) { return length == 0 || !isLetter(at: run + length) }
            guard length > 0 else { return false }
            index = run + length
        }
        return false
    }

    // MARK: Apostrophes

    private mutating func acrossApostrophe(from start: Int, segment: Int, to index: Int) -> Step {
        let behind = index + apostrophe(at: index)
        let isFollowed = isLetter(at: behind)
        if isFrench {
            // "Saint-Nicolas-d'Acy"
            if segment > start, isFollowed, bytes[segment - 1] == 0x2D { return .goesOn(behind) }
            let node = node(segment..<index)
            if node.classes.contains(.elision) {
                let isWhole = node.next != 0 && self.isWhole(node, from: behind)
                return isWhole ? .goesOn(behind) : .ends(behind)
            }
            return isFollowed ? .goesOn(behind) : .ends(index)
        }
        if isFollowed { return .goesOn(behind) }
        guard !hasOpenQuote else {
            hasOpenQuote = false
            return .ends(index)
        }
        // "years'": a possessive, as no quotation is open that the mark could close; "cookin'".
        let last = bytes[index - 1] | 0x20
        if last == 0x73 && index - segment > 1 && !isDigit(at: behind) { return .ends(behind) }
        if last == 0x6E, index - segment >= 5, bytes[index - 2] | 0x20 == 0x69 { return .ends(behind) }
        return .ends(index)
    }

    // MARK: Hyphens

    private mutating func acrossHyphen(from start: Int, segment: Int, to index: Int, points: Int) -> Step {
        let behind = index + hyphen(at: index)
        guard isAlphanumeric(at: behind) else {
            return isCutOff(start..<index, behind: behind) ? .ends(behind) : .ends(index)
        }
        // In French compounds are one token; so are the names of news groups and hosts.
        if isFrench || points >= 2 { return .goesOn(behind) }
        return node(segment..<index).classes.contains(.prefix) ? .goesOn(behind) : .ends(index)
    }

    /// Whether a speaker broke off in the word, which is no word yet: "th- the".
    private mutating func isCutOff(_ range: Range<Int>, behind: Int) -> Bool {
        guard !isFrench, range.count <= 3, byte(at: behind) == 0x20, isOpen(before: range.lowerBound) else {
            return false
        }
        guard range.count == 1 || !isUppercase(at: range.upperBound - 1) else { return false }
        return node(range).classes.isDisjoint(with: WordClass.Set(.stop, .common, .prefix))
    }

    // MARK: Clitics

    /// Reads the word before the hyphen at `index` and the clitics behind it (`-il`, `-t-il`, `-le-moi`), if there are any.
    private mutating func clitics(from start: Int, to index: Int) -> Int? {
        guard let first = cliticEnd(from: start, to: index) else { return nil }
        emit(start, index, .word)
        emit(index, first, .word)
        guard isClitic(behind: first) else { return first }
        return sign(first, runEnd(from: first + hyphen(at: first)), .word)
    }

    /// The end of the clitic behind the hyphen at `index`, if one stands there and nothing goes on.
    private mutating func cliticEnd(from start: Int, to index: Int) -> Int? {
        let behind = index + hyphen(at: index)
        var first = behind
        var run = runEnd(from: first)
        if run == first + 1, bytes[first] | 0x20 == 0x74, hyphen(at: run) > 0 {
            first = run + hyphen(at: run)
            run = runEnd(from: first)
        }
        guard run > first, run - first <= 5, node(first..<run).classes.contains(.clitic) else { return nil }
        if hyphen(at: run) > 0, isLetter(at: run + hyphen(at: run)) {
            guard first == behind, isClitic(behind: run) else { return nil }
        }
        let headEnd = runEnd(from: start)
        let head = node(start..<headEnd)
        guard head.next != 0 else { return run }
        return isWhole(head, from: headEnd + max(1, hyphen(at: headEnd))) ? nil : run
    }

    /// Whether a second clitic follows at once, as in `donne-le-moi`.
    private mutating func isClitic(behind index: Int) -> Bool {
        let first = index + hyphen(at: index)
        guard first > index else { return false }
        let run = runEnd(from: first)
        return run > first && hyphen(at: run) == 0 && node(first..<run).classes.contains(.clitic)
    }

    // MARK: Other signs

    private mutating func acrossSign(from start: Int, segment: Int, to index: Int) -> Step {
        let behind = index + 1
        switch bytes[index] {
        // "R&D", "AT&T", "p&l"
        case 0x26 where isLetter(at: behind) && (isUppercase(at: behind) || index - start <= 2): return .goesOn(behind)
        case 0x2F: return acrossSlash(from: start, to: index)
        // "n°"
        case 0xC2 where index - start == 1 && bytes[start] | 0x20 == 0x6E && byte(at: behind) == 0xB0:
            return .ends(index + 2)
        // "US$", but "500K$" has the sign of thousands.
        case 0x24
        where isUppercase(at: start) && (start == self.start || bytes[start - 1] &- 0x30 >= 10)
            && (node(start..<index).classes.contains(.currencyPrefix) || hasValue(start..<index, .whole, "$")):
            return .ends(behind)
        // "traité(e)"
        case 0x28 where isFrench: return .ends(optionalEnding(at: index) ?? index)
        // "C++", "C#"
        case 0x2B
        where byte(at: behind) == 0x2B && byte(at: behind + 1) != 0x2B && hasValue(start..<index, .whole, "++"):
            return .ends(behind + 1)
        case 0x23 where !isAlphanumeric(at: behind) && hasValue(start..<index, .whole, "#"): return .ends(behind)
        // "sh*t", "mama`s"
        case 0x2A where isLetter(at: behind): return .goesOn(behind)
        case 0x60 where !isFrench && isLetter(at: behind): return .goesOn(behind)
        // "Yahoo!"
        case 0x21: return .ends(hasValue(segment..<index, .whole, "!") ? behind : index)
        default: return .ends(index)
        }
    }

    /// Units and short forms over a slash stay whole where the table knows them (`km/h`, `w/o`), in English those of three letters
    /// too (`b/c`), in French codes with capitals before small letters (`IIb/IIIa`).
    private mutating func acrossSlash(from start: Int, to index: Int) -> Step {
        let behind = index + 1
        let node = node(start..<index)
        if node.next != 0, isWhole(node, from: behind, over: .slash) { return .goesOn(behind) }
        if node.classes.contains(.whole), lexicon.hasValue(node, .whole, "/") { return .ends(behind) }
        guard isLetter(at: behind) else { return .ends(index) }
        let goesOn =
            isFrench
            ? isCode(from: start, to: index) && isCode(from: behind, to: runEnd(from: behind))
            : index - start <= 2 && !isAlphanumeric(at: behind + 1)
        return goesOn ? .goesOn(behind) : .ends(index)
    }

    private func isCode(from start: Int, to end: Int) -> Bool {
        end - start <= 8 && isUppercase(at: start) && isUppercase(at: start + 1) && bytes[end - 1] &- 0x61 < 26
    }

    /// The end of an ending in brackets, of one to three letters, that opens at `index`.
    private func optionalEnding(at index: Int) -> Int? {
        var end = index + 1
        while end <= index + 3, isLetter(at: end) { end += scalar(at: end).length }
        return end > index + 1 && byte(at: end) == 0x29 ? end + 1 : nil
    }

    /// Whether the table gives a word this value in a class.
    mutating func hasValue(_ range: Range<Int>, _ wordClass: WordClass, _ value: StaticString) -> Bool {
        let node = node(range)
        return node.classes.contains(wordClass) && lexicon.hasValue(node, wordClass, value)
    }
}
