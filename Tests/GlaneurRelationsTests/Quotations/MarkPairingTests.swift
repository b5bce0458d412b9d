import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurRelations

@Suite struct MarkPairingTests {
    private func spans(_ text: String) -> [String] {
        let document = Document.plain(text)
        let spans = MarkPairing.spans(
            in: document.text, blocks: document.blocks.map(\.span),
            marks: MarkScanner.marks(document.text, in: document.text.indices))
        return spans.map { document.string($0.inside) }
    }

    @Test(arguments: [
        ("Il dit « oui » et part.", ["oui"]), ("Il dit «\u{A0}oui\u{202F}» et part.", ["oui"]),
        ("He says “yes” and goes.", ["yes"]), ("He says ‘yes’ and goes.", ["yes"]),
        ("He says \"yes\" and goes.", ["yes"]), ("He says 'Yes,' and goes.", ["Yes,"]),
        ("Er sagt „ja“ und geht.", ["ja"]), ("Un ‹ oui › franc.", ["oui"]),
        ("l’“affaire” et l'\"enquête\"", ["affaire", "enquête"]), ("(“yes”) and [\"no\"]", ["yes", "no"]),
        ("« — Oui, dit-il. »", ["Oui, dit-il."]), ("« »", []),
    ])
    func marksOfOneKindGoTogether(_ text: String, _ expected: [String]) { #expect(spans(text) == expected) }

    @Test(arguments: [
        ("« Il a dit “non” hier. »", ["Il a dit “non” hier.", "non"]),
        ("“He said ‘no’ twice.”", ["He said ‘no’ twice.", "no"]),
        ("‘He said “no” twice.’", ["He said “no” twice.", "no"]),
        ("« Il a crié « feu » et fui. »", ["Il a crié « feu » et fui.", "feu"]),
        // One mark closes both where both end.
        ("« Il a dit : « non ».", ["Il a dit : « non »", "non"]),
    ])
    func quotationsLieInOneAnother(_ text: String, _ expected: [String]) { #expect(spans(text) == expected) }

    @Test(arguments: [
        "The ’90s and rock ’n’ roll.", "The brothers’ house, Smith’s shop.", "Aujourd'hui, l'été n'est qu'un mot.",
        "A 27\" screen, a 32\" one.", "He is 6' 2\" tall.", "5' 30\" later", "It's the dogs' bowls.",
        "a » b", "a ” b",
    ])
    func whatIsNoMarkIsLeftAlone(_ text: String) { #expect(spans(text).isEmpty) }

    @Test(arguments: [
        ("A 27\" screen is \"too big\" for me.", ["too big"]),
        ("\"I want the 27\" one,\" she said. \"It fits.\"", ["I want the 27\" one,", "It fits."]),
        ("‘It’s the dogs’ turn,’ he said.", ["It’s the dogs’ turn,"]),
    ])
    func quotationsHoldApostrophesAndInches(_ text: String, _ expected: [String]) { #expect(spans(text) == expected) }

    @Test(arguments: [
        ("« Un.\n« Deux. »", ["Un.\n« Deux."]), ("« Un.\n» Deux. »", ["Un.\n» Deux."]),
        ("“One.\n“Two.\n“Three.” said he", ["One.\n“Two.\n“Three."]), ("\"One.\n\"Two.\"", ["One.\n\"Two."]),
        // Without a mark at its start the next paragraph is the author's.
        ("Il dit : « Un.\nDeux.", ["Un."]), ("“One.\nTwo “three” four.", ["One.", "three"]),
        // A slip in the middle of a sentence opens nothing.
        ("Il a « un mot à dire.\nDeux.", []), ("a \"word here\nTwo.", []),
    ])
    func paragraphsGoOnWhereTheySaySo(_ text: String, _ expected: [String]) { #expect(spans(text) == expected) }

    @Test func randomMarksGiveSpansThatNest() {
        var generator = SeededGenerator(seed: SeededGenerator.announce(91, for: "random marks"))
        let pieces = [
            "«", "»", "“", "”", "„", "‘", "’", "\"", "'", "‹", "›", " ", "\u{A0}", "\n", "a", "Oui", "27", ".", ",",
            "é", "—",
        ]
        for _ in 0..<3000 {
            let count = Int.random(in: 1...40, using: &generator)
            let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
            let document = Document.plain(text)
            let found = MarkPairing.spans(
                in: document.text, blocks: document.blocks.map(\.span),
                marks: MarkScanner.marks(document.text, in: document.text.indices))
            for (index, span) in found.enumerated() {
                #expect(span.outside.contains(span.inside) && !span.inside.isEmpty, "\(text)")
                #expect(String(validating: document.text[span.inside.range], as: UTF8.self) != nil, "\(text)")
                for other in found[(index + 1)...] {
                    #expect(
                        span.outside.contains(other.outside) || !span.outside.overlaps(other.outside), "\(text)")
                }
            }
        }
    }
}
