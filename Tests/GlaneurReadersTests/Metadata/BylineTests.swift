import GlaneurTestSupport
import Testing

@testable import GlaneurReaders

@Suite struct BylineTests {
    private static let words = PageWords(lexicon: TestLexicon.shared)

    @Test(arguments: [
        ("By Ann Onyme", ["Ann Onyme"]),
        ("By Ann Onyme and Jo Dupont, Political Editor", ["Ann Onyme", "Jo Dupont"]),
        ("By: ANN ONYME | March 12, 2019", ["ANN ONYME"]),
        ("Published March 12, 2019 by Ann Onyme", ["Ann Onyme"]),
        ("By Ann Onyme in Paris", ["Ann Onyme"]),
        ("ByAnn Onyme", ["Ann Onyme"]),
        ("Written by Ann O’Nyme • 6 min read", ["Ann O’Nyme"]),
        ("Par Loïc Le Clerc", ["Loïc Le Clerc"]),
        ("Par Ève Martin et Jean-Pierre Dupont avec AFP", ["Ève Martin", "Jean-Pierre Dupont"]),
        ("Propos recueillis par Ève Martin, journaliste", ["Ève Martin"]),
        ("Par Ève Martin le 12 mars 2019", ["Ève Martin"]),
        ("By April Roach Thursday 12 March", ["April Roach"]),
        ("By\nAnn Onyme\u{1F}\nPolitical reporter", ["Ann Onyme"]),
    ])
    func namesAreTakenOutOfLines(line: String, names: [String]) {
        let byline = Byline(line, words: Self.words, isBare: false)
        #expect(byline.hasOpener)
        #expect(byline.names == names)
    }

    @Test(arguments: [
        ("Ann Onyme", ["Ann Onyme"]),
        ("Ann Onyme\u{1F}\u{1F}Jo Dupont\u{1F}", ["Ann Onyme", "Jo Dupont"]),
        ("View all posts by Ann Onyme", ["Ann Onyme"]),
        ("Ann Onyme | Sponsored", ["Ann Onyme"]),
        ("Ann Onyme; Jo Dupont", ["Ann Onyme", "Jo Dupont"]),
        ("Ann Onyme, PhD", ["Ann Onyme"]),
        ("Ann Onyme @annonyme", ["Ann Onyme"]),
        ("admin", []),
        ("ann.onyme@example.org", []),
        ("https://example.org/ann", []),
    ])
    func elementsOfAuthorsHoldNamesAlone(text: String, names: [String]) {
        #expect(Byline(text, words: Self.words, isBare: true).names == names)
    }

    @Test(arguments: [
        "Actor hit by an object on stage", "Le film a été vu par Eurostat et d’autres", "Publié le 12 mars 2019",
        "by the way",
    ])
    func sentencesAreNoBylines(line: String) {
        #expect(Byline(line, words: Self.words, isBare: false).names.isEmpty)
    }

    @Test func staffStandsForANameWhereThereIsNone() {
        let byline = Byline("By Staff Writer", words: Self.words, isBare: true)
        #expect(byline.names.isEmpty)
        #expect(byline.stand == "Staff Writer")
    }
}
