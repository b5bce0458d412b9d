import Foundation
import Testing

@Suite struct QueryTests {
    private static let entities = """
        {"schema":"glaneur.entity/1","entity_id":"org/densityai","label":"ORG","name":"DensityAI","same_as":["org/density-ai"],\
        "names":[{"lang":"en","text":"Density AI","n":1},{"lang":"fr","text":"DensityAI","n":3}],"docs":2,"mentions":4,\
        "langs":["en","fr"],"by":["corpus"]}
        {"schema":"glaneur.entity/1","entity_id":"per/zoe-leclerc","label":"PER","name":"Zoé Leclerc",\
        "names":[{"lang":"fr","text":"Zoé Leclerc","n":2}],"docs":1,"mentions":2,"langs":["fr"],"by":["surface"]}
        {"schema":"glaneur.entity/1","entity_id":"per/ann-lee","label":"PER","name":"Ann Lee",\
        "names":[{"lang":"en","text":"Ann Lee","n":5}],"docs":2,"mentions":5,"langs":["en"],"by":["surface"]}

        """

    /// A document line with sentences of ten characters; a mention is its sentence, its label and its value.
    private static func line(_ id: String, published: String? = nil, _ mentions: [(Int, String, String)]) -> String {
        let ents = mentions.enumerated().map { number, mention in
            let start = mention.0 * 10 + number % 5
            let common =
                #"{"id":\#(number),"start":\#(start),"end":\#(start + 1),"text":"x","by":"x","raw_start":0,"raw_end":1,"#
            return mention.1 == "MONEY"
                ? common + #""label":"MONEY","money":\#(mention.2)}"#
                : common + #""label":"\#(mention.1)","entity_id":"\#(mention.2)"}"#
        }
        let date = published.map { #""published":"\#($0)","# } ?? ""
        return
            #"{"schema":"glaneur.doc/1","id":"\#(id)","lang":"en",\#(date)"text":"t","sents":{"start":[0,10,20],"end":[9,19,29]},"#
            + #""ents":[\#(ents.joined(separator: ","))]}"# + "\n"
    }

    private static func money(_ value: String, _ currency: String = "USD", _ qualifier: String = "exact") -> String {
        #"{"value":"\#(value)","currency":"\#(currency)","currency_by":"code","qualifier":"\#(qualifier)"}"#
    }

    private func corpus() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("out/entities.jsonl", Self.entities)
        try folder.write(
            "out/part-00000.jsonl",
            Self.line(
                "d/1", published: "2025-03-04T10:00:00Z",
                [
                    (0, "ORG", "org/density-ai"), (0, "MONEY", Self.money("16500000000")),
                    (2, "MONEY", Self.money("0.1", "EUR")),
                ])
                + Self.line(
                    "d/2", published: "2025-04-01",
                    [
                        (0, "MONEY", Self.money("16500000000", "USD", "about")), (0, "ORG", "org/densityai"),
                        (1, "MONEY", Self.money("0.2", "EUR")), (1, "PER", "per/ann-lee"),
                    ]))
        try folder.write("out/part-00001.jsonl", Self.line("d/3", [(0, "MONEY", Self.money("99999999999999.99"))]))
        return folder
    }

    private func run(_ folder: TemporaryFolder, _ arguments: String...) throws -> Program.Ending {
        try Program.run(
            arguments: arguments, in: folder.url.path, environment: ["GLANEUR_LEXICONS": Checkout.lexicons.path])
    }

