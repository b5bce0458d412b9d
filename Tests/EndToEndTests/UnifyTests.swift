import Foundation
import Testing

@Suite struct UnifyTests {
    /// What the tests look at in an entity line.
    private struct Entity: Decodable {
        let id: String
        let name: String
        let same: [String]?
        let only: [String]?
        let docs: Int

        enum CodingKeys: String, CodingKey {
            case id = "entity_id"
            case same = "same_as"
            case name, only, docs
        }
    }

    private struct Explanation: Decodable {
        struct Join: Decodable {
            let id: String
            let to: String
            let rule: String
        }

        let schema: String
        let joins: [Join]?

        enum CodingKeys: String, CodingKey {
            case schema, joins
        }
    }

    /// Two languages, one story; people of one name; a family name alone.
    private static let texts = [
        "a.txt":
            "Le footballeur Paul Martin a signé à Lens. Paul Martin, attaquant, portera le numéro 9 du Racing Club Verlois.",
        "b.txt":
            "Le ministre Paul Martin a quitté Ottawa. Paul Martin, ministre des Finances, verra la Banque du Canada.",
        "c.txt": "Hedwige Kwortz, fondatrice de Lumidyne, a levé 4,2 millions de dollars auprès de Nvidia.",
        "d.txt": "Nvidia said on Monday that Kwortz, who runs Lumidyne, had raised $4.2 million from investors.",
    ]

    private func annotated(_ folder: TemporaryFolder, _ texts: [String: String] = UnifyTests.texts) throws -> String {
        for (name, text) in texts { try folder.write("texts/\(name)", text) }
        #expect(try Program.run("annotate", folder.path("texts"), "-o", folder.path("out")).status == 0)
        return folder.path("out")
    }

