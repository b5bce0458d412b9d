import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurResolution

@Suite struct DocumentAliasesTests {
    /// Resolves a text whose marks are candidates; a mark that ends in `?` (`⟦per?:Bannon⟧`) is too weak to stand by itself.
    private func resolve(_ marked: String) throws -> [Mention] {
        let text = MarkedText(marked)
        var document = Document.plain(text.text)
        document.candidates = text.marks.map { mark in
            let isWeak = mark.label.hasSuffix("?")
            let label = Label(rawValue: isWeak ? String(mark.label.dropLast()) : mark.label) ?? .miscellaneous
            return Mention(span: mark.span, label: label, maker: "rule:test", score: isWeak ? 0.2 : 0.8)
        }
        document.layers.insert(.candidates)
        try ResolveStage(lexicon: TestLexicon.shared).run(on: &document)
        return document.mentions
    }

    private func ids(_ marked: String) throws -> [String?] { try resolve(marked).map(\.entityID) }

    @Test(arguments: [
        "⟦per:Peter Bannon⟧ part. ⟦per?:Bannon⟧ aussi.", "⟦per?:Bannon⟧ part, dit-on : ⟦per:Peter Bannon⟧ s’en va.",
        "⟦per:Peter Bannon⟧ part. ⟦per?:Peter⟧ aussi.", "⟦per:Peter Bannon⟧ part. ⟦misc?:Bannon⟧ aussi.",
    ])
    func aFullNameLicensesItsParts(_ marked: String) throws {
        let found = try resolve(marked)
        #expect(found.map(\.entityID) == ["per/peter-bannon", "per/peter-bannon"])
        #expect(found.allSatisfy { $0.label == .person })
        #expect(found.map(\.maker).filter { $0 == "rule:alias" }.count == 1)
    }

    @Test func aFamilyNameKeepsItsParticles() throws {
        #expect(
            try ids("⟦per:Ursula von der Leyen⟧ parle. ⟦per?:von der Leyen⟧ répond.")
                == ["per/ursula-von-der-leyen", "per/ursula-von-der-leyen"])
    }

    @Test func aSharedFamilyNameStaysApart() throws {
        let found = try ids("⟦per:Peter Bannon⟧ et ⟦per:Steve Bannon⟧ parlent. ⟦per?:Bannon⟧ part.")
        #expect(found == ["per/peter-bannon", "per/steve-bannon"])
        #expect(
            try ids("⟦per:Peter Bannon⟧ et ⟦per:Steve Bannon⟧ parlent. ⟦per:Bannon⟧ part.")
                == ["per/peter-bannon", "per/steve-bannon", "per/bannon"])
    }

    @Test(arguments: [
        (
            "L’⟦org:Organisation mondiale de la santé⟧ (⟦org?:OMS⟧) répond. L’⟦org?:OMS⟧ part.",
            "org/organisation-mondiale-de-la-sante"
        ),
        ("⟦org:Glaneur Text Research⟧ (⟦org?:GTR⟧) replies. ⟦org?:GTR⟧ leaves.", "org/glaneur-text-research"),
    ])
    func anAcronymInBracketsStandsForTheName(_ marked: String, _ id: String) throws {
        #expect(try ids(marked) == [id, id, id])
    }

    @Test func bracketsWithOtherLettersAreNoAcronym() throws {
        #expect(try ids("⟦org:Glaneur Text Research⟧ (⟦org?:XYZ⟧) répond.") == ["org/glaneur-text-research"])
    }

    @Test(arguments: ["Kervella Inc.", "Kervella, Inc.", "Kervella SA", "Kervella Ltd"])
    func legalFormsAreNoPartOfTheName(_ name: String) throws {
        #expect(try ids("⟦org:\(name)⟧ part. ⟦org?:Kervella⟧ aussi.") == ["org/kervella", "org/kervella"])
    }

    @Test func theFirstWordOfAFirmIsItsShortForm() throws {
        #expect(
            try ids("⟦org:Kervella Research⟧ part. ⟦org?:Kervella⟧ aussi.") == [
                "org/kervella-research", "org/kervella-research",
            ])
    }

    @Test(arguments: [("DensityAI", "Density AI"), ("Density AI", "DensityAI"), ("Density-AI", "Density AI")])
    func spellingsAreOneEntity(_ first: String, _ second: String) throws {
        let found = try ids("⟦org:\(first)⟧ part. ⟦org:\(second)⟧ aussi.")
        #expect(found.count == 2 && Set(found).count == 1)
    }

    @Test func whatNothingSupportsFalls() throws {
        #expect(try ids("⟦per?:Bannon⟧ part. ⟦per:Elon Musk⟧ reste.") == ["per/elon-musk"])
        // What is too weak itself supports nothing.
        #expect(try ids("⟦per?:Peter Bannon⟧ part. ⟦per?:Bannon⟧ reste.").isEmpty)
    }

    @Test func aPlaceIsNoPartOfAFamilyName() throws {
        let found = try resolve("⟦per:Peter Bannon⟧ à ⟦loc:Brest⟧.")
        #expect(
            found.map(\.label) == [.person, .location] && found.map(\.entityID) == ["per/peter-bannon", "loc/brest"])
    }
}
