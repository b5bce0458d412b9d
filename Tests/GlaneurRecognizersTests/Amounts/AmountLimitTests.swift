import GlaneurCore
import GlaneurRecognizers
import GlaneurTestSupport
import Testing

/// Texts made to make a reader go back and forth; the time limit is there for what never ends, not for what is slow.
@Suite("Amounts in hostile text", .timeLimit(.minutes(5)))
struct AmountLimitTests {
    @Test(
        "a text of one piece, sixty-four kilobytes long, comes to an end in either language",
        arguments: AdversarialText.amountPieces)
    func repeatedPieces(piece: String) throws {
        for language in [Language.french, .english] {
            let bytes = AdversarialText.line(of: piece, byteCount: 64_000)
            let passage = Passage(
                lexicon: try AmountText.lexicon.get(), language: language, bytes: bytes, span: ByteSpan(0, bytes.count))
            var found: [Mention] = []
            AmountRecognizer().recognize(passage, into: &found)
            for mention in found {
                #expect(mention.span.start < mention.span.end && mention.span.end <= bytes.count)
            }
            for (mention, next) in zip(found, found.dropFirst()) where mention.span.overlaps(next.span) {
                Issue.record("\(mention.span) and \(next.span) overlap for \(piece.debugDescription)")
            }
        }
    }

    @Test("numbers that are too long are refused whole or read whole")
    func longNumbers() throws {
        for text in [
            String(repeating: "7", count: 10_000), String(repeating: "1 000 ", count: 2000),
            String(repeating: "1,000", count: 2000), "$" + String(repeating: "9", count: 10_000),
            "0," + String(repeating: "3", count: 10_000), "1e" + String(repeating: "9", count: 1000), "2^999", "1e999",
        ] {
            for language in [Language.french, .english] {
                for found in try AmountText.mentions(text, language) {
                    #expect(found.mention.norm.map { $0.utf8.count < 400 } ?? true, "\(text.prefix(20))…")
                }
            }
        }
    }

    @Test("a thousand nested scales do not overflow")
    func nestedScales() throws {
        for word in ["mille ", "million ", "milliards ", "thousand ", "billion ", "hundred ", "cent "] {
            for language in [Language.french, .english] {
                let text = "deux " + String(repeating: word, count: 1000) + "euros"
                for found in try AmountText.mentions(text, language) {
                    #expect(found.text.utf8.count <= text.utf8.count)
                }
            }
        }
        #expect(try AmountText.mentions("mille milliards de milliards d’euros", .french).first?.mention.norm != nil)
    }
}