    private func ids(_ ending: Program.Ending) -> [String] {
        ending.text.split(separator: "\n").compactMap {
            $0.firstMatch(of: /"entity_id":"([^"]*)"/).map { String($0.1) }
        }
    }

    // MARK: entities

    @Test func tableShowsMostDocumentsFirst() throws {
        let ending = try run(corpus(), "entities", "out")
        #expect(ending.status == 0)
        #expect(
            ending.text == """
                NAME         LABEL  DOCS  MENTIONS  LANGS  FORMS                         SAME AS  ID
                Ann Lee      PER       2         5  en     en Ann Lee                             per/ann-lee
                DensityAI    ORG       2         4  en fr  en Density AI · fr DensityAI        1  org/densityai
                Zoé Leclerc  PER       1         2  fr     fr Zoé Leclerc                         per/zoe-leclerc

                """)
    }

    @Test(arguments: [
        (["--label", "per"], ["per/ann-lee", "per/zoe-leclerc"]),
        (["--lang", "fr"], ["org/densityai", "per/zoe-leclerc"]),
        (["--min-docs", "2", "--top", "1"], ["per/ann-lee"]), (["--name", "ZOE"], ["per/zoe-leclerc"]),
        (["--name", "density ai"], ["org/densityai"]), (["--name", "Lee"], ["per/ann-lee"]),
    ])
    func questionsChooseEntities(_ options: [String], _ expected: [String]) throws {
        let folder = try corpus()
        for path in ["out", "out/entities.jsonl"] {
            let ending = try Program.run(arguments: ["entities", path, "--json"] + options, in: folder.url.path)
            #expect(ending.status == 0)
            #expect(ids(ending) == expected)
            // A row is the line of the file as it stands there.
            #expect(ending.text.split(separator: "\n").allSatisfy { Self.entities.contains($0 + "\n") })
        }
    }

    @Test func linesWithoutEntitiesAreUnified() throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        #expect(try run(folder, "annotate", seeds, "-o", "out").status == 0)
        let ending = try run(folder, "entities", "out/part-00000.jsonl", "--json", "--top", "5")
        #expect(try ending.status == 0 && ids(ending) == ids(run(folder, "entities", "out", "--json", "--top", "5")))
        #expect(ids(ending).count == 5)
    }

    // MARK: money

    @Test func sumsOfTwoDocumentsAreOneSum() throws {
        let ending = try run(corpus(), "money", "out")
        #expect(ending.status == 0)
        #expect(
            ending.text == """
                CURRENCY  DOCS  MENTIONS  SUMS  LARGEST                    IN
                USD          3         3     2  USD 99,999,999,999,999.99  d/3
                EUR          2         2     2  EUR 0.2                    d/2

                SUM                        DOCS  MENTIONS  HOW               FIRST IN
                USD 16.5 billion              2         2  about 1, exact 1  d/1
                EUR 0.2                       1         1  exact 1           d/2
                EUR 0.1                       1         1  exact 1           d/1
                USD 99,999,999,999,999.99     1         1  exact 1           d/3

                """)
    }

    @Test func entitiesHaveTheirFinalIDs() throws {
        let ending = try run(corpus(), "money", "out", "--by", "entity")
        #expect(
            ending.text == """
                ENTITY     DOCS  MENTIONS  SUMS  MOST STATED                ID
                DensityAI     2         2     1  USD 16.5 billion (2 docs)  org/densityai
                Ann Lee       1         1     1  EUR 0.2                    per/ann-lee

                """)
    }

    @Test func peopleOfOneNameAreKeptApart() throws {
        let folder = try corpus()
        let other =
            #"{"schema":"glaneur.entity/1","entity_id":"per/ann-lee~org-lens","label":"PER","name":"Ann Lee","#
            + #""names":[{"lang":"en","text":"Ann Lee","n":1}],"docs":1,"mentions":1,"langs":["en"],"by":["context"],"only":["d/2"]}"#
        try folder.write("out/entities.jsonl", Self.entities + other + "\n")
        let ending = try run(folder, "money", "out", "--by", "entity", "--json")
        #expect(ids(ending) == ["org/densityai", "per/ann-lee~org-lens"])
    }

    @Test(arguments: [
        (["--by", "month"], ["2025-04 2 2", "2025-03 2 2", "– 1 1"]),
        (["--by", "document"], ["d/1 2 2", "d/2 2 2", "d/3 1 1"]),
        (["--by", "currency", "--currency", "eur"], ["EUR 2 2", "EUR 1 0.2", "EUR 1 0.1"]),
        (["--by", "sum", "--top", "1"], ["USD 2 16500000000"]),
    ])
    func jsonHasALineARow(_ options: [String], _ expected: [String]) throws {
        struct Row: Decodable {
            let schema: String
            let month: String?
            let document: String?
            let currency: String?
            let mentions: Int
            let distinct: Int?
            let value: String?
        }
        let folder = try corpus()
        let ending = try Program.run(arguments: ["money", "out", "--json"] + options, in: folder.url.path)
        let rows = try ending.output.lines(Row.self)
        #expect(rows.allSatisfy { $0.schema == "glaneur.money/1" })
        let found = rows.map {
            "\($0.month ?? $0.currency ?? (options[1] == "document" ? $0.document : nil) ?? "–") \($0.mentions) "
                + ($0.value ?? "\($0.distinct ?? 0)")
        }
        #expect(found == expected)
    }

    // MARK: Endings

    @Test(
        arguments: [
            (["entities", "none"], 66, "glaneur: none: no such file or directory\n"),
            (["entities", "empty"], 66, "glaneur: empty: no document lines (part-*.jsonl) in this folder\n"),
            (["entities", "text.jsonl"], 66, "glaneur: text.jsonl: no document lines\n"),
            (["money", "out/entities.jsonl"], 66, "glaneur: out/entities.jsonl: no document lines\n"),
            (["money", "text.jsonl"], 66, "glaneur: text.jsonl: no document lines\n"),
            (["money", "out", "--currency", "JPY"], 1, "glaneur: out: no such sum\n"),
            (["entities", "out", "--name", "nobody"], 1, "glaneur: out: no such entity\n"),
            (["money", "out", "--currency", "EURO"], 64, nil), (["entities", "out", "--label", "MONEY"], 64, nil),
            (["entities", "out", "--top", "0"], 64, nil), (["money", "out", "--by", "year"], 64, nil),
        ] as [([String], Int32, String?)])
    func whatCannotBeAnsweredIsSaid(_ arguments: [String], _ status: Int32, _ message: String?) throws {
        let folder = try corpus()
        try folder.makeFolder("empty")
        try folder.write("text.jsonl", "{\"a\":1}\n")
        let ending = try Program.run(
            arguments: arguments, in: folder.url.path, environment: ["GLANEUR_LEXICONS": Checkout.lexicons.path])
        #expect(ending.status == status)
        #expect(ending.output.isEmpty)
        if let message { #expect(ending.errors == message) } else { #expect(ending.errors.hasPrefix("Error: ")) }
    }
}
