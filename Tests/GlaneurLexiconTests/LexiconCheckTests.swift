import GlaneurLexicon
import Testing

@Suite struct LexiconCheckTests {
    private func check(
        _ tables: (path: String, text: String)..., beside others: [(path: String, text: String)] = []
    ) -> LexiconCheck {
        LexiconCheck(tables.map(SmallLexicon.file), beside: others.map(SmallLexicon.file))
    }

    private static let links: (path: String, text: String) = (
        "shared/linked.tsv",
        "name\tlabel\tkb_id\tsource\nDouglas Adams\tPER\twikidata:Q42\tx\nDouglas Noel Adams\tPER\twikidata:Q42\tx\n"
    )

    @Test func allFaultsAreToldInTheOrderOfTheirLines() {
        let check = check(
            SmallLexicon.names(
                "Apollo\tSHIP\tCompany\t\t\tA||B\t\t\tC", "Zeus\tORG\tx\tZ|Y\t\t\t\t\t", "Bravo\tORG\t\t\t\t\t\t\t",
                "…\tORG\t\t\t\tGo |No\t\t\t"),
            SmallLexicon.words("Un\tstop\t", "vite\tadverb\t"))
        #expect(
            check.faults.map(\.description) == [
                "shared/names.tsv:2: no name label 'SHIP'", "shared/names.tsv:2: kind 'Company' is not in lower case",
                "shared/names.tsv:2: an empty form beside a |", "shared/names.tsv:2: weak form 'C' is no form",
                "shared/names.tsv:3: several forms in 'Z|Y'", "shared/names.tsv:4: out of order, or a row twice",
                "shared/names.tsv:5: '…' has 0 words", "shared/names.tsv:5: space around 'Go '",
                "shared/words.tsv:2: 'Un' is not in lower case", "shared/words.tsv:3: no word class 'adverb'",
            ])
    }

    @Test func soundTablesCompileToWhatTheCompilerMakes() throws {
        let check = LexiconCheck(SmallLexicon.tables.map(SmallLexicon.file))
        #expect(check.faults.isEmpty && check.tableCount == 3 && check.rowCount == 10)
        #expect(try check.compiled == SmallLexicon.compiled())
    }

    @Test func aMalformedKnowledgeBaseIDIsRefused() {
        let fault = check((path: "x.tsv", text: "name\tlabel\tkb_id\tsource\nAdams\tPER\tQ42\tx\n")).faults.first
        #expect(
            fault == LexiconError(path: "x.tsv", line: 2, reason: "kb_id 'Q42' is not of the form wikidata:Q42"))
    }

    @Test func anIDOfAnotherTableIsRefusedAtTheCheckedOne() {
        let check = check(
            SmallLexicon.names("XAI\tORG\t\t\t\t\t\t\t", path: "shared/mine.tsv"), beside: SmallLexicon.tables)
        #expect(
            check.faults.map(\.description) == [
                "shared/mine.tsv:2: org/xai is already made by 'xAI' in shared/names.tsv:4"
            ])
    }

    @Test func nothingIsSaidOfTheTablesBeside() throws {
        let check = check(
            SmallLexicon.names("Zeus\tORG\t\t\t\t\t\t\t", path: "shared/mine.tsv"),
            beside: [SmallLexicon.names("Hera\tGOD\t\t\t\t\t\t\t"), Self.links])
        #expect(check.faults.isEmpty)
        #expect(try check.doubts().isEmpty)
    }

    @Test func aFormOfTwoConceptsIsDoubtfulUnlessWeakInOne() throws {
        let check = check(
            SmallLexicon.names(
                "Mars Inc.\tORG\t\t\t\tMars|Marsh\t\t\t", "Mars\tLOC\t\t\t\t\t\t\t", "Marsh\tPER\t\t\t\t\t\t\tMarsh",
                "MARS band\tORG\t\t\t\tMÂRS\t\t\t")
        )
        #expect(
            try check.doubts().map(\.description) == [
                "shared/names.tsv:3: warning: 'Mars' is also a form of org/mars-inc (shared/names.tsv:2), weak in neither",
                "shared/names.tsv:5: warning: 'MÂRS' is also a form of org/mars-inc (shared/names.tsv:2), "
                    + "loc/mars (shared/names.tsv:3), weak in neither",
            ])
    }

    @Test func anOrdinaryWordIsDoubtfulUnlessWeak() throws {
        let words = SmallLexicon.words("orange\tcommon\t", "total\tcommon\t", path: "fr/common.tsv")
        let names = SmallLexicon.names(
            "Orange\tORG\t\t\t\t\t\t\tOrange", "Orange mécanique\tWORK\t\t\t\t\t\t\t", "Total\tORG\t\t\t\t\t\t\t")
        let expected = ["shared/names.tsv:4: warning: 'Total' is an ordinary word (fr), not marked as weak"]
        #expect(try check(words, names).doubts().map(\.description) == expected)
        #expect(try check(names, beside: [words]).doubts().map(\.description) == expected)
    }

    @Test func aSharedKnowledgeBaseIDIsDoubtful() throws {
        let doubts = try check(Self.links).doubts()
        #expect(doubts.map(\.kind) == [.sharedID])
        #expect(doubts.first?.reason == "wikidata:Q42 is also that of per/douglas-adams (shared/linked.tsv:2)")
    }

    @Test func doubtsAreFoundInDamagedTablesToo() throws {
        let check = check(
            SmallLexicon.names("Mars\tLOC\t\t\t\t\t\t\t", "Mars\tORG\t\t\t\t\t\t\t", "Venus\tGOD\t\t\t\t\t\t\t"))
        #expect(check.faults.map(\.line) == [4])
        #expect(try check.doubts().map(\.line) == [3])
    }
}
