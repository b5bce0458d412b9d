package import GlaneurCore
import GlaneurLexicon

/// Finds sums of money, percentages, quantities and numbers, in both languages with one grammar.
///
/// In `xAI lève 16,5 milliards de dollars` it finds `16,5 milliards de dollars`, USD 16500000000.
package struct AmountRecognizer: Recognizer {
    private let wordStarts = NumeralReader.wordStarts
    private let ordinalStart = WordClass.Set(.ordinal)

    /// Makes a recognizer; it has no state.
    package init() {}

    package func recognize(_ passage: Passage, into candidates: inout [Mention]) {
        let lexemes = passage.lexemes
        let starts = wordStarts.union(ordinalStart)
        func mayStart(_ index: Int) -> Bool {
            lexemes[index].shape.contains(.digit) || !lexemes[index].classes.isDisjoint(with: starts)
        }
        guard let first = lexemes.indices.first(where: mayStart) else { return }
        let reader = AmountReader(passage: PassageReader(passage))
        var index = first
        var floor = passage.span.start
        while index < lexemes.count {
            guard mayStart(index) else {
                index += 1
                continue
            }
            guard let found = find(at: index, floor: floor, reader) else {
                index += 1
                continue
            }
            if let mention = found.mention {
                candidates.append(mention)
                floor = mention.span.end
            }
            index = max(found.next, index + 1)
        }
    }

    private func find(
        at index: Int, floor: Int, _ reader: AmountReader
    ) -> (mention: Mention?, next: Int)? {
        let passage = reader.passage
        if let code = GluedCode.read(at: index, in: passage) { return code }
        if let ordinal = reader.ordinals.read(at: index) {
            return (ordinal.mention(in: passage), ordinal.lexemes.upperBound)
        }
        guard var reading = reader.read(at: index, floor: floor) else { return nil }
        if let range = AmountRange.read(from: reading, with: reader) {
            return (AmountMention(passage: passage).range(range), range.high.next)
        }
        if let kind = reader.sharedKind(of: reading) { reading.kind = kind }
        return (AmountMention(passage: passage).single(reading), max(index + 1, reading.numeral.lexemes.upperBound))
    }
}
