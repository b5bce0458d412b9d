import GlaneurCore
package import GlaneurLexicon

/// Reads from the words beside a person's name which walk of life the text sets them in.
///
/// `le footballeur Paul Martin` is `sport`, `Paul Martin, ministre des Finances` is `politics`: the value of a `title` of the lexicons
/// that stands right before the name, or in apposition behind it.
package struct RoleReader: Sendable {
    /// How many words may stand between a title and the name: `ministre de la Justice`, `striker for Leeds United`.
    private static let reach = 5
    /// The bytes looked at on either side: more than ``reach`` words rarely take.
    private static let window = 96

    private let lexicon: Lexicon

    /// Makes a reader over lexicons.
    package init(lexicon: Lexicon) { self.lexicon = lexicon }

    /// Returns the fields beside the name that lies in `range` of `text`, ascending; none where nothing is said.
    func fields(beside range: Range<Int>, in text: [UInt8], language: Language) -> [String] {
        var found: Set<String> = []
        let start = RoleReader.boundary(text, max(0, range.lowerBound - RoleReader.window))
        let end = RoleReader.boundary(text, min(text.count, range.upperBound + RoleReader.window))
        var before: [Lexeme] = []
        var behind: [Lexeme] = []
        LexemeScanner.scan(text, in: start..<range.lowerBound, into: &before)
        LexemeScanner.scan(text, in: range.upperBound..<end, into: &behind)
        let rest = text[range.upperBound..<end]
        // A text in two languages, or in one that nobody could tell, is read in both.
        for one in language == .french || language == .english ? [language] : [.french, .english] {
            if bindsTitle(text[start..<range.lowerBound], before.last, rest, one) {
                found.formUnion(fieldsBefore(before, one))
            }
            if let field = fieldBehind(behind, rest, one) { found.insert(field) }
        }
        return found.sorted()
    }

    /// The fields of the titles before the name, where only the words of a name, of an office or of a second title stand between:
    /// `footballer and actor`.
    private func fieldsBefore(_ lexemes: [Lexeme], _ language: Language) -> Set<String> {
        var found: Set<String> = []
        var index = lexemes.count - 1
        while index >= 0, lexemes.count - index <= RoleReader.reach {
            if let match = title(lexemes, at: index, language), let field = field(match, language) {
                found.insert(field)
            }
            let gap = lexemes[index].gap
            let isJoined = gap == .space || gap == .hyphen || gap == .apostrophe
            guard isJoined || gap == .point && index > 0 && isAbbreviation(lexemes[index - 1], language) else { break }
            index -= 1
        }
        return found
    }

    /// The field of the first title of an apposition behind the name.
    private func fieldBehind(_ lexemes: [Lexeme], _ bytes: ArraySlice<UInt8>, _ language: Language) -> String? {
        guard let first = bytes.first, first == UInt8(ascii: ",") || first == 0x20 else { return nil }
        let opening = bytes.first { $0 != 0x20 }
        guard opening == UInt8(ascii: ",") || opening == UInt8(ascii: "(") else { return nil }
        for index in lexemes.indices.prefix(RoleReader.reach + 1) {
            // An age may stand between: "Paul Martin, 34, a striker".
            let isAge = index > 0 && lexemes[index - 1].shape.isNumber
            let gap = lexemes[index].gap
            guard index == 0 || gap.joinsNames || gap == .comma && isAge else { return nil }
            if let match = title(lexemes, at: index, language), let field = field(match, language) { return field }
        }
        return nil
    }

    private func title(_ lexemes: [Lexeme], at index: Int, _ language: Language) -> PhraseTable.Node? {
        lexicon.words(language).longestWord(lexemes, at: index, classes: WordClass.Set(.title))?.node
    }

    private func field(_ node: PhraseTable.Node, _ language: Language) -> String? {
        guard let value = lexicon.value(node, .title), !value.isEmpty else { return nil }
        return value
    }

    /// Whether what stands before a name may be its title: nothing parts them, or commas on both sides make the name an
    /// apposition, as in `le ministre, Paul Martin, a démissionné`.
    private func bindsTitle(
        _ before: ArraySlice<UInt8>, _ word: Lexeme?, _ behind: ArraySlice<UInt8>, _ language: Language
    ) -> Bool {
        guard let last = before.last(where: { $0 != 0x20 }), let word else { return false }
        switch last {
        case UInt8(ascii: ","): return behind.first == last
        case UInt8(ascii: "."): return isAbbreviation(word, language)
        case 0x80...: return true
        default: return (last | 0x20) &- 0x61 < 26 || last &- 0x30 < 10
        }
    }

    /// Whether a point behind a word is no end of a sentence: `Sen. Paul Martin`.
    private func isAbbreviation(_ word: Lexeme, _ language: Language) -> Bool {
        word.count <= 4 && lexicon.words(language).node(of: word.wordHash).classes.contains(.title)
    }

    /// The first place from `index` on where a character begins.
    private static func boundary(_ text: [UInt8], _ index: Int) -> Int {
        var index = index
        while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
        return index
    }
}
