import GlaneurLexicon
import GlaneurTestSupport
import Testing

@Suite struct TableDraftTests {
    private static let words = "# Mots.\nform\tclass\tvalue\tsource\n# A.\na\tstop\tdet\tx\n# C.\nc\tstop\t\tx\n"

    private func draft(_ text: String = words) throws(LexiconError) -> TableDraft {
        try TableDraft(TableFile(path: "fr/mots.tsv", bytes: Array(text.utf8)))
    }

    private func text(_ draft: TableDraft) -> String { String(decoding: draft.file.bytes, as: UTF8.self) }

    private func word(_ form: String, _ wordClass: String = "stop") -> NewRow {
        NewRow(.words, ["form": [form], "class": [wordClass], "source": ["x"]])
    }

    @Test(
        arguments: [
            ("A", 3, "# Mots.\nform\tclass\tvalue\tsource\nA\tstop\t\tx\n# A.\na\tstop\tdet\tx\n# C.\nc\tstop\t\tx\n"),
            ("b", 5, "# Mots.\nform\tclass\tvalue\tsource\n# A.\na\tstop\tdet\tx\nb\tstop\t\tx\n# C.\nc\tstop\t\tx\n"),
            ("d", 7, words + "d\tstop\t\tx\n"), ("é", 7, words + "é\tstop\t\tx\n"),
        ])
    func aRowStandsWhereItsBytesPutIt(_ form: String, _ line: Int, _ expected: String) throws {
        var draft = try draft()
        #expect(try draft.add(word(form)) == line)
        #expect(text(draft) == expected)
    }

    @Test func anyOrderOfAddingGivesTheSameSoundTable() throws {
        var random = SeededGenerator(seed: SeededGenerator.announce(53, for: "TableDraft, any order"))
        let forms = ["a", "a b", "a-b", "ab", "zoé", "zo", "éa", "z", "…a", "a'b"]
        var tables: Set<String> = []
        for _ in 0..<20 {
            var draft = try TableDraft(newFile: "mots.tsv", kind: .words)
            for form in forms.shuffled(using: &random) { _ = try draft.add(word(form)) }
            #expect(LexiconCheck([draft.file]).faults.isEmpty)
            tables.insert(text(draft))
        }
        #expect(tables.count == 1)
    }

    @Test func aRowThatStandsThereIsRefused() throws {
        var draft = try draft()
        let row = NewRow(.words, ["form": ["a"], "class": ["stop"], "value": ["det"], "source": ["another"]])
        #expect(throws: LexiconError(path: "fr/mots.tsv", line: 4, reason: "this row stands here already")) {
            try draft.add(row)
        }
        #expect(text(draft) == Self.words)
    }

    @Test func aRowOfTheOtherKindIsRefused() throws {
        var draft = try draft()
        let row = NewRow(.names, ["name": ["A"], "label": ["ORG"], "source": ["x"]])
        #expect(
            throws: LexiconError(path: "fr/mots.tsv", reason: "a table of words, where no row of names stands")
        ) { try draft.add(row) }
    }

    @Test(arguments: ["a\tb", "a\nb"]) func aCellOfTwoIsRefused(_ form: String) throws {
        var draft = try draft()
        #expect(throws: LexiconError(path: "fr/mots.tsv", reason: "a tab or line end in 'form'")) {
            try draft.add(word(form))
        }
    }

    @Test func aDamagedTableIsRefused() {
        #expect(throws: LexiconError(path: "fr/mots.tsv", line: 1, reason: "the last column is not 'source'")) {
            try draft("form\tclass\n")
        }
    }

    @Test func aFileOfAnotherNameIsRefused() {
        #expect(throws: LexiconError(path: "a.txt", reason: "no table: its name does not end with .tsv")) {
            try TableDraft(newFile: "a.txt", kind: .words)
        }
    }

    @Test func aColumnThatIsMissingIsAdded() throws {
        let table = "name\tlabel\tweak\tsource\n# A.\nAdams\tPER\tAdams\tx\n"
        var draft = try TableDraft(TableFile(path: "x.tsv", bytes: Array(table.utf8)))
        let row = NewRow(
            .names,
            [
                "name": ["Brel"], "label": ["PER"], "aliases": ["J. Brel", "Jacques Brel"], "kb_id": ["wikidata:Q1666"],
                "source": ["x"],
            ])
        #expect(try draft.add(row) == 4)
        #expect(
            text(draft)
                == "name\tlabel\taliases\tweak\tkb_id\tsource\n# A.\nAdams\tPER\t\tAdams\t\tx\n"
                + "Brel\tPER\tJ. Brel|Jacques Brel\t\twikidata:Q1666\tx\n")
        #expect(row.summary == "per/brel")
    }
}
