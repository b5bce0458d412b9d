import GlaneurCore
import GlaneurLexicon

/// Which forms of the name lexicons cover each lexeme of a passage.
///
/// Six bits for each kind of name: three for the place in a strong form, three for that in a weak one. From bit 32 three more
/// for each kind: the place in a strong form that the text writes with fewer capitals.
struct LexiconCover {
    /// One number a lexeme; 0 where no form covers it.
    private(set) var codes: [UInt64]

    /// The kinds of names that forms are told apart by.
    private enum Kind: Int {
        case person, organization, location, group, other

        init(_ label: Label) {
            switch label {
            case .person: self = .person
            case .organization: self = .organization
            case .location: self = .location
            case .group: self = .group
            default: self = .other
            }
        }
    }

    /// Looks for forms in a passage, the longest at each place, and the next behind its end.
    init(_ passage: Passage) {
        codes = [UInt64](repeating: 0, count: passage.lexemes.count)
        let lexemes = passage.lexemes
        var index = 0
        while index < lexemes.count {
            let lexeme = lexemes[index]
            guard lexeme.gap != .none, !lexeme.shape.isNumber, !lexeme.shape.contains(.opaque) else {
                index += 1
                continue
            }
            var end = index + 1
            passage.lexicon.names.forEachName(lexemes, at: index) { match in
                if match.end < lexemes.count, lexemes[match.end].gap == .none { return }
                if mark(passage, match.node, index..<match.end) { end = match.end }
            }
            index = end
        }
    }

    /// Marks the lexemes that a form covers, in place of shorter forms that begin with it.
    private mutating func mark(_ passage: Passage, _ node: PhraseTable.Node, _ range: Range<Int>) -> Bool {
        let lexemes = passage.lexemes[range]
        var code: UInt64 = 0
        var small: UInt64 = 0
        passage.lexicon.forEachNameForm(node) { form in
            let kind = UInt64(Kind(passage.lexicon.label(ofConcept: form.concept)).rawValue)
            if form.admits(lexemes) {
                let isWeak =
                    form.flags.contains(.weak)
                    || range.count == 1 && lexemes[range.lowerBound].count <= 2
                        && !lexemes[range.lowerBound].shape.isAllCapitals
                code |= 1 << (kind * 2 + (isWeak ? 1 : 0))
            } else if !form.flags.contains(.weak) {
                small |= 1 << kind
            }
        }
        guard code != 0 || small != 0 else { return false }
        if code == 0, range.count == 1, codes[range.lowerBound] != 0 { return false }
        if code == 0, range.count == 1, !lexemes[range.lowerBound].classes.isDisjoint(with: WordClass.Set(.stop)) {
            return false
        }
        for index in range {
            let place: UInt64 =
                range.count == 1 ? 1 : index == range.lowerBound ? 2 : index == range.upperBound - 1 ? 4 : 3
            var own: UInt64 = 0
            for bit in 0..<UInt64(10) where code >> bit & 1 == 1 { own |= place << (bit * 3) }
            for kind in 0..<UInt64(5) where small >> kind & 1 == 1 { own |= place << (32 + kind * 3) }
            codes[index] = own
        }
        return true
    }
}
