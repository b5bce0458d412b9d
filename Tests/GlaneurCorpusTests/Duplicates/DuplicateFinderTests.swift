import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurCorpus

@Suite struct DuplicateFinderTests {
    private typealias Document = (id: String, text: String)

    private static func duplicates(
        _ documents: [Document], memory: Int = DuplicateFinder.defaultMemory
    ) throws -> [DuplicateRecord] {
        var finder = try DuplicateFinder(memory: memory)
        for document in documents {
            let text = Array(document.text.utf8)
            try finder.add(id: document.id, text: text, spans: [ByteSpan(0, text.count)])
        }
        var found: [DuplicateRecord] = []
        try finder.finish { found.append($0) }
        return found
    }

    /// Articles, with copies of every fifth as five kinds of editors leave them; the ids of copies name their originals.
    private static func corpus(seed: UInt64, count: Int) -> [Document] {
        var corpus = WireCorpus(seed: seed)
        var documents: [Document] = []
        for number in 0..<count {
            let words = corpus.article(number)
            documents.append(("a\(number)", words.joined(separator: " ")))
            guard number % 5 == 4 else { continue }
            let kind = number / 5 % 5
            let copy =
                switch kind {
                case 0: corpus.edited(words, share: 0.05)
                case 1: corpus.edited(words, share: 0.1)
                case 2: corpus.edited(words, share: 0.2)
                case 3: Array(words.prefix(words.count * 2 / 3))
                default: corpus.lead(number) + words
                }
            documents.append(("b\(number).\(kind)", copy.joined(separator: " ")))
        }
        return documents
    }

    // MARK: Exactness

    @Test(arguments: [
        ("One word.", "One word.", true), ("One word.", "One word. \n\n", true), ("One word.\n", "One word.\t", true),
        ("One word.", "One  word.", false), ("One word.", "one word.", false), ("One word.", " One word.", false),
        ("Été", "E\u{301}te\u{301}", false), ("1", "1", true), (" \n", "\n", false), ("", "", false),
    ])
    func shortTextsAreExactDuplicatesOrNone(_ left: String, _ right: String, _ isDuplicate: Bool) throws {
        let found = try Self.duplicates([("x", left), ("y", right)])
        let expected = [DuplicateRecord(id: "y", original: "x", kind: .exact, score: 1)]
        #expect(found == (isDuplicate ? expected : []))
    }

    @Test func everyCopyPointsToTheSmallestID() throws {
        let found = try Self.duplicates([("d", "A b."), ("b", "A b."), ("e", "C."), ("c", "A b."), ("a", "C.")])
        #expect(found.map { "\($0.id) \($0.original)" } == ["c b", "d b", "e a"])
    }

    @Test func documentGivenTwiceIsNoDuplicate() throws {
        #expect(try Self.duplicates([("a", "A b."), ("a", "A b.")]) == [])
    }

    private static let story = """
        La Banque centrale européenne a relevé jeudi ses taux de 25 points de base, à 4,5 %, pour la dixième fois de suite. \
        Christine Lagarde a dit à Francfort que l'inflation resterait « trop élevée trop longtemps ». Les marchés de Paris et de \
        Milan ont reculé de 1,2 % après l'annonce, selon les chiffres d'Euronext publiés dans la soirée.
        """

