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
        let reader = AmountReader(passage: PassageReader(passage))
        let starts = wordStarts.union(ordinalStart)
        var index = 0
        var floor = passage.span.start
        while index < passage.lexemes.count {
            let lexeme = passage.lexemes[index]
            guard lexeme.shape.contains(.digit) || !lexeme.classes.isDisjoint(with: starts) else {
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
        guard let reading = reader.read(at: index, floor: floor) else { return nil }
        if let range = AmountRange.read(from: reading, with: reader) {
            return (AmountMention(passage: passage).range(range), range.high.next)
        }
        return (AmountMention(passage: passage).single(reading), max(index + 1, reading.numeral.lexemes.upperBound))
    }
}

/// A currency code that is glued to its figure, which makes them start with one lexeme: `USD115`.
enum GluedCode {
    /// Reads the code and figure that start with a lexeme.
    static func read(at index: Int, in passage: PassageReader) -> (mention: Mention?, next: Int)? {
        guard let lexeme = passage.lexeme(index), lexeme.count > 3, lexeme.shape.isAllCapitals,
            lexeme.shape.contains(.digit), DigitRun.isDigit(passage.byte(Int(lexeme.start) + 3))
        else { return nil }
        let start = Int(lexeme.start)
        guard let run = DigitRun.read(passage, at: start + 3), !run.isCompound else { return nil }
        var letters: [Lexeme] = []
        LexemeScanner.scan(passage.bytes, in: start..<start + 3, into: &letters)
        guard letters.count == 1, !letters[0].shape.contains(.digit),
            let code = passage.lexicon.value(passage.words.node(of: letters[0].wordHash), .currencyCode), code.count == 3
        else { return nil }
        let money = Money(
            magnitude: Magnitude(run.value), currency: code, currencyEvidence: .code, figure: run.value)
        let next = passage.lexemeIndex(from: index + 1, atOrBehind: run.end)
        let mention = Mention(
            span: ByteSpan(start, run.end), label: .money, value: .money(money),
            maker: "rule:\(passage.languageCode).money.code")
        return (mention, next)
    }
}
