import GlaneurCore
import GlaneurLexicon
import GlaneurTestSupport
import Testing

@testable import GlaneurTraining

@Suite struct EventCorpusTests {
    private func corpus(_ text: String) throws -> EventCorpus {
        try EventCorpus(Array(text.utf8), path: "x.txt")
    }

    @Test func aDocumentIsItsTextAndItsEvents() throws {
        let corpus = try corpus(
            """
            # A comment.

            ## fr-03
            Zoé quitte X
            Zoé, d’xAI, a quitté X pour 2 ans.
            > departure [a quitté] person=Zoé from=X date=pour 2 ans
            >? position [d’] person=Zoé org=xAI

            ## en-4
            Nothing happens.
            """)
        #expect(corpus.documents.map(\.id) == ["fr-03", "en-4"])
        #expect(corpus.documents.map(\.language) == [.french, .english])
        #expect(corpus.documents.map(\.isOfCheckHalf) == [true, false])
        let first = corpus.documents[0]
        #expect(first.text == "Zoé quitte X\n\nZoé, d’xAI, a quitté X pour 2 ans.")
        #expect(first.events.map(\.type) == ["departure", "position"])
        #expect(first.events.map(\.isOptional) == [false, true])
        #expect(first.events[0].arguments.map(\.role) == ["person", "from", "date"])
        #expect(first.events[0].arguments.map(\.text) == ["Zoé", "X", "pour 2 ans"])
        #expect(corpus.documents[1].events.isEmpty)
    }

    @Test(arguments: [
        ("Zoé part.", 1, "expected '## '"), ("## fr-1\na\n\n## fr-1\nb", 4, "stands twice"),
        ("## fr-1\nZoé part.\n> walk [part] person=Zoé", 3, "TYPE"),
        ("## fr-1\nZoé part.\n> departure part", 3, "TYPE"),
        ("## fr-1\nZoé part.\n> departure [par]", 3, "no 'par'"),
        ("## fr-1\nZoé part.\n> departure [part] person=Zo", 3, "no 'Zo'"),
        ("## fr-1\nZoé part.\n> departure [part] who=Zoé", 3, "no role"),
        ("## fr-1\nZoé part.\n> departure [part]\nBien.", 4, "behind an event"),
    ])
    func whatIsNoneIsToldWithItsLine(_ text: String, _ line: Int, _ reason: String) throws {
        let error = #expect(throws: NameCorpus.FormatError.self) { try self.corpus(text) }
        #expect(error?.line == line && error?.reason.contains(reason) == true, "\(error.map { "\($0)" } ?? "no error")")
    }

    @Test func theSetsOfTheProjectAreRead() throws {
        for (name, language) in [("fr", Language.french), ("en", .english)] {
            let path = "\(Checkout.root)/Tests/Evaluation/events/\(name).txt"
            let documents = try EventCorpus(LexiconFolder.read(path), path: path).documents
            #expect(documents.count >= 75 && documents.allSatisfy { $0.language == language })
            let silent = documents.count { $0.events.allSatisfy(\.isOptional) }
            #expect(silent * 4 >= documents.count)
            #expect(Set(documents.flatMap { $0.events.map(\.type) }) == Set(EventCorpus.types))
        }
    }
}
