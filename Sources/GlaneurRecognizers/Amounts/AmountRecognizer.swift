package import GlaneurCore
import GlaneurLexicon

/// Finds sums of money, percentages, quantities and numbers, in both languages with one grammar.
///
/// In `xAI lève 16,5 milliards de dollars` it finds `16,5 milliards de dollars`, USD 16500000000.
package struct AmountRecognizer: Recognizer {
    /// The classes of words that an amount may start with.
    private let starts = NumeralReader.wordStarts.union(WordClass.Set(.ordinal))
    /// The classes of words that make an amount of the *un* or *a* before them.
    private let measures = NumeralReader.wordStarts.union(
        WordClass.Set(
            .ordinal, .currency, .currencyCode, .currencyPrefix, .unit, .measureCue, .numberLink, .timeUnit))

    /// Makes a recognizer; it has no state.
    package init() {}

    package func recognize(_ passage: Passage, into candidates: inout [Mention]) {
        let lexemes = passage.lexemes
        guard let first = lexemes.indices.first(where: { mayStart(lexemes, $0) }) else { return }
        let reader = AmountReader(passage: passage)
        var index = first
        var floor = passage.span.start
        while index < lexemes.count {
            let known = candidates.count
            guard mayStart(lexemes, index), let next = find(at: index, floor: floor, reader, into: &candidates) else {
                index += 1
                continue
            }
            if candidates.count > known, let last = candidates.last { floor = last.span.end }
            index = max(next, index + 1)
        }
    }

    /// Whether an amount may start at a lexeme, as far as it and the next one tell.
    ///
    /// Every eighth word of French is *un*, *une* or the like; most are articles and nothing more.
    @inline(__always)
    private func mayStart(_ lexemes: [Lexeme], _ index: Int) -> Bool {
        if lexemes[index].shape.contains(.digit) { return true }
        let classes = lexemes[index].classes
        if classes.isDisjoint(with: starts) { return false }
        guard classes.contains(.countStop), index + 1 < lexemes.count else { return true }
        let next = lexemes[index + 1]
        return next.shape.contains(.digit) || !next.classes.isDisjoint(with: measures)
    }

    /// Reads what starts at a lexeme, an ordinal, a range or one amount, and returns the lexeme behind it.
    private func find(at index: Int, floor: Int, _ reader: AmountReader, into candidates: inout [Mention]) -> Int? {
        let passage = reader.passage
        if let ordinal = reader.ordinals.read(at: index) {
            candidates.append(ordinal.mention(in: passage))
            return ordinal.lexemes.upperBound
        }
        if let position = reader.positions.read(at: index) {
            candidates.append(position.mention)
            return position.next
        }
        guard var reading = reader.read(at: index, floor: floor) else { return nil }
        if let range = AmountRange.read(from: reading, with: reader) {
            if let mention = AmountMention(passage: passage).range(range) { candidates.append(mention) }
            return range.high.next
        }
        if let kind = reader.sharedKind(of: reading) { reading.kind = kind }
        if let mention = AmountMention(passage: passage).single(reading) { candidates.append(mention) }
        // A noun that is counted may begin an amount of its own, a currency or unit may not: "5 pour cent".
        return reading.kind.isMeasure ? reading.next : reading.numeral.lexemes.upperBound
    }
}
