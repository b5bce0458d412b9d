import GlaneurCore
import GlaneurLexicon

extension TokenScanner {
    /// Reads the word, address or handle that starts with a letter at `start`.
    mutating func word(at start: Int) -> (next: Int, kind: Token.Kind?) {
        var index = isHourSign(at: start) ? start + 1 : runEnd(from: start)
        // Most words end here: a space, a comma.
        if index < end, bytes[index] == 0x20 { return (index, .word) }
        if let address = addressEnd(from: start, run: index) { return address }
        var segment = start
        while index < end {
            let next: Int
            if apostrophe(at: index) > 0 {
                next = acrossApostrophe(from: start, segment: segment, to: index)
            } else if hyphen(at: index) > 0 {
                next = acrossHyphen(from: start, segment: segment, to: index)
            } else if bytes[index] == 0x2E {
                next = acrossPoint(from: start, segment: segment, to: index)
            } else {
                next = acrossSign(from: start, to: index)
            }
            // A negative result is the end of the token, a positive one the start of its next segment.
            if next <= 0 { return (-next, .word) }
            segment = next
            index = runEnd(from: next)
        }
        return (index, .word)
    }

    // MARK: Apostrophes

    private mutating func acrossApostrophe(from start: Int, segment: Int, to index: Int) -> Int {
        let behind = index + apostrophe(at: index)
        let isFollowed = kind(at: behind) == .letter
        if isFrench {
            let node = node(segment..<index)
            if node.classes.contains(.elision) {
                return node.next != 0 && isWhole(node, from: behind) ? behind : -behind
            }
            return isFollowed ? behind : -index
        }
        if isFollowed { return behind }
        // "years'": a possessive, unless the mark closes a quotation.
        let isPossessive = (bytes[index - 1] | 0x20) == 0x73 && hasNoOpenQuote && kind(at: behind) == .space
        if !isPossessive { closeQuote() }
        return isPossessive ? -behind : -index
    }

    /// Whether the words from `index` on make, with what stands before them, a phrase that stays whole (`l'on`).
    private func isWhole(_ node: PhraseTable.Node, from index: Int) -> Bool {
        var node = node
        var index = index
        while node.next != 0 {
            let run = runEnd(from: index)
            guard run > index else { return false }
            node = self.node(index..<run, behind: node.next)
            let separator = max(hyphen(at: run), apostrophe(at: run))
            if node.classes.contains(.whole) { return separator == 0 || kind(at: run + separator) != .letter }
            guard separator > 0 else { return false }
            index = run + separator
        }
        return false
    }

    // MARK: Hyphens

    private mutating func acrossHyphen(from start: Int, segment: Int, to index: Int) -> Int {
        let behind = index + hyphen(at: index)
        let following = kind(at: behind)
        guard following == .letter || following == .digit else { return -index }
        if isFrench {
            pendingClitic = cliticEnd(from: start, to: index, behind: behind).map { index..<$0 }
            return pendingClitic == nil ? behind : -index
        }
        let node = node(segment..<index)
        if node.classes.contains(.prefix) { return behind }
        // "F-35", "COVID-19", "B-29s": names of things.
        if following == .digit, isUppercase(at: segment) { return behind }
        return -index
    }

    /// Returns the end of the clitic behind the hyphen at `index` (`-il`, `-t-il`), if one stands there and nothing goes on.
    private func cliticEnd(from start: Int, to index: Int, behind: Int) -> Int? {
        var first = behind
        var run = runEnd(from: first)
        if run == first + 1, bytes[first] | 0x20 == 0x74, hyphen(at: run) > 0 {
            first = run + hyphen(at: run)
            run = runEnd(from: first)
        }
        guard run > first, run - first <= 5, node(first..<run).classes.contains(.clitic),
            hyphen(at: run) == 0 || kind(at: run + hyphen(at: run)) != .letter
                || first == behind
                    && isClitic(behind: run)
        else { return nil }
        let headEnd = runEnd(from: start)
        let head = node(start..<headEnd)
        return head.next != 0 && isWhole(head, from: headEnd + max(1, hyphen(at: headEnd))) ? nil : run
    }

    /// Returns the end of the clitic token and looks for a second one behind it.
    mutating func cliticToken(_ clitic: Range<Int>) -> Int {
        let index = clitic.upperBound
        pendingClitic = isClitic(behind: index) ? index..<runEnd(from: index + hyphen(at: index)) : nil
        return index
    }

    /// Whether a second clitic follows at once, as in `donne-le-moi`.
    private func isClitic(behind index: Int) -> Bool {
        let first = index + hyphen(at: index)
        let run = runEnd(from: first)
        return first > index && run > first && hyphen(at: run) == 0 && node(first..<run).classes.contains(.clitic)
    }

    // MARK: Points

