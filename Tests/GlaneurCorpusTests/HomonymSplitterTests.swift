import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurCorpus

@Suite struct HomonymSplitterTests {
    /// One document: its companions by number, those below ten met everywhere, and its walks of life.
    private func sighting(_ index: Int, _ companions: [UInt64], _ fields: String...) -> Sighting {
        var sighting = Sighting(documentID: "made/\(index)")
        sighting.context = ContextSketch(companions)
        sighting.fields = fields.sorted()
        return sighting
    }

    private func groups(_ sightings: [Sighting]) -> [[Int]] {
        HomonymSplitter(frequency: { $0 < 10 ? 100 : 2 }, isRare: { $0 < 5 })
            .groups(sightings, ownHash: 999).map(\.documents)
    }

    @Test func unlikeWalksOfLifeWithoutCommonCompanyAreTwoPeople() {
        #expect(groups([sighting(0, [1, 20], "sport"), sighting(1, [1, 30], "public")]) == [[0], [1]])
        #expect(
            groups([sighting(0, [20], "sport"), sighting(1, [30], "public"), sighting(2, [30, 31], "public")]) == [
                [1, 2], [0],
            ])
    }

    @Test func rareCompanyMakesOnePerson() {
        #expect(groups([sighting(0, [20], "sport"), sighting(1, [20], "public")]) == [[0, 1]])
        // A document between two makes a bridge.
        #expect(
            groups([sighting(0, [20], "sport"), sighting(1, [30], "public"), sighting(2, [20, 30])]) == [[0, 1, 2]])
        // The name itself is no company, nor is what everyone has.
        #expect(groups([sighting(0, [1, 999], "sport"), sighting(1, [1, 999], "public")]).count == 2)
    }

    @Test func withoutEvidenceOfConflictNothingIsSplit() {
        #expect(groups([sighting(0, [20]), sighting(1, [30])]) == [[0, 1]])
        #expect(groups([sighting(0, [20], "sport"), sighting(1, [30])]) == [[0, 1]])
        #expect(groups([sighting(0, [20], "sport"), sighting(1, [30], "sport")]) == [[0, 1]])
        #expect(groups([sighting(0, [20], "business", "public"), sighting(1, [30], "public")]) == [[0, 1]])
    }

    @Test func whatTellsNothingStaysWithTheLargestGroup() {
        let sightings = [
            sighting(0, [20], "sport"), sighting(1, [30], "public"), sighting(2, [30], "public"), sighting(3, [40]),
        ]
        #expect(groups(sightings) == [[1, 2, 3], [0]])
    }

    @Test func aKnownPersonOfARareNameIsOne() throws {
        let lines = ["Le footballeur Éric Cantona joue.", "Éric Cantona, acteur, joue."].enumerated().map {
            index, text in
            MadeCorpus.line("*per/eric-cantona=Éric_Cantona", id: "made/\(index)", text: text).placing("Éric Cantona")
        }
        var knowledge = MadeCorpus.knowledge
        knowledge.roles = RoleReader(lexicon: TestLexicon.shared)
        #expect(try MadeCorpus.unify(lines, knowledge: knowledge).map(\.entityID) == ["per/eric-cantona"])
        // Were the family name a frequent one, they would be two.
        knowledge.isCommonFamilyName = { $0 == "cantona" }
        #expect(try MadeCorpus.unify(lines, knowledge: knowledge).count == 2)
    }

    @Test func peopleOfOneNameHaveIDsOfTheirOwn() throws {
        let lines = [
            MadeCorpus.line(
                "per/paul-martin=Paul_Martin org/racing-lens", id: "made/a", text: "Le footballeur Paul Martin joue."
            ).placing("Paul Martin"),
            MadeCorpus.line(
                "per/paul-martin=Paul_Martin org/cour-verte", id: "made/b", text: "Paul Martin, ministre, part."
            ).placing("Paul Martin"),
            MadeCorpus.line(
                "per/paul-martin=Paul_Martin org/cour-verte", id: "made/c", text: "Le ministre Paul Martin revient."
            ).placing("Paul Martin"),
        ]
        var knowledge = MadeCorpus.knowledge
        knowledge.roles = RoleReader(lexicon: TestLexicon.shared)
        let records = try MadeCorpus.unify(lines, knowledge: knowledge).filter { $0.label == .person }
        #expect(records.map(\.entityID) == ["per/paul-martin", "per/paul-martin~org-racing-lens"])
        #expect(records.map(\.only) == [["made/b", "made/c"], ["made/a"]])
        #expect(records.map(\.mentions) == [2, 1])
        #expect(records.allSatisfy { $0.makers == ["context"] && $0.name == "Paul Martin" })
        let reversed = try MadeCorpus.unify(lines.reversed(), knowledge: knowledge).filter { $0.label == .person }
        #expect(reversed == records)
    }
}

extension [UInt8] {
    /// The line with the offsets of its first mention set to where a form stands in the text.
    fileprivate func placing(_ form: String) -> [UInt8] {
        let line = String(decoding: self, as: UTF8.self)
        guard let text = line.split(separator: "\"text\":\"").dropFirst().first,
            let place = text.firstRange(of: form)
        else { return self }
        let start = text.distance(from: text.startIndex, to: place.lowerBound)
        return [UInt8](
            line.replacing(
                "\"start\":0,\"end\":0", with: "\"start\":\(start),\"end\":\(start + form.count)", maxReplacements: 1
            ).utf8)
    }
}
