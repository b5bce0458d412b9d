import GlaneurLexicon
import Testing

@Suite struct GlossaryTests {
    private static let header = "concept\tkind\tvalue\tfr\ten\tsource\n"

    private func lexicon(_ rows: String) throws -> Lexicon {
        let table = (path: "shared/words.tsv", text: GlossaryTests.header + rows)
        return try Lexicon(compiled: LexiconCompiler.compile([table]), location: "test")
    }

    @Test func rowsOfAKindComeInOrder() throws {
        let lexicon = try lexicon(
            "bank\tinstitution\t\tbanque\tbank\tglaneur\ndeparture\tevent\tperson\tquitter|démissionner\tleave\tglaneur\n"
                + "university\tinstitution\t\tuniversité\tuniversity|college\tglaneur\n")
        #expect(lexicon.glossary("institution").map(\.concept) == ["bank", "university"])
        let event = try #require(lexicon.glossary("event").first)
        #expect(event.value == "person")
        #expect(event.french == ["quitter", "démissionner"])
        #expect(event.english == ["leave"])
        #expect(lexicon.glossary("none").isEmpty)
    }

    @Test(arguments: [
        ("bank\t\t\tbanque\tbank\tglaneur\n", "no kind"),
        ("bank\tinstitution\t\tbanque|\tbank\tglaneur\n", "an empty form beside a |"),
        ("bank\tinstitution\t\tbanque\tbank | shore\tglaneur\n", "space around"),
    ])
    func brokenRowsAreRefused(_ rows: String, _ reason: String) {
        #expect { try lexicon(rows) } throws: { "\($0)".contains(reason) && "\($0)".contains(":2") }
    }
}