    private func acrossPoint(from start: Int, segment: Int, to index: Int) -> Int {
        let behind = index + 1
        let isInitial = isSingleLetter(segment..<index)
        switch kind(at: behind) {
        case .letter:
            if isInitial { return behind }
            let node = node(segment..<index)
            if node.next != 0, self.node(behind..<runEnd(from: behind), behind: node.next).isPhrase { return behind }
            // "word.Next" lacks a space; "space.com" does not.
            return isUppercase(at: behind) ? -index : behind
        case .digit where !isFrench: return -index
        default: break
        }
        // "J.-C."
        if isInitial, hyphen(at: behind) > 0, isUppercase(at: behind + 1) { return behind + 1 }
        if isInitial, start < segment { return -behind }
        if isInitial, isUppercase(at: segment) { return isLastInBlock(behind) ? -index : -behind }
        guard node(segment..<index).classes.contains(.abbreviation), !(isFrench && isLastInBlock(behind)) else {
            return -index
        }
        return byte(at: behind) == 0x2E ? -index : -behind
    }

    private func isSingleLetter(_ range: Range<Int>) -> Bool {
        range.lowerBound + bytes.scalar(at: range.lowerBound).length == range.upperBound
    }

    private func isLastInBlock(_ index: Int) -> Bool {
        var index = index
        while index < end, kind(at: index) != .letter, kind(at: index) != .digit {
            index += bytes.scalar(at: index).length
        }
        return index >= end
    }

    // MARK: Other signs

    /// Whether the letter at `index` is the `h` between the hours and the minutes of `20h45`.
    private func isHourSign(at index: Int) -> Bool {
        isFrench && bytes[index] | 0x20 == 0x68 && index > 0 && bytes[index - 1] &- 0x30 < 10
            && byte(at: index + 1) &- 0x30 < 10
    }

    private func acrossSign(from start: Int, to index: Int) -> Int {
        switch bytes[index] {
        // "R&D", "AT&T"
        case 0x26 where kind(at: index + 1) == .letter && isUppercase(at: index + 1): return index + 1
        // "km/h", "s/he", but not "et/ou"
        case 0x2F where index - start <= 2 && runEnd(from: index + 1) - index == 2: return index + 1
        // "n°"
        case 0xC2 where index - start == 1 && bytes[start] | 0x20 == 0x6E && byte(at: index + 1) == 0xB0:
            return -(index + 2)
        // "US$"
        case 0x24 where index - start <= 2 && isUppercase(at: start): return -(index + 1)
        // "traité(e)"
        case 0x28
        where runEnd(from: index + 1) > index + 1 && runEnd(from: index + 1) - index <= 3
            && byte(at: runEnd(from: index + 1)) == 0x29:
            return -(runEnd(from: index + 1) + 1)
        default: return -index
        }
    }

    // MARK: Addresses

    private func addressEnd(from start: Int, run: Int) -> (next: Int, kind: Token.Kind?)? {
        switch byte(at: run) {
        case 0x3A where byte(at: run + 1) == 0x2F && byte(at: run + 2) == 0x2F: return (urlEnd(from: run), .url)
        case 0x2E where run - start == 3 && bytes[start] | 0x20 == 0x77 && bytes[start + 1] | 0x20 == 0x77:
            return kind(at: run + 1) == .letter ? (urlEnd(from: run), .url) : nil
        case 0x40, 0x2E, 0x2D, 0x2B: return emailEnd(from: start).map { ($0, .email) }
        default: return nil
        }
    }

    private func urlEnd(from index: Int) -> Int {
        var index = index
        while index < end {
            let (scalar, length) = bytes.scalar(at: index)
            switch ScalarClass.of(scalar) {
            case .space, .newline, .control: return trimmed(index)
            default: break
            }
            if [0x3C, 0x3E, 0x22, 0xAB, 0xBB, 0x201C, 0x201D].contains(scalar) { return trimmed(index) }
            index += length
        }
        return trimmed(index)
    }

    /// Takes marks that end a sentence and unpaired brackets off the end of an address.
    private func trimmed(_ end: Int) -> Int {
        var end = end
        while end > 0 {
            switch bytes[end - 1] {
            case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0x5D, 0x27: end -= 1
            default: return end
            }
        }
        return end
    }

    private func emailEnd(from start: Int) -> Int? {
        func isLocal(_ byte: UInt8) -> Bool {
            (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2E || byte == 0x2D || byte == 0x2B
                || byte == 0x5F
        }
        var index = start
        while index < end, isLocal(bytes[index]) { index += 1 }
        guard byte(at: index) == 0x40 else { return nil }
        let domain = index + 1
        index = domain
        while index < end, isLocal(bytes[index]) { index += 1 }
        while index > domain, bytes[index - 1] == 0x2E || bytes[index - 1] == 0x2D { index -= 1 }
        return (domain..<index).contains { bytes[$0] == 0x2E } ? index : nil
    }
}
