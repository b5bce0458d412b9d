import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurResolution

@Suite struct DocumentAliasesTests {
    private func resolve(_ marked: String) throws -> [Mention] { try ResolvedText.mentions(marked) }

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

    @Test(arguments: [
        ("Le ⟦org:Fonds monétaire mondial⟧ bouge. Le ⟦org:Fonds monétaire mondial⟧ (⟦org:FMM⟧) part.", "FMM"),
        ("Le ⟦org:FMM⟧ (⟦org:Fonds monétaire mondial⟧) part.", "FMM"),
        ("Le ⟦org:FMM⟧ (le ⟦org:Fonds monétaire mondial⟧) part.", "FMM"),
        ("The ⟦org:WMF⟧, or ⟦org:World Monetary Fund⟧, left.", "WMF"),
        ("The ⟦org:World Monetary Fund⟧, or ⟦org:WMF⟧, left.", "WMF"),
        ("L’⟦org:OTAL⟧, ou ⟦org:Organisation du traité de l’Atlantique lointain⟧, part.", "OTAL"),
        ("L’⟦org:Organisation du traité de l’Atlantique lointain⟧ (⟦org:O.T.A.L.⟧) part.", "O.T.A.L."),
        ("Les ⟦org:organisations libres du golfe⟧ (⟦org:OLGs⟧) partent.", "OLGs"),
        ("The ⟦org:Office of Good Works⟧ (⟦org:OoGW⟧) left.", "OoGW"),
        ("L’⟦org:Institut national de la santé et de la recherche marine⟧ (⟦org?:Inserm⟧) part.", "Inserm"),
    ])
    func anAcronymStandsForTheLongNameBesideIt(_ marked: String, _ acronym: String) throws {
        let found = try resolve(marked)
        #expect(Set(found.map(\.entityID)).count == 1)
        #expect(found[0].entityID?.hasPrefix("org/") == true && (found[0].entityID?.count ?? 0) > 12)
        #expect(found.filter { $0.maker == "rule:alias.stated" }.map(\.span.count) == [acronym.utf8.count])
    }

    @Test func anAcronymOfTheOtherLanguageStandsBesideIt() throws {
        let ids = try ids(
            "L’⟦org:Organisation du traité de l’Atlantique lointain⟧ (⟦org:OTAL⟧, ⟦org:FATO⟧ en anglais) part. ⟦org:FATO⟧ reste."
        )
        #expect(Set(ids) == ["org/organisation-du-traite-de-latlantique-lointain"])
    }

    @Test func whatTheTextSaysOfAnAcronymBeatsTheLexicon() throws {
        let found = try resolve(
            "L’⟦org:Institut de sécurité alimentaire⟧ (⟦org=org/seabed-authority:ISA⟧) part. L’⟦org=org/seabed-authority:ISA⟧ reste."
        )
        #expect(found.map(\.entityID) == Array(repeating: "org/institut-de-securite-alimentaire", count: 3))
        #expect(found[2].maker == "rule:alias.stated")
    }

    @Test func anAcronymThatTheLexiconsKnowAloneNamesTheLongForm() throws {
        let found = try resolve(
            "The ⟦org:Office of Good Works⟧ (⟦org=org/ogw:OGW⟧) left. The ⟦org:Office of Good Works⟧.")
        #expect(found.map(\.entityID) == ["org/ogw", "org/ogw", "org/ogw"])
        #expect(found.map(\.maker) == ["rule:alias.stated", "lexicon:test", "rule:alias.stated"])
    }

    @Test func oneAcronymOfTwoNamesStandsForNeither() throws {
        let ids = try ids(
            "L’⟦org:Institut de sécurité alimentaire⟧ (⟦org:ISA⟧) et l’⟦org:Inspection sanitaire arctique⟧ (⟦org:ISA⟧). L’⟦org:ISA⟧."
        )
        #expect(ids[1] == "org/isa" && ids[4] == "org/isa")
    }

    @Test func bracketsWithOtherLettersAreNoAcronym() throws {
        #expect(try ids("⟦org:Glaneur Text Research⟧ (⟦org?:XYZ⟧) répond.") == ["org/glaneur-text-research"])
    }

    @Test(arguments: ["Kervella Inc.", "Kervella, Inc.", "Kervella SA", "Kervella Ltd"])
    func legalFormsAreNoPartOfTheName(_ name: String) throws {
        #expect(try ids("⟦org:\(name)⟧ part. ⟦org?:Kervella⟧ aussi.") == ["org/kervella", "org/kervella"])
    }

