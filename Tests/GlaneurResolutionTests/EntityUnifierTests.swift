import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurResolution

@Suite struct EntityUnifierTests {
    private typealias Row = EntityCollector.Row

    /// The documents of a corpus, each a line of ids; `*` in front says that the lexicons know it.
    private func unify(_ documents: [String], language: Language = .french) -> [EntityRecord] {
        var collector = EntityCollector()
        for document in documents { collector.add(rows(document), language: language) }
        var unifier = EntityUnifier(collector)
        return unifier.unified()
    }

    private func rows(_ document: String) -> [Row] {
        document.split(separator: " ").map { word in
            let isKnown = word.hasPrefix("*")
            let id = String(isKnown ? word.dropFirst() : word)
            let label = Label.allCases.first { id.hasPrefix($0.entityPrefix + "/") } ?? .miscellaneous
            return Row(
                entityID: id, label: label, text: String(id.split(separator: "/")[1]),
                maker: isKnown ? "lexicon:people" : "rule:test")
        }
    }

    private func joined(_ documents: [String]) -> [String] {
        unify(documents).map { ([$0.entityID] + $0.sameAs).joined(separator: "=") }
    }

    @Test func spellingsOfOneNameAreOne() {
        #expect(joined(["org/density-ai org/density-ai", "org/densityai"]) == ["org/density-ai=org/densityai"])
        #expect(joined(["org/density-ai", "*org/densityai"]) == ["org/densityai=org/density-ai"])
        #expect(joined(["org/density-ai", "product/densityai"]) == ["org/density-ai", "product/densityai"])
    }

    @Test func aMiddleInitialIsNoOtherPerson() {
        #expect(
            joined(["per/donald-trump per/donald-trump", "per/donald-j-trump"]) == [
                "per/donald-trump=per/donald-j-trump"
            ])
        #expect(
            joined(["per/george-bush", "per/george-h-bush", "per/george-w-bush"])
                == ["per/george-bush", "per/george-h-bush", "per/george-w-bush"])
        #expect(joined(["per/j-smith", "per/john-smith"]) == ["per/j-smith", "per/john-smith"])
    }

    @Test func aFamilyNameWithACommonThirdIsThePerson() {
        #expect(joined(["per/elon-musk org/tesla", "per/musk org/tesla"]) == ["org/tesla", "per/elon-musk=per/musk"])
        #expect(
            joined(["per/elon-musk org/tesla", "*per/musk org/tesla"]).contains("per/musk=per/elon-musk"))
    }

    @Test func aFamilyNameWithoutSupportStaysApartWithItsCandidate() throws {
        let records = unify(["per/elon-musk org/tesla", "per/musk org/boring"])
        let musk = try #require(records.first { $0.entityID == "per/musk" })
        #expect(
            musk.sameAs.isEmpty && musk.candidates == [EntityRecord.Candidate(entityID: "per/elon-musk", score: 0.4)])
        #expect(records.count == 4)
    }

    @Test func aFamilyNameOfTwoPeopleStaysApart() throws {
        let records = unify(["per/elon-musk org/tesla", "per/kimbal-musk org/tesla", "per/musk org/tesla"])
        let musk = try #require(records.first { $0.entityID == "per/musk" })
        #expect(musk.candidates.map(\.entityID) == ["per/elon-musk", "per/kimbal-musk"])
        #expect(musk.candidates.allSatisfy { $0.score > 0 && $0.score < 0.5 })
    }

    @Test func recordsCountWhatTheyJoin() throws {
        var collector = EntityCollector()
        collector.add(
            [
                Row(entityID: "loc/united-states", label: .location, text: "États-Unis", maker: "lexicon:places"),
                Row(entityID: "loc/united-states", label: .location, text: "États-Unis", maker: "lexicon:places"),
                Row(entityID: "loc/united-states", label: .location, text: "USA", maker: "rule:alias"),
            ], language: .french)
        collector.add(
            [Row(entityID: "loc/united-states", label: .location, text: "United States", maker: "lexicon:places")],
            language: .english)
        var unifier = EntityUnifier(collector)
        let record = try #require(unifier.unified().first)
        #expect(record.documents == 2 && record.mentions == 4 && record.languages == [.english, .french])
        #expect(record.names.map(\.text) == ["États-Unis", "United States", "USA"])
        #expect(record.names.map(\.count) == [2, 1, 1])
        #expect(record.name == "United States" && record.makers == ["alias", "document"])
    }

    @Test func theOrderOfTheDocumentsDoesNotMatter() {
        var random = SeededGenerator(seed: SeededGenerator.announce(71, for: "EntityUnifier"))
        let names = [
            "per/elon-musk", "per/musk", "per/kimbal-musk", "per/peter-bannon", "per/bannon", "per/donald-trump",
            "per/donald-j-trump",
            "per/trump", "org/density-ai", "org/densityai", "org/tesla", "*org/xai", "*loc/paris", "per/j-smith",
            "per/smith",
        ]
        for _ in 0..<100 {
            let documents = (0..<6).map { _ in
                (0..<Int.random(in: 1...5, using: &random)).map { _ in names.randomElement(using: &random) ?? "" }
                    .joined(separator: " ")
            }
            #expect(unify(documents) == unify(documents.shuffled(using: &random)), "\(documents)")
        }
    }

    @Test func everyIDStandsInOneRecord() {
        let documents = ["per/elon-musk org/tesla", "per/musk org/tesla org/density-ai", "org/densityai per/j-smith"]
        let all = unify(documents).flatMap { [$0.entityID] + $0.sameAs }
        #expect(all.sorted() == Set(documents.flatMap { $0.split(separator: " ").map(String.init) }).sorted())
    }
}
