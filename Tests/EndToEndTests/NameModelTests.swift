import Foundation
import Testing

/// `glaneur train names`, `glaneur evaluate names`, and what the model of names does to the output.
@Suite struct NameModelTests {
    /// People and firms that no lexicon knows, marked as training text is.
    private static let text = (0..<30).map { index in
        let person = ["Brunok Tavisel", "Ezmar Polidou", "Sivane Kortel"][index % 3]
        let firm = ["Zolvex", "Prandune", "Mikorra"][index / 3 % 3]
        return "[[\(person)|PER]] a déclaré que la société [[\(firm)|ORG]] fermerait son usine.\n"
    }.joined(separator: "\n")

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(at: Checkout.lexicons, to: folder.url.appending(path: "Lexicons"))
        return folder
    }

    private func train(_ folder: TemporaryFolder, into out: String) throws -> Program.Ending {
        try Program.run(
            "train", "names", "--data", folder.write("essai-fr.txt", Self.text), "--out", folder.path(out),
            "--row-bits",
            "14", "--restarts", "1", "--lexicons", folder.path("Lexicons"))
    }

    @Test func trainingTwiceGivesTheSameBytesAndTheyAreRead() throws {
        let folder = try folder()
        try folder.makeFolder("second")
        for out in ["Lexicons/models", "second"] {
            let ending = try train(folder, into: out)
            #expect(ending.status == 0, "\(ending.errors)")
            #expect(ending.text.contains("60 names, 0 of them inside words"), "\(ending.text)")
        }
        #expect(try folder.read("Lexicons/models/names.model") == folder.read("second/names.model"))
        let score = try Program.run(
            "evaluate", "names", folder.path("essai-fr.txt"), "--lexicons", folder.path("Lexicons"), "--worst", "1")
        #expect(score.status == 0, "\(score.errors)")
        #expect(score.text.contains("PER+ORG+LOC F1 100.00 correct 60 gold 60 system 60"), "\(score.text)")
    }

    @Test func entitiesOfATextWithIdsAreMeasured() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "essai-fr.txt",
            "## a-1\n[[Elon Musk|PER|musk]] quitte [[Paris|LOC|paris]].\n\n## a-2\nM. [[Musk|PER|musk]] parle à [[Paris|LOC|paris-texas]].\n"
        )
        let ending = try Program.run(
            "evaluate", "entities", file, "--errors", "9", "--lexicons", Checkout.lexicons.path)
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.text.contains("found 4 of 4"), "\(ending.text)")
        #expect(ending.text.contains("wrong merge\tloc/paris"), "\(ending.text)")
        let json = try Program.run("evaluate", "entities", file, "--json", "--lexicons", Checkout.lexicons.path)
        let rows = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: [String: Any]])
        #expect(rows["check"]?["mentions"] as? Int == 2)
    }

    @Test func aFileThatIsNoneIsToldWithItsLine() throws {
        let folder = try folder()
        let ending = try Program.run(
            "evaluate", "names", folder.write("x.txt", "a\n[[b|WHO]]\n"), "--lexicons", folder.path("Lexicons"))
        #expect(ending.status != 0)
        #expect(ending.errors.contains("x.txt:2: a mark is"), "\(ending.errors)")
    }

    @Test func explainTellsWhatTheModelSaw() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.txt", "Hier, M. Vandrecourt a quitté l’Autopilot de Tesla pour Tarbes.")
        let ending = try Program.run("explain", file, "--at", "10", "--lexicons", Checkout.lexicons.path)
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.text.contains("model    S-PER +"), "\(ending.text)")
        let json = try Program.run("explain", file, "--at", "10", "--json", "--lexicons", Checkout.lexicons.path)
        let record = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
        let model = try #require(record["model"] as? [String: Any])
        #expect(model["tag"] as? String == "S-PER")
        #expect((model["features"] as? [[String: Any]])?.count == 5)
    }

    @Test func anotherModelIsAnotherConfiguration() throws {
        let folder = try folder()
        func config() throws -> String? {
            let ending = try Program.run(
                "annotate", "-", "--lexicons", folder.path("Lexicons"), input: Data(#"{"text":"Tesla à Paris"}"#.utf8))
            #expect(ending.status == 0, "\(ending.errors)")
            let line = try JSONSerialization.jsonObject(with: ending.output) as? [String: Any]
            return (line?["run"] as? [String: Any] ?? line?["provenance"] as? [String: Any] ?? [:]).description
                + (line?["config"] as? String ?? "")
        }
        let before = try config()
        #expect(try train(folder, into: "Lexicons/models").status == 0)
        #expect(try config() != before)
    }
}