    @Test func housesDifferInCaseAccentsAndSignsAlone() throws {
        let other = Self.story.uppercased().replacing("'", with: "’").replacing("« ", with: "“").replacing(
            " »", with: "”"
        )
        .replacing("É", with: "E")
        #expect(
            try Self.duplicates([("x", Self.story), ("y", other)])
                == [DuplicateRecord(id: "y", original: "x", kind: .near, score: 1)])
    }

    @Test(arguments: [
        ("25", "50", "4,5", "4,75", "1,2", "0,4", true),
        ("Francfort", "Dublin", "Paris", "Lyon", "Milan", "Rome", true),
        ("jeudi", "hier", "reculé", "baissé", "soirée", "nuit", false),
    ])
    func otherFiguresOrNamesMakeAnotherStory(
        _ first: String, _ firstNew: String, _ second: String, _ secondNew: String, _ third: String, _ thirdNew: String,
        _ isOther: Bool
    ) throws {
        let other = Self.story.replacing(first, with: firstNew).replacing(second, with: secondNew)
            .replacing(third, with: thirdNew).replacing("dixième", with: isOther ? "onzième" : "dixième")
        let count = try Self.duplicates([("x", Self.story), ("y", other)]).count
        // Three figures are too few to tell; four names are not.
        #expect(count == (isOther && first != "25" ? 0 : 1))
    }

    @Test func reportsOfOneTemplateAreDifferent() throws {
        func report(_ figures: [String]) -> String {
            """
            The index closed at \(figures[0]) points, up \(figures[1]) percent, after \(figures[2]) million shares had changed hands. \
            Gold was traded at \(figures[3]) dollars an ounce and oil at \(figures[4]) dollars a barrel when the session ended.
            """
        }
        let found = try Self.duplicates([
            ("x", report(["7432", "0.5", "310", "1890", "83"])), ("y", report(["7501", "0.9", "288", "1902", "81"])),
        ])
        #expect(found == [])
    }

    // MARK: Bars

    @Test func copiesAreFoundAndNothingElse() throws {
        let seed = SeededGenerator.announce(2026, for: "copiesAreFoundAndNothingElse")
        let documents = Self.corpus(seed: seed, count: 1500)
        let found = try Self.duplicates(documents)
        var hits = [Int](repeating: 0, count: 5)
        for duplicate in found {
            let parts = duplicate.id.dropFirst().split(separator: ".")
            #expect(parts.count == 2 && duplicate.original == "a\(parts[0])", "\(duplicate)")
            if parts.count == 2, let kind = Int(parts[1]) { hits[kind] += 1 }
        }
        let recall = hits.map { Double($0) / 60 }
        print("recall at 5, 10 and 20 % of words changed, cut, with a lead: \(recall)")
        #expect(recall[0] >= 0.98 && recall[1] >= 0.95 && recall[2] >= 0.75)
        #expect(recall[3] >= 0.98 && recall[4] >= 0.98)
    }

    // MARK: Laws

    @Test func orderAndMemoryChangeNothing() throws {
        let seed = SeededGenerator.announce(7, for: "orderAndMemoryChangeNothing")
        var random = SeededGenerator(seed: seed)
        let documents = Self.corpus(seed: seed, count: 200)
        let expected = try Self.duplicates(documents)
        #expect(expected.count > 30)
        for _ in 0..<3 {
            #expect(try Self.duplicates(documents.shuffled(using: &random)) == expected)
        }
        // So little memory that everything is sorted in runs.
        #expect(try Self.duplicates(documents.reversed(), memory: 1 << 14) == expected)
    }

    @Test func recordsNameEachDuplicateOnceAndAnEarlierOriginal() throws {
        var corpus = WireCorpus(seed: SeededGenerator.announce(11, for: "recordsNameEachDuplicateOnce"))
        let words = corpus.article(0)
        let documents = (0..<40).map { number -> Document in
            (number < 10 ? "c0\(number)" : "c\(number)", corpus.edited(words, share: 0.05).joined(separator: " "))
        }
        let found = try Self.duplicates(documents)
        #expect(Set(found.map(\.id)).count == found.count)
        #expect(found.allSatisfy { $0.original < $0.id && $0.score > 0 && $0.score <= 1 })
        // Forty copies make thirty-nine lines, not 780, and one original.
        #expect(found.count == 39)
        #expect(Set(found.map(\.original)) == ["c00"])
    }

    @Test func partsThatDoNotCountMakeNoDifference() throws {
        var finder = try DuplicateFinder()
        for (id, footer) in [("x", "Subscribe to the Gazette."), ("y", "© 2025 The Herald, all rights reserved.")] {
            let text = Array((Self.story + "\n" + footer).utf8)
            try finder.add(id: id, text: text, spans: [ByteSpan(0, Self.story.utf8.count + 1)])
        }
        var found: [DuplicateRecord] = []
        try finder.finish { found.append($0) }
        #expect(found.map(\.kind) == [.exact])
    }
}
