import Glaneur
import Testing

@Suite struct KnowledgeBaseTests {
    @Test func mentionsOfALinkedConceptHaveItsID() throws {
        let lexicon = try SmallLexicon(
            people: """
                name\tlabel\tkind\tfr\ten\taliases\tweak\tkb_id\tsource
                Elon Musk\tPER\tperson\t\t\t\t\twikidata:Q317521\ttest
                Paris Hilton\tPER\tperson\t\t\t\t\t\ttest

                """)
        let pipeline = try Pipeline(Configuration(lexicons: lexicon.write(lexicon.compiled()), language: .french))
        let document = try pipeline.annotate(Document(id: "a", text: "Elon Musk et Paris Hilton. Musk est là."))
        let ids = document.mentions.map { pipeline.knowledgeBaseID(of: $0) }
        #expect(ids == ["wikidata:Q317521", nil, "wikidata:Q317521"])
    }
}
