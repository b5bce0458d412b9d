import GlaneurCore
import GlaneurLexicon

/// Takes the legal form behind a name into it: `Kelstone plc`, `Orange SA`, and so knows the name for that of a firm.
struct LegalFormReader {
    let text: [UInt8]
    let parts: NameParts

    /// A name that a legal form follows is as sure as one behind a word for firms.
    private static let score = 0.85

    /// Extends the candidates that a legal form follows.
    func extend(_ candidates: inout [Mention]) {
        for index in candidates.indices where candidates[index].label.isName {
            // What a lexicon knows for a place is none because a firm of its name stands here: that is another candidate.
            guard candidates[index].label == .organization || !candidates[index].isOfLexicon,
                let end = legalForm(behind: candidates[index].span)
            else { continue }
            if candidates[index].label != .organization {
                candidates[index].label = .organization
                candidates[index].maker = "rule:name.legal-form"
            }
            candidates[index].span = ByteSpan(candidates[index].span.start, end)
            candidates[index].score = max(LegalFormReader.score, candidates[index].score ?? 1)
        }
    }

    /// The offset behind the legal form that follows a name.
    private func legalForm(behind span: ByteSpan) -> Int? {
        var start = span.end
        if start < text.count, text[start] == UInt8(ascii: ",") { start += 1 }
        guard start + 1 < text.count, text[start] == 0x20 else { return nil }
        start += 1
        let first = text[start]
        // Nine names in ten have a small word behind them.
        guard first &- 0x41 < 26 || first == UInt8(ascii: "p") else { return nil }
        var end = start
        while end < text.count, end - start < 8, LexemeScanner.isWordByte(text[end]) || isInside(end) { end += 1 }
        let word = start..<end
        guard word.count >= 2, parts.belongs(word, WordClass.Set(.legalForm)), isWritten(word, behind: span) else {
            return nil
        }
        // "Inc." keeps its point, even where a sentence ends with it.
        return end < text.count && text[end] == 0x2E && text[start..<end].contains(where: { $0 &- 0x61 < 26 })
            && first != UInt8(ascii: "p") ? end + 1 : end
    }

    /// Whether a sign stands inside a legal form, as in `A/S` and `S.A.` it does.
    private func isInside(_ index: Int) -> Bool {
        guard text[index] == 0x2F || text[index] == 0x2E, index + 1 < text.count else { return false }
        return text[index + 1] &- 0x41 < 26
    }

    /// Whether a word is written as legal forms are and no other word: `plc`, `SA`, `Inc`; but not `Se` or, in a line of capitals,
    /// `SE`.
    private func isWritten(_ word: Range<Int>, behind name: ByteSpan) -> Bool {
        if text[word.lowerBound] == UInt8(ascii: "p") { return text[word].elementsEqual("plc".utf8) }
        let hasSmall = text[word].contains { $0 &- 0x61 < 26 }
        if hasSmall { return word.count >= 3 && !parts.belongs(word, WordClass.Set(.stop, .common)) }
        let nameIsSmall = text[name.range].contains { $0 &- 0x61 < 26 || $0 >= 0x80 }
        return nameIsSmall || !isCapitalWord(behind: word.upperBound)
    }

    private func isCapitalWord(behind end: Int) -> Bool {
        guard end + 2 < text.count, text[end] == 0x20 else { return false }
        return text[end + 1] &- 0x41 < 26 && text[end + 2] &- 0x41 < 26
    }
}
