import GlaneurCore
import GlaneurLexicon

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
            let code = passage.lexicon.value(passage.words.node(of: letters[0].wordHash), .currencyCode),
            code.count == 3
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
