import GlaneurCore
import GlaneurLexicon

/// Takes names apart: words, legal forms, particles, initials, first names.
struct NameParts {
    let text: [UInt8]
    let lexicon: Lexicon
    let words: AliasWords

    /// The words of a range, cut at plain and no-break spaces.
    func words(in range: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            let (scalar, length) = text.scalar(at: index)
            if ScalarClass.of(scalar) == .space {
                if start < index { words.append(start..<index) }
                start = index + length
            }
            index += length
        }
        if start < range.upperBound { words.append(start..<range.upperBound) }
        return words
    }

    /// Whether a word belongs to one of some classes in either language.
    func belongs(_ word: Range<Int>, _ classes: WordClass.Set) -> Bool {
        let hash = LexemeScanner.wordHash(text.span, in: word)
        return !lexicon.words(.french).node(of: hash).classes.isDisjoint(with: classes)
            || !lexicon.words(.english).node(of: hash).classes.isDisjoint(with: classes)
    }

    /// Whether a word begins with a capital.
    func hasCapital(_ word: Range<Int>) -> Bool { Folding.isUppercase(text.scalar(at: word.lowerBound).value) }

    // MARK: Firms

    /// The words of a firm's name without legal forms behind and words for firms in front: `Tesla, Inc.` and `Société Tesla`
    /// are `Tesla`.
    ///
    /// A word in front goes only where a name is left that is no ordinary word: `Société Générale` stays.
    func bareFirm(_ words: [Range<Int>]) -> ArraySlice<Range<Int>> {
        var rest = words[...]
        // The hash passes over points and commas.
        while rest.count > 1, let last = rest.last, belongs(last, WordClass.Set(.legalForm)) { rest.removeLast() }
        if rest.count > 1, let head = rest.first, self.words.heads.contains(hash(head)) {
            let next = rest[rest.startIndex + 1]
            if hasCapital(next), !belongs(next, NameParts.ordinary) { rest.removeFirst() }
        }
        return rest
    }

    /// The part of a range before the legal form that ends it, if one does.
    func nameBeforeLegalForm(_ range: Range<Int>) -> Range<Int>? {
        guard let space = text[range].lastIndex(of: 0x20), space > range.lowerBound,
            belongs((space + 1)..<range.upperBound, WordClass.Set(.legalForm))
        else { return nil }
        let bare = bareFirm(words(in: range))
        return bare.first.flatMap { first in bare.last.map { first.lowerBound..<$0.upperBound } }
    }

    private static let ordinary = WordClass.Set(
        .stop, .common, .organizationHead, .organizationTail, .organizationCue, .demonym, .legalForm)

    /// Whether no word list knows a word as one that many names share.
    func isDistinct(_ word: Range<Int>) -> Bool { !belongs(word, WordClass.Set(.stop, .common, .organizationHead)) }

    // MARK: People

    /// The family names that a full name of a person may be shortened to: `Leyen` and `von der Leyen`; `Márquez` and `García
    /// Márquez`; `Bihan` and `Le Bihan`.
    func familyNames(_ words: [Range<Int>]) -> [Range<Int>] {
        guard words.count >= 2, let last = words.last else { return [] }
        var names = [last]
        guard words.count >= 3 else { return names }
        if let particle = words.dropFirst().dropLast().first(where: { isParticle($0) }) {
            names.append(particle.lowerBound..<last.upperBound)
            return names
        }
        let middle = words[words.count - 2]
        guard !isInitial(middle), !belongs(middle, WordClass.Set(.givenName, .weakGivenName)) else { return names }
        names.append(middle.lowerBound..<last.upperBound)
        if middle.count >= 4 { names.append(middle) }
        return names
    }

    /// Whether a word is a small one of family names, with a capital or without.
    func isParticle(_ word: Range<Int>) -> Bool {
        text[word.lowerBound] &- 0x61 < 26 || word.count <= 4 && belongs(word, WordClass.Set(.particle))
    }

    /// Whether a word is one letter, or several with a point behind each, as `R.` and `J.-C.` are.
    func isInitial(_ word: Range<Int>) -> Bool {
        var letters = 0
        var points = 0
        for byte in text[word] {
            if byte == 0x2E {
                points += 1
            } else if byte != 0x2D {
                letters += byte & 0xC0 == 0x80 ? 0 : 1
            }
        }
        return letters == 1 || points > 0 && points == letters
    }

    /// The sex that a first name tells.
    func sex(ofFirstName word: Range<Int>) -> AliasWords.Sex? {
        let node = lexicon.words(.french).node(of: hash(word))
        return (lexicon.value(node, .givenName) ?? lexicon.value(node, .weakGivenName)).flatMap {
            AliasWords.Sex(rawValue: $0)
        }
    }

    /// The sex that the title before a name tells: `Mme Cazenave`.
    func sex(ofTitleBefore start: Int) -> AliasWords.Sex? {
        var end = start
        while end > 0, text[end - 1] == 0x20 || text[end - 1] == 0xA0 || text[end - 1] == 0xC2 { end -= 1 }
        guard end < start else { return nil }
        if end > 0, text[end - 1] == 0x2E { end -= 1 }
        var word = end
        while word > 0, LexemeScanner.isWordByte(text[word - 1]) { word -= 1 }
        return word < end ? words.titles[hash(word..<end)] : nil
    }

    private func hash(_ word: Range<Int>) -> UInt64 { LexemeScanner.wordHash(text.span, in: word) }
}
