import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurResolution

@Suite struct StatedAliasesTests {
    @Test(arguments: [
        ("⟦org:Valéor⟧, ex-⟦org?:Duclos⟧, part. ⟦org?:Duclos⟧ reste.", "org/valeor"),
        ("⟦org:Valéor⟧ (ex-⟦org?:Duclos⟧) part. ⟦org?:Duclos⟧ reste.", "org/valeor"),
        ("⟦org:Valéor⟧ (anciennement ⟦misc:Duclos⟧) part. ⟦misc:Duclos⟧ reste.", "org/valeor"),
        ("⟦org:Valéor⟧ (formerly ⟦org:Duclos⟧) left. ⟦org:Duclos⟧ stays.", "org/valeor"),
        ("⟦org:Valéor⟧, the firm formerly known as ⟦loc:Duclos⟧, left. ⟦loc:Duclos⟧ stays.", "org/valeor"),
        ("⟦org:Duclos⟧ (devenu ⟦org:Valéor⟧) part. ⟦org:Duclos⟧ reste.", "org/valeor"),
        ("⟦org:Duclos⟧, rebaptisé ⟦per?:Valéor⟧, part. ⟦org:Duclos⟧ reste.", "org/valeor"),
        ("⟦org:Duclos⟧, renamed ⟦org:Valéor⟧, left. ⟦org:Duclos⟧ stays.", "org/valeor"),
        ("⟦org:Duclos⟧, now called ⟦org:Valéor⟧, left. ⟦org:Duclos⟧ stays.", "org/valeor"),
        ("⟦org:Duclos⟧, désormais « ⟦org:Valéor⟧ », part. ⟦org:Duclos⟧ reste.", "org/valeor"),
        ("⟦org:Duclos⟧, désormais le ⟦org:Crédit valéorien⟧, part. ⟦org:Duclos⟧ reste.", "org/credit-valeorien"),
        ("⟦per:Lino Varga⟧, de son vrai nom ⟦per:Michel Ostrow⟧, chante. ⟦per:Michel Ostrow⟧ part.", "per/lino-varga"),
        ("⟦per:Lino Varga⟧, born ⟦per:Michel Ostrow⟧, sings. ⟦per:Michel Ostrow⟧ left.", "per/lino-varga"),
        ("⟦per:Jean Pochelin⟧, dit ⟦per?:Moliard⟧, joue. ⟦per?:Moliard⟧ part.", "per/jean-pochelin"),
        ("⟦per:Jean Pochelin⟧ alias ⟦per?:Moliard⟧ joue. ⟦per?:Moliard⟧ part.", "per/jean-pochelin"),
        ("Formerly known as ⟦org:Duclos⟧, ⟦org:Valéor⟧ left. ⟦org:Duclos⟧ stays.", "org/valeor"),
        ("Oui. Anciennement ⟦org:Duclos⟧, ⟦per?:Valéor⟧ part. ⟦org:Duclos⟧ reste.", "org/valeor"),
        ("Désormais appelé ⟦org:Valéor⟧, ⟦org:Duclos⟧ part. ⟦org:Duclos⟧ reste.", "org/valeor"),
        ("⟦org:Duclos⟧ (devenu ⟦org=org/val:Valéor⟧) part. ⟦org:Duclos⟧ reste.", "org/val"),
        ("⟦org=org/val:Valéor⟧, rebaptisé ⟦org:Duclos⟧, part. ⟦org:Duclos⟧ reste.", "org/val"),
    ])
    func bothNamesAreOneThing(_ marked: String, _ id: String) throws {
        let found = try ResolvedText.mentions(marked)
        #expect(found.map(\.entityID) == [id, id, id])
        #expect(Set(found.map(\.label)).count == 1)
        #expect(found.contains { $0.maker == "rule:alias.stated" })
    }

    @Test(arguments: [
        // People were of firms before.
        "⟦per:Marie Holm⟧, ex-⟦org:Siemans⟧, part.", "⟦per:Marie Holm⟧ (formerly ⟦org:Siemans⟧) left.",
        // Lexicons know two.
        "⟦loc=loc/serbia:Serbie⟧, ex-⟦loc=loc/yugoslavia:Yougoslavie⟧.",
        "⟦org=org/meta:Meta⟧ (ex-⟦org=org/facebook:Facebook⟧)",
        // A verb without a comma.
        "⟦per:Paul Cavenel⟧ called ⟦per:Marie Holm⟧.", "⟦per:Paul Cavenel⟧ dit ⟦per:Marie Holm⟧.",
        // Other words between.
        "Aujourd’hui ⟦org:Valéor⟧, ⟦org:Duclos⟧ et d’autres.", "Le petit renommé ⟦org:Valéor⟧, ⟦org:Duclos⟧.",
        "Paul alias ⟦org:Valéor⟧, ⟦org:Duclos⟧.",
        "⟦org:Valéor⟧, a friend of ⟦org:Duclos⟧.", "⟦org:Valéor⟧, owned by a man called ⟦org:Duclos⟧.",
        "⟦per:Marie Holm⟧, born in ⟦loc:Duclos⟧.", "⟦org:Valéor⟧, formerly of ⟦org:Duclos⟧.",
        "⟦misc:Hurricane Ritta⟧, now a ⟦misc:Category⟧ storm.", "⟦org:Valéor⟧, now an ⟦org:Airtus⟧ firm.",
        "⟦org:Valéor⟧, ⟦org:Duclos⟧.", "⟦org:Valéor⟧ and ⟦org:Duclos⟧.",
    ])
    func otherWordsJoinNothing(_ marked: String) throws {
        let ids = try ResolvedText.ids(marked)
        #expect(ids.count == 2 && ids[0] != ids[1])
    }

    @Test func aCueIsNoPartOfTheName() throws {
        var found = try ResolvedText.mentions("⟦org:Valéor⟧, ⟦org:ex-Duclos⟧, part.")
        #expect(found.map(\.entityID) == ["org/valeor", "org/ex-duclos"])
        let text = "Valéor, ex-Duclos, part."
        var document = Document.plain(text)
        document.candidates = [(0, 7, 0.8), (9, 18, 0.8), (12, 18, 0.3)].map {
            Mention(span: ByteSpan($0.0, $0.1), label: .organization, maker: "rule:test", score: $0.2)
        }
        document.layers.insert(.candidates)
        try ResolveStage(lexicon: TestLexicon.shared).run(on: &document)
        found = document.mentions
        #expect(found.map(\.entityID) == ["org/valeor", "org/valeor"])
        #expect(found.map(\.span) == [ByteSpan(0, 7), ByteSpan(12, 18)])
    }

    @Test func theFamilyNameOfBirthIsHersInThatPlaceAlone() throws {
        let ids = try ResolvedText.ids("⟦per:Jeanne Marsol⟧, née ⟦per:Cavenel⟧, part. Les ⟦per:Cavenel⟧ restent.")
        #expect(ids == ["per/jeanne-marsol", "per/jeanne-marsol", "per/cavenel"])
    }

    @Test func oneWordDecidesForTheWholeDocument() throws {
        let found = try ResolvedText.mentions(
            "⟦loc:Kelstone⟧ part. ⟦org:Kelstone SA⟧ reste. ⟦per:Kelstone⟧ dort. ⟦loc=loc/nancy:Nancy⟧.")
        #expect(found.map(\.label) == [.organization, .organization, .organization, .location])
        #expect(Set(found.prefix(3).map(\.entityID)).count == 1)
    }
}
