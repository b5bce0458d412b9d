import GlaneurCore
import GlaneurLexicon

/// Headlines in capitals, where a capital says nothing and recognisers pass unknown names over.
extension DocumentAliases {
    /// No name of a document is looked for over more words.
    private static let longestName = 4

    /// Adds what the document's names stand for in headlines of capitals: `TARRANT TELLS INQUIRY HE KNEW`.
    func readHeadlines(_ blocks: [Block], into candidates: inout [Mention]) {
        lazy var places = CandidatePlaces(candidates)
        for block in blocks where block.blockClass == .title && isWrittenInCapitals(block.span) {
            var lexemes: [Lexeme] = []
            LexemeScanner.scan(text, in: block.span.range, into: &lexemes)
            var index = 0
            while index < lexemes.count {
                guard let (end, referent) = name(lexemes, at: index) else {
                    index += 1
                    continue
                }
                let span = ByteSpan(Int(lexemes[index].start), Int(lexemes[end - 1].end))
                if !places.touches(span) {
                    candidates.append(
                        Mention(
                            span: span, label: referent.label, maker: "rule:alias", score: 0.8,
                            entityID: referent.entityID))
                }
                index = end
            }
        }
    }

    /// The longest name of the document that begins at a lexeme; a single word must be no ordinary one.
    private func name(_ lexemes: [Lexeme], at index: Int) -> (end: Int, referent: Referent)? {
        var end = index + 1
        while end < lexemes.count, end - index < DocumentAliases.longestName, lexemes[end].gap.joinsNames { end += 1 }
        while end > index {
            let range = Int(lexemes[index].start)..<Int(lexemes[end - 1].end)
            if let referent = referents[key(range)] ?? nil,
                end - index > 1 || !parts.belongs(range, WordClass.Set(.stop, .common, .title))
            {
                return (end, referent)
            }
            end -= 1
        }
        return nil
    }

    private func isWrittenInCapitals(_ span: ByteSpan) -> Bool {
        var capitals = 0
        for byte in text[span.range] {
            if byte &- 0x61 < 26 { return false }
            if byte &- 0x41 < 26 { capitals += 1 }
        }
        return capitals >= 8
    }
}
