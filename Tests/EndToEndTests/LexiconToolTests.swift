import Foundation
import Testing

/// `glaneur lexicon` and `--lexicon` on lexicons of three rows, which open at once.
@Suite struct LexiconToolTests {
    private static let names = "name\tlabel\tkind\tfr\ten\taliases\taliases_fr\taliases_en\tweak\tsource\n"

    /// A folder with lexicons in `Lexicons`.
    private func lexicons() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "Lexicons/shared/places.tsv",
            Self.names + "Brest\tLOC\tcity\t\t\t\t\t\t\tx\nOrange\tLOC\tcity\t\t\t\t\t\t\tx\n")
        try folder.write("Lexicons/fr/common.tsv", "form\tclass\tvalue\tsource\norange\tcommon\t\tx\n")
        return folder
    }

    private func glaneur(_ folder: TemporaryFolder, _ arguments: String..., input: String = "") throws -> Program.Ending
    {
        try Program.run(
            arguments: arguments, in: folder.url.path, input: Data(input.utf8),
            environment: ["GLANEUR_LEXICONS": folder.path("Lexicons")])
    }

    // MARK: check

    @Test func soundLexiconsAreCounted() throws {
        let folder = try lexicons()
        let ending = try glaneur(folder, "lexicon", "check")
        #expect(ending.status == 0)
        #expect(ending.text == "tables 2, rows 3, faults 0, warnings 1 (1 ordinary words)\n")
        let listed = try glaneur(folder, "lexicon", "check", "--warnings", "Lexicons")
        #expect(listed.status == 0)
        #expect(
            listed.text.hasPrefix(
                "Lexicons/shared/places.tsv:3: warning: 'Orange' is an ordinary word (fr), not marked as weak\n"))
    }

    @Test func allFaultsAreToldWithTheirPlace() throws {
        let folder = try lexicons()
        try folder.write("mine.tsv", Self.names + "Zar\tSHIP\t\t\t\t\t\t\t\tx\nBrest\tLOC\t\t\t\t\t\t\t\tx\nA\tB\n")
        let ending = try glaneur(folder, "lexicon", "check", "mine.tsv")
        #expect(ending.status == 65 && ending.errors.isEmpty)
        #expect(
            ending.text == """
                mine.tsv:2: no name label 'SHIP'
                mine.tsv:3: out of order, or a row twice
                mine.tsv:3: loc/brest is already made by 'Brest' in shared/places.tsv:2
                mine.tsv:4: out of order, or a row twice
                mine.tsv:4: 2 cells, expected 10
                tables 1, rows 2, faults 5, warnings 0

                """)
    }

    @Test func aTableOfTheLexiconsIsCheckedInItsPlace() throws {
        let folder = try lexicons()
        #expect(try glaneur(folder, "lexicon", "check", "Lexicons/shared/places.tsv").status == 0)
        #expect(
            try glaneur(folder, "lexicon", "check", "nix.tsv").errors == "glaneur: nix.tsv: No such file or directory\n"
        )
    }

    @Test func whatIsNoTableIsToldWithoutHarm() throws {
        let folder = try lexicons()
        try folder.write("mine.tsv", Self.names + " \u{1B}[31m\tORG\t\t\t\t\t\t\t\tx\n")
        let ending = try glaneur(folder, "lexicon", "check", "mine.tsv")
        #expect(ending.status == 65 && ending.text.contains("mine.tsv:2: U+1B is not allowed"))
        #expect(!ending.output.contains(0x1B))
    }

    @Test func theTablesOfTheCheckoutBreakNoRule() throws {
        let ending = try Program.run("lexicon", "check", Checkout.lexicons.path)
        #expect(ending.status == 0)
        #expect(ending.text.contains("faults 0"))
    }

    // MARK: compile

    @Test func theCompiledFileServesAsTheTablesDo() throws {
        let folder = try lexicons()
        let ending = try glaneur(folder, "lexicon", "compile", "Lexicons", "--out", "all.glex")
        #expect(ending.status == 0 && ending.text.hasPrefix("all.glex: "))
        let text = #"{"text":"Le train de Brest"}"#
        let tables = try glaneur(folder, "annotate", "-", "--lang", "fr", input: text)
        let compiled = try glaneur(folder, "annotate", "-", "--lang", "fr", "--lexicons", "all.glex", input: text)
        #expect(tables.text.contains("loc/brest") && compiled.output == tables.output)
    }

    @Test func damagedTablesAreNotCompiled() throws {
        let folder = try lexicons()
        try folder.write("Lexicons/shared/ships.tsv", Self.names + "A\tB\nC\tD\n")
        let ending = try glaneur(folder, "lexicon", "compile", "Lexicons", "--out", "all.glex")
        #expect(ending.status == 65 && !folder.exists("all.glex"))
        #expect(
            ending.errors
                == "glaneur: shared/ships.tsv:2: 2 cells, expected 10\nglaneur: shared/ships.tsv:3: 2 cells, expected 10\n"
        )
    }

    // MARK: add

    @Test func namesAreAddedToANewTableInTheirOrder() throws {
        let folder = try lexicons()
        let first = try glaneur(
            folder, "lexicon", "add", "ships.tsv", "Belem", "--label", "PRODUCT", "--kind", "ship", "--alias",
            "Le Belem",
            "Trois-mâts Belem", "--kb-id", "wikidata:Q815030", "--source", "moi")
        #expect(first.status == 0 && first.text == "ships.tsv:2: product/belem\n")
        let second = try glaneur(
            folder, "lexicon", "add", "ships.tsv", "Abeille Bourbon", "--label", "PRODUCT", "--alias-fr", "Abeille",
            "--weak", "Abeille", "--source", "moi")
        #expect(second.text == "ships.tsv:2: product/abeille-bourbon\n")
        #expect(
            String(decoding: try folder.read("ships.tsv"), as: UTF8.self) == """
                name\tlabel\tkind\tfr\ten\taliases\taliases_fr\taliases_en\tweak\tkb_id\tsource
                Abeille Bourbon\tPRODUCT\t\t\t\t\tAbeille\t\tAbeille\t\tmoi
                Belem\tPRODUCT\tship\t\t\tLe Belem|Trois-mâts Belem\t\t\t\twikidata:Q815030\tmoi

                """)
        #expect(try folder.names().allSatisfy { !$0.hasSuffix(".partial") })
    }

    @Test func wordsAreAddedToo() throws {
        let folder = try lexicons()
        let ending = try glaneur(
            folder, "lexicon", "add", "Lexicons/fr/common.tsv", "pomme", "--class", "common", "--source", "x")
        #expect(ending.text == "Lexicons/fr/common.tsv:3: pomme common\n")
        #expect(try glaneur(folder, "lexicon", "who", "pomme").text == "pomme\n  fr  common  -  common\n")
    }

    @Test(
        arguments: [
            (
                ["Brest", "--label", "LOC"], 65,
                "mine.tsv:2: loc/brest is already made by 'Brest' in shared/places.tsv:2"
            ),
            (["Zar", "--label", "SHIP"], 65, "mine.tsv:2: no name label 'SHIP'"),
            (["Zar", "--label", "ORG", "--weak", "zar"], 65, "mine.tsv:2: weak form 'zar' is no form"),
            (["Zar", "--label", "ORG", "--kb-id", "Q1"], 65, "mine.tsv:2: kb_id 'Q1' is not of the form wikidata:Q42"),
            (["zut", "--class", "adverb"], 65, "mine.tsv:2: no word class 'adverb'"),
            (["zut"], 64, "a name needs --label, a word --class"),
            (["zut", "--class", "stop", "--label", "ORG"], 64, "a --label or a --class, not both"),
            (["zut", "--class", "stop", "--kind", "x"], 64, "a word has --class and --value alone"),
            (["Zar", "--label", "ORG", "--value", "x"], 64, "--value is for words"),
        ] as [([String], Int32, String)])
    func aRowThatBreaksARuleIsNotWritten(_ row: [String], _ status: Int32, _ message: String) throws {
        let folder = try lexicons()
        let ending = try Program.run(
            arguments: ["lexicon", "add", "mine.tsv"] + row + ["--source", "x"], in: folder.url.path,
            environment: ["GLANEUR_LEXICONS": folder.path("Lexicons")])
        #expect(ending.status == status)
        #expect(ending.errors.contains(message))
        #expect(!folder.exists("mine.tsv"))
    }

    // MARK: who

    @Test func rowsThatKnowAFormAreTold() throws {
        let folder = try lexicons()
        let ending = try glaneur(folder, "lexicon", "who", "Orange")
        #expect(ending.status == 0)
        #expect(
            ending.text == "Orange\n  loc/orange  LOC  city  places  strong  Orange\n  fr  common  -  common\n")
        let json = try glaneur(folder, "lexicon", "who", "--json", "Brest")
        #expect(
            json.text == """
                {"schema":"glaneur.who/1","form":"Brest","names":[{"entity_id":"loc/brest","label":"LOC","table":"places",\
                "kind":"city","name":"Brest","fr":"Brest","en":"Brest","weak":false,"strict":false,"mixed":false,\
                "pointed":false,"admitted":true}]}

                """)
        let unknown = try glaneur(folder, "lexicon", "who", "Brest", "Nantes")
        #expect(unknown.status == 1 && unknown.errors.isEmpty && unknown.text.hasSuffix("Nantes\n  unknown\n"))
    }

    // MARK: --lexicon

    private static let ships = "name\tlabel\tkb_id\tsource\nBelem\tPRODUCT\twikidata:Q815030\tx\n"
    private static let text = #"{"text":"Le Belem a quitté Brest. Le Belem revient."}"#

    @Test func anAddedTableSpeaksBesideTheOthers() throws {
        let folder = try lexicons()
        try folder.write("ships.tsv", Self.ships)
        let ending = try glaneur(folder, "annotate", "-", "--lang", "fr", "--lexicon", "ships.tsv", input: Self.text)
        #expect(ending.status == 0)
        #expect(
            ending.text.contains(#""entity_id":"product/belem","kb_id":"wikidata:Q815030","by":"lexicon:ships""#))
        #expect(ending.text.contains(#""entity_id":"loc/brest","by":"lexicon:places""#))
        // Among the tables it says the same.
        try folder.write("Lexicons/shared/ships.tsv", Self.ships)
        let among = try glaneur(folder, "annotate", "-", "--lang", "fr", input: Self.text)
        func ents(_ ending: Program.Ending) -> Substring? {
            ending.text.split(separator: #""ents":"#).last?.split(separator: #","provenance""#).first
        }
        #expect(ents(among) == ents(ending))
    }

    @Test func everyCommandTakesAddedTables() throws {
        let folder = try lexicons()
        try folder.write("ships.tsv", Self.ships)
        try folder.write("a.txt", "Le Belem a quitté Brest.\n")
        let options = ["--lexicon", "ships.tsv"]
        let commands: [([String], String)] = [
            (["show", "a.txt", "--lang", "fr"], "[Belem PRODUCT]"),
            (
                ["explain", "a.txt", "--at", "4", "--lang", "fr"],
                "ships  strong  Belem  fr Belem  en Belem  wikidata:Q815030"
            ),
            (["doctor"], "ships.tsv"), (["lexicon", "who", "Belem"], "wikidata:Q815030"),
            (["lexicon", "check"], "tables 3, rows 4"),
        ]
        for (command, expected) in commands {
            let ending = try Program.run(
                arguments: command + options, in: folder.url.path,
                environment: ["GLANEUR_LEXICONS": folder.path("Lexicons")])
            #expect(ending.status == 0 && ending.text.contains(expected), "\(command): \(ending.errors)")
        }
        let lexicons = options + ["--lang", "fr", "--lexicons", folder.path("Lexicons")]
        let expected = try Program.run(arguments: ["annotate", folder.path("a.txt")] + lexicons, in: folder.url.path)
        let tables = ["--lexicon", folder.path("ships.tsv"), "--lang", "fr", "--lexicons", folder.path("Lexicons")]
        let last = try StageChainTests.outputs(of: folder.path("a.txt"), options: tables).last
        #expect(expected.text.contains("kb_id") && last?.lines == expected.output)
    }

    @Test(
        arguments: [
            ("places.tsv", ships, "places.tsv: the lexicons have a table 'places', shared/places.tsv; rename the file"),
            ("ships.txt", ships, "ships.txt: no table: its name does not end with .tsv"),
            ("ships.tsv", "name\tlabel\tsource\nBelem\tSHIP\tx\n", "ships.tsv:2: no name label 'SHIP'"),
            ("ships.tsv", "name\tlabel\tsource\nBelem\n", "ships.tsv:2: 1 cells, expected 3"),
            ("ships.tsv", "name\tlabel\tkb_id\tsource\nBelem\tORG\tQ1\tx\n", "ships.tsv:2: kb_id 'Q1' is not"),
            ("ships.tsv", "name\tlabel\tsource\nBrest\tLOC\tx\n", "ships.tsv:2: loc/brest is already made by"),
        ])
    func aTableThatCannotBeAddedIs65(_ name: String, _ table: String, _ message: String) throws {
        let folder = try lexicons()
        try folder.write(name, table)
        let ending = try glaneur(folder, "annotate", "-", "--lexicon", name, input: Self.text)
        #expect(ending.status == 65 && ending.output.isEmpty)
        #expect(ending.errors.hasPrefix("glaneur: \(message)"))
    }
}
