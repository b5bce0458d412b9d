import GlaneurCore
@testable import GlaneurLexicon
import Testing

@Suite struct FormKnowledgeTests {
    @Test func aNameIsKnownWithItsConceptAndFlags() throws {
        let lexicon = try SmallLexicon.open()
        let orange = try #require(lexicon.knowledge(of: "Orange").names.first)
        #expect(orange.concept.entityID == "org/orange" && orange.flags == .weak && orange.isAdmitted)
        let usa = try #require(lexicon.knowledge(of: "usa").names.first)
        #expect(usa.flags == .strict && !usa.isAdmitted)
        #expect(lexicon.knowledge(of: "etats unis").names.map(\.concept.name) == ["United States"])
        #expect(lexicon.knowledge(of: "U.S.").names.first?.flags == [.strict, .pointed])
    }

    @Test func theSpellingsOfARowAreOneAnswer() throws {
        let table = SmallLexicon.names("Etats-Unis\tLOC\t\tÉtats-Unis\t\t\t\t\t")
        let lexicon = try Lexicon(compiled: LexiconCompiler.compile([table]), location: "memory")
        #expect(lexicon.knowledge(of: "États-Unis").names.count == 1)
    }

    @Test func aWordIsKnownInEachOfItsLanguages() throws {
        let lexicon = try SmallLexicon.open()
        #expect(
            lexicon.knowledge(of: "millions").words == [
                FormKnowledge.Word(language: .french, wordClass: .scale, value: "6", table: "nombres")
            ])
        #expect(lexicon.knowledge(of: "officer").words.map(\.language) == [.french, .french, .english, .english])
        #expect(lexicon.knowledge(of: "chief executive officer").words.map(\.value) == ["ceo", "ceo"])
    }

    @Test(arguments: ["", "…", "inconnu", "chief", "Orange Orange", "chief executive officer of"])
    func thePartOfAFormOrMoreIsUnknown(_ form: String) throws {
        #expect(try SmallLexicon.open().knowledge(of: form).isEmpty)
    }

    @Test func theIDInAKnowledgeBaseIsKnown() throws {
        let table = (
            path: "shared/people.tsv",
            text: "name\tlabel\tkb_id\tsource\nDouglas Adams\tPER\twikidata:Q42\tx\nJohn Adams\tPER\t\tx\n"
        )
        let lexicon = try Lexicon(compiled: LexiconCompiler.compile([table]), location: "memory")
        #expect(lexicon.knowledge(of: "Douglas Adams").names.first?.concept.knowledgeBaseID == "wikidata:Q42")
        let other = try #require(lexicon.knowledge(of: "John Adams").names.first)
        #expect(other.concept.knowledgeBaseID == nil)
        #expect(lexicon.knowledgeBaseIDs == ["per/douglas-adams": "wikidata:Q42"])
        #expect(try SmallLexicon.open().knowledgeBaseIDs.isEmpty)
    }
}
