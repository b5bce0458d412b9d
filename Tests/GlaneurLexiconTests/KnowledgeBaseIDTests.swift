@testable import GlaneurLexicon
import Testing

@Suite struct KnowledgeBaseIDTests {
    @Test(arguments: ["wikidata:Q42", "viaf:113230702", "isni:0000-0001-2103-3799", "geonames:2988507", "idref-2:02X"])
    func aBaseAndAnIDAreTaken(_ id: String) { #expect(KnowledgeBaseID.isValid(id[...])) }

    @Test(
        arguments: [
            "Q42", "wikidata", "wikidata:", ":Q42", "wikidata:42", "wikidata:Q", "wikidata:Q042", "wikidata:Q4 2",
            "wikidata:P31", "Wikidata:Q42", "2x:1", "wikidata:Q42|wikidata:Q43", "viaf:é", "http ://x",
        ])
    func anythingElseIsRefused(_ id: String) { #expect(!KnowledgeBaseID.isValid(id[...])) }
}