    @Test func unifyOfARunGivesTheEntitiesOfTheRun() throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        _ = try Program.run("annotate", seeds, "-o", folder.path("out"))
        let entities = try folder.read("out/entities.jsonl")
        #expect(!entities.isEmpty)
        for path in [folder.path("out"), folder.path("out/part-00000.jsonl")] {
            #expect(try Program.run("unify", path).output == entities)
        }
        #expect(try Program.run("unify", "-", input: folder.read("out/part-00000.jsonl")).output == entities)
        #expect(
            try Program.run("unify", folder.path("out"), "-o", folder.path("e.jsonl"), "--memory", "4K").status == 0)
        #expect(try folder.read("e.jsonl") == entities)
    }

    @Test(arguments: [1, 2, 7]) func shardsInAnyOrderGiveTheSameBytes(count: Int) throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        _ = try Program.run("annotate", seeds, "-o", folder.path("out"))
        let lines = try folder.read("out/part-00000.jsonl").split(separator: 0x0A)
        try folder.makeFolder("shards")
        var paths: [String] = []
        for shard in 0..<count {
            let part = lines.indices.filter { $0 % count == shard }.flatMap { lines[$0] + [0x0A] }
            paths.append(try folder.write("shards/part-\(shard).jsonl", Data(part)))
        }
        let expected = try folder.read("out/entities.jsonl")
        #expect(try Program.run(arguments: ["unify"] + paths.reversed()).output == expected)
        #expect(try Program.run("unify", folder.path("shards")).output == expected)
    }

    @Test func aRunThatWasKilledAndStartedAgainGivesTheSameEntities() throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        _ = try Program.run("annotate", seeds, "-o", folder.path("whole"))
        let records = try Checkout.seedNames.map { name in
            let text = try folder.read("seeds/\(name)")
            return try JSONEncoder().encode(["id": "seeds/\(name)", "text": String(decoding: text, as: UTF8.self)]) + [
                0x0A
            ]
        }
        let killed = try Program.start(arguments: ["annotate", "-", "-o", folder.path("again")], input: nil)
        try killed.feed(Array(records[0] + records[1]))
        killed.signal(SIGKILL)
        #expect(try killed.ending().status == 128 + SIGKILL)
        #expect(!folder.exists("again/entities.jsonl"))
        let again = try Program.run(
            arguments: ["annotate", "-", "-o", folder.path("again"), "--restart"], input: Data(records.joined()))
        #expect(again.status == 0)
        #expect(try folder.read("again/entities.jsonl") == folder.read("whole/entities.jsonl"))
    }

    @Test func explainTellsWhyNamesAreOne() throws {
        let folder = try TemporaryFolder()
        let out = try annotated(folder)
        let text = try Program.run("unify", out, "--explain", "per/kwortz")
        #expect(text.status == 0 && text.text.hasPrefix("per/hedwige-kwortz  PER  Hedwige Kwortz\n"), "\(text.text)")
        #expect(text.text.contains("is per/hedwige-kwortz: a family name that one person has, in the same company"))
        #expect(text.text.contains("org/nvidia (2)"))
        let line = try Program.run("unify", out, "--explain", "per/hedwige-kwortz", "--json").output
        let explanation = try #require(try line.lines(Explanation.self).first)
        #expect(explanation.schema == "glaneur.unification/1")
        #expect(explanation.joins?.map(\.rule) == ["family-name-in-context"])
        let unknown = try Program.run("unify", out, "--explain", "per/nobody")
        #expect(unknown.status == 1 && unknown.errors.contains("per/nobody: no line has this id"))
    }

    @Test func applyCopiesTheLinesWithFinalIDs() throws {
        let folder = try TemporaryFolder()
        let out = try annotated(folder)
        let ending = try Program.run("unify", out, "-o", folder.path("e.jsonl"), "--apply", folder.path("final"))
        #expect(ending.status == 0, "\(ending.errors)")
        let entities = try folder.read("e.jsonl").lines(Entity.self)
        let people = entities.filter { $0.id.hasPrefix("per/paul-martin") }
        #expect(people.map(\.only) == [["texts/a.txt"], ["texts/b.txt"]], "\(people)")
        let before = try folder.read("out/part-00000.jsonl").lines(DocumentLine.self)
        let after = try folder.read("final/part-00000.jsonl").lines(DocumentLine.self)
        #expect(before.map(\.id) == after.map(\.id) && before.map(\.text) == after.map(\.text))
        let ids = Set(entities.map(\.id))
        for (line, old) in zip(after, before) {
            for (ent, was) in zip(line.ents ?? [], old.ents ?? []) {
                #expect(ent.entityID.map { ids.contains($0) } ?? true, "\(ent.summary)")
                #expect(ent.start == was.start && ent.label == was.label && ent.text == was.text)
            }
        }
        let final = after.map { Set(($0.ents ?? []).compactMap(\.entityID)) }
        #expect(final[0].intersection(final[1]).isEmpty)
        #expect(final[2].contains("per/hedwige-kwortz") && final[3].contains("per/hedwige-kwortz"))
    }

    @Test func applyToOneFileAndNeverOntoItsSource() throws {
        let folder = try TemporaryFolder()
        let out = try annotated(folder)
        #expect(try Program.run("unify", out, "--apply", folder.path("final.jsonl")).status == 0)
        #expect(folder.exists("final.jsonl"))
        let source = try folder.read("out/part-00000.jsonl")
        let over = try Program.run("unify", out, "--apply", out)
        #expect(over.status == 64 && over.errors.contains("does not write over the lines it reads"))
        #expect(try folder.read("out/part-00000.jsonl") == source)
        let stream = try Program.run("unify", "-", "--apply", folder.path("x"), input: source)
        #expect(stream.status == 64 && stream.errors.contains("reads the lines twice"))
    }

    @Test func whatCannotBeReadIsTold() throws {
        let folder = try TemporaryFolder()
        let broken = try folder.write("broken.jsonl", "{\"schema\":\"glaneur.doc/1\",\"id\":\"a\"}\n{\"schema\":\n")
        let ending = try Program.run("unify", broken, "-o", folder.path("e.jsonl"))
        #expect(ending.status == 65 && ending.errors.contains("broken.jsonl:2: no JSON at byte"))
        #expect(!folder.exists("e.jsonl") && !folder.exists("e.jsonl.partial"))
        #expect(try Program.run("unify", folder.path("nowhere")).status == 66)
        try folder.makeFolder("empty")
        let empty = try Program.run("unify", folder.path("empty"))
        #expect(empty.status == 66 && empty.errors.contains("no document lines"))
        #expect(try Program.run("unify", broken, "--memory", "much").status == 64)
        #expect(try Program.run("unify", broken, "--json").status == 64)
    }
}
