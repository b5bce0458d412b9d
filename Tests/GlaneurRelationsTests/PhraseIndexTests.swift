import GlaneurLexicon
import GlaneurTestSupport
import Testing

@testable import GlaneurRelations

@Suite struct PhraseIndexTests {
    private static let words = ["ancien", "au", "de", "du", "groupe", "le", "nom", "patron", "sous", "tête"]

    private func hashes(_ text: String) -> [UInt64] { LexemeScanner.lexemes(of: text).map(\.wordHash) }

    @Test func theLongestPhraseIsFound() {
        let index = PhraseIndex(["sous", "sous le nom de", "sous le nom", "le nom"].map { hashes($0) })
        let text = LexemeScanner.lexemes(of: "connu sous le nom de Molière, sous le, nom")
        #expect(index.longest(text, at: 0, before: text.count, joined: true) == nil)
        #expect(index.longest(text, at: 1, before: text.count, joined: true)?.number == 1)
        #expect(index.longest(text, at: 1, before: text.count, joined: true)?.end == 5)
        // What must end before the last word of a phrase is a shorter one.
        #expect(index.longest(text, at: 1, before: 4, joined: true)?.number == 2)
        #expect(index.longest(text, at: 6, before: text.count, joined: true)?.number == 0)
        #expect(index.longest(text, at: 7, before: text.count, joined: true) == nil)
        #expect(index.longest(text, at: 7, before: text.count, joined: false)?.number == 3)
        #expect(index.word(hashes("sous")[0]) == 0)
        #expect(index.word(hashes("le")[0]) == nil)
    }

    @Test func itFindsWhatALookAtAllPhrasesFinds() {
        var random = SeededGenerator(seed: SeededGenerator.announce(88, for: "phrases"))
        for _ in 0..<200 {
            func text(_ count: Int) -> String {
                (0..<count).map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(separator: " ")
            }
            let phrases = (0..<12).map { _ in hashes(text(Int.random(in: 1...4, using: &random))) }
            let index = PhraseIndex(phrases)
            let lexemes = LexemeScanner.lexemes(of: text(30))
            for start in lexemes.indices {
                let rest = lexemes[start...].map(\.wordHash)
                let length = phrases.filter { rest.starts(with: $0) }.map(\.count).max()
                let number = phrases.firstIndex { $0.count == length && rest.starts(with: $0) }
                let found = index.longest(lexemes, at: start, before: lexemes.count, joined: false)
                #expect(found?.number == number && found.map { $0.end - start } == length)
            }
        }
    }
}
