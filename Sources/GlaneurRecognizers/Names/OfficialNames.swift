import GlaneurCore
import GlaneurLexicon

/// Finds institutions that are named by what they are and for what or where: `cour d’appel de Rennes`,
/// `ministère de la Transition écologique`, `University of Leeds`.
struct OfficialNames {
    let passage: Passage

    /// Proposes official names.
    func propose(into candidates: inout [Mention]) {
        for index in passage.lexemes.indices where passage.lexemes[index].classes.contains(.officialHead) {
            if let end = end(from: index) {
                let score = NameScore.organizationTail
                candidates.append(passage.mention(index..<end, .organization, rule: .nameOfficial, score: score))
            }
        }
    }

    private func end(from head: Int) -> Int? {
        // "un tribunal du Delaware" is one of many.
        if head > 0, passage.lexicon.number(passage.lexemes[head - 1].words, .cardinal) == 1 { return nil }
        if passage.language == .english, !passage.lexemes[head].shape.hasCapital { return nil }
        var index = head + 1
        // One or two small words may stand before the preposition: "ministère américain de…", "cour d'appel de…".
        var small = 0
        while index < passage.lexemes.count, small <= 3 {
            let lexeme = passage.lexemes[index]
            guard lexeme.gap == .space || lexeme.gap == .apostrophe else { return nil }
            if isLink(lexeme), let end = nameEnd(behind: index) { return end }
            guard passage.language == .french, !lexeme.shape.hasCapital, !lexeme.shape.contains(.digit) else {
                return nil
            }
            // "cour d’appel de Rennes", but not "conseil d’administration de Tesla".
            let isAdjective = lexeme.classes.contains(.demonym) || lexeme.classes.contains(.common)
            guard isAdjective || isLink(lexeme) && isCourt(head) else { return nil }
            index += 1
            small += 1
        }
        return nil
    }

    private func isCourt(_ head: Int) -> Bool {
        passage.lexicon.value(passage.lexemes[head].words, .officialHead) == "court"
    }

    private func isLink(_ lexeme: Lexeme) -> Bool {
        passage.language == .english
            ? lexeme.count == 2 && passage.bytes[Int(lexeme.start)] == UInt8(ascii: "o")
            : lexeme.classes.contains(.particle) && lexeme.classes.contains(.stop)
    }

    /// The end of the words with capitals behind a link and an article, `and` between them allowed.
    private func nameEnd(behind link: Int) -> Int? {
        var index = link + 1
        while index < passage.lexemes.count, index <= link + 2, !passage.lexemes[index].shape.hasCapital,
            passage.lexemes[index].classes.contains(.stop), passage.lexemes[index].count <= 3
        {
            index += 1
        }
        let start = index
        while index < passage.lexemes.count, passage.lexemes[index].shape.hasCapital,
            !passage.lexemes[index].shape.contains(.sentenceStart)
        {
            let gap = passage.lexemes[index].gap
            guard index == start ? gap == .space || gap == .apostrophe : gap == .space || gap == .hyphen else { break }
            index += 1
        }
        return index > start ? index : nil
    }
}
