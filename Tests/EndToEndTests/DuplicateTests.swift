import Foundation
import Testing

@Suite struct DuplicateTests {
    private static let story = """
        Lundi, la société Verrelune a annoncé à Lyon la fermeture de son usine de Givors, où travaillent 240 personnes depuis 1987. \
        Sa directrice, Claire Aubanel, invoque une perte de 12 millions d'euros et la chute des commandes de l'automobile. Les syndicats \
        demandent une réunion au ministère à Paris avant la fin du mois de mars.
        """

    private func corpus() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("a/1.txt", Self.story + "\n")
        try folder.write("a/2.txt", "Une autre dépêche, bien plus courte.\n")
        try folder.write("b/1.txt", Self.story + "\n\n\n")
        try folder.write(
            "b/2.txt", Self.story.replacing("a annoncé", with: "annonce").replacing("demandent", with: "exigent"))
        return folder
    }

    private static let pairs = ["b/1.txt a/1.txt exact", "b/2.txt a/1.txt near"]

    private func pairs(_ bytes: Data) throws -> [String] {
        struct Line: Decodable {
            let schema: String
            let id: String
            let of: String
            let kind: String
            let score: Double
        }
        return try bytes.lines(Line.self).map { line in
            #expect(line.schema == "glaneur.duplicate/1" && line.score > 0.7 && line.score <= 1)
            return "\(line.id) \(line.of) \(line.kind)"
        }
    }

    @Test func annotateAndUnifyWriteThem() throws {
        let folder = try corpus()
        #expect(try Program.run("annotate", "a", "b", "-o", "out", in: folder.url.path).status == 0)
        #expect(try pairs(folder.read("out/duplicates.jsonl")) == Self.pairs)
        #expect(try Program.run("unify", "out", "-o", "x.entities.jsonl", in: folder.url.path).status == 0)
        #expect(try folder.read("x.duplicates.jsonl") == folder.read("out/duplicates.jsonl"))
    }

    @Test func offByAFlagAndOnStandardOutput() throws {
        let folder = try corpus()
        #expect(try Program.run("annotate", "a", "b", "-o", "out", in: folder.url.path).status == 0)
        // What an earlier run found does not stay beside lines that it may not fit.
        #expect(try Program.run("annotate", "a", "b", "-o", "out", "--no-duplicates", in: folder.url.path).status == 0)
        #expect(try folder.names(in: "out") == ["entities.jsonl", "part-00000.jsonl", "run.json"])
        #expect(try Program.run("unify", "out", "-o", "e.jsonl", "--no-duplicates", in: folder.url.path).status == 0)
        #expect(try Program.run("unify", "out", in: folder.url.path).status == 0)
        #expect(try folder.names() == ["a", "b", "e.jsonl", "out"])
    }

    @Test func shardsInAnyOrderGiveTheSameBytes() throws {
        let folder = try corpus()
        for name in ["a", "b"] {
            #expect(try Program.run("annotate", name, "-o", "\(name).jsonl", in: folder.url.path).status == 0)
        }
        for (order, name) in [(["a.jsonl", "b.jsonl"], "one"), (["b.jsonl", "a.jsonl"], "other")] {
            let arguments = ["unify"] + order + ["-o", "\(name).entities.jsonl"]
            #expect(try Program.run(arguments: arguments, in: folder.url.path).status == 0)
        }
        #expect(try folder.read("one.duplicates.jsonl") == folder.read("other.duplicates.jsonl"))
        #expect(try pairs(folder.read("one.duplicates.jsonl")) == Self.pairs)
    }
}