    @Test(arguments: [
        "Société Kervella", "Groupe Kervella", "Kervella SAS", "Kervella S.A.", "Kervella plc", "Kervella A/S",
    ])
    func wordsForFirmsAreNoPartOfTheId(_ name: String) throws {
        #expect(try ids("⟦org:\(name)⟧ part. ⟦org:Kervella⟧ aussi.") == ["org/kervella", "org/kervella"])
        #expect(try ids("⟦org:Kervella⟧ part. ⟦org:\(name)⟧ aussi.") == ["org/kervella", "org/kervella"])
    }

    @Test(arguments: [
        ("Société Générale", "org/societe-generale"), ("Société nationale maritime", "org/societe-nationale-maritime"),
        ("Compagnie Sanitaire", "org/compagnie-sanitaire"),
    ])
    func wordsForFirmsStayInFrontOfOrdinaryWords(_ name: String, _ id: String) throws {
        #expect(try ids("⟦org:\(name)⟧ part.") == [id])
    }

    @Test(arguments: [
        ("⟦loc:Kelstone⟧ plc part. ⟦org:Kelstone⟧ aussi.", "Kelstone plc"),
        ("⟦per?:Kelstone⟧ SA part. ⟦loc:Kelstone⟧ aussi.", "Kelstone SA"),
        ("⟦per?:Kelstone⟧, Inc. leaves. ⟦loc:Kelstone⟧ too.", "Kelstone, Inc."),
        ("⟦org=org/kelstone:Kelstone⟧ SAS part. ⟦org=org/kelstone:Kelstone⟧ aussi.", "Kelstone SAS"),
    ])
    func aLegalFormBelongsToTheFirm(_ marked: String, _ name: String) throws {
        let found = try resolve(marked)
        #expect(found.map(\.label) == [.organization, .organization])
        #expect(found.map(\.entityID) == ["org/kelstone", "org/kelstone"])
        #expect(found[0].span.count == name.utf8.count)
    }

    @Test(arguments: [
        "⟦per:MUSK⟧ SE RETIRE", "⟦per:Musk⟧ se retire.", "⟦per:Musk⟧ sa vie durant.", "⟦loc=loc/nancy:Nancy⟧ SA part.",
    ])
    func otherWordsAreNoLegalForms(_ marked: String) throws {
        let found = try resolve(marked)
        #expect(found.map(\.label) != [.organization])
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

    @Test func aBrandOfTheLexiconsStandsWhereTheModelDidNotFollow() throws {
        func found(_ text: String, from start: Int) throws -> Int {
            var document = Document.plain(text)
            document.candidates = [
                Mention(
                    span: ByteSpan(start, document.text.count), label: .organization, maker: "lexicon:test",
                    score: 0.45,
                    entityID: "org/x")
            ]
            document.layers.insert(.candidates)
            try ResolveStage(lexicon: TestLexicon.shared).run(on: &document)
            return document.mentions.count
        }
        #expect(try found("Il quitte xAI", from: 10) == 1)
        #expect(try found("Il quitte Xai", from: 10) == 0)
        #expect(try found("Il quitte la cour de Paris", from: 13) == 0)
    }

    @Test func aHeadlineOfCapitalsHasTheNamesOfTheDocument() throws {
        let headline = "TARRANT TELLS ALTIX MEN TO LOOK"
        let text = MarkedText("\(headline)\n\n⟦per:Owen Tarrant⟧ of ⟦org:Altix⟧ met ⟦per:Tell Look⟧.")
        var document = Document.plain(text.text)
        document.blocks = [
            Block(span: ByteSpan(0, headline.utf8.count), blockClass: .title, kind: .main),
            Block(span: ByteSpan(headline.utf8.count + 2, document.text.count), blockClass: .body, kind: .paragraph),
        ]
        document.candidates = text.marks.map {
            Mention(
                span: $0.span, label: Label(rawValue: $0.label) ?? .miscellaneous, maker: "rule:test", score: 0.8)
        }
        document.layers.insert(.candidates)
        try ResolveStage(lexicon: TestLexicon.shared).run(on: &document)
        #expect(document.mentions.prefix(2).map { document.string($0.span) } == ["TARRANT", "ALTIX"])
        #expect(
            document.mentions.map(\.entityID) == [
                "per/owen-tarrant", "org/altix", "per/owen-tarrant", "org/altix", "per/tell-look",
            ])
    }
}
