import Foundation
import Testing

@Suite struct AnnotateTests {
    private static let reports = ["duplicates.jsonl", "entities.jsonl", "part-00000.jsonl", "run.json"]

    @Test func folderHoldsDocumentsEntitiesAndReport() throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        let ending = try Program.run("annotate", seeds, "-o", folder.path("out"))
        #expect(ending.status == 0)
        #expect(ending.output.isEmpty)
        #expect(try folder.names(in: "out") == AnnotateTests.reports)
        let lines = try folder.read("out/part-00000.jsonl").lines(DocumentLine.self)
        #expect(lines.map(\.id) == Checkout.seedNames.map { "seeds/\($0)" })
    }

    @Test func fileHasItsReportsBesideIt() throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        let ending = try Program.run("annotate", seeds, "-o", "found.jsonl", in: folder.url.path)
        #expect(ending.status == 0)
        #expect(
            try folder.names() == [
                "found.duplicates.jsonl", "found.entities.jsonl", "found.jsonl", "found.run.json", "seeds",
            ])
    }

    @Test func everyOutputHasTheSameLines() throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        let stream = try Program.run("annotate", seeds, "-o", "-")
        _ = try Program.run("annotate", seeds, "-o", folder.path("out"))
        _ = try Program.run("annotate", seeds, "-o", folder.path("found.jsonl"))
        #expect(stream.status == 0)
        #expect(try folder.read("out/part-00000.jsonl") == stream.output)
        #expect(try folder.read("found.jsonl") == stream.output)
        #expect(try folder.read("found.entities.jsonl") == folder.read("out/entities.jsonl"))
    }

    @Test(arguments: ["1", "2", "7"]) func bytesDoNotDependOnTheNumberOfTasks(_ tasks: String) throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        for name in ["one", "other"] {
            let count = name == "one" ? "1" : tasks
            _ = try Program.run("annotate", seeds, "-j", count, "--with", "tokens", "-o", folder.path(name))
        }
        #expect(try folder.read("one/part-00000.jsonl") == folder.read("other/part-00000.jsonl"))
        #expect(try folder.read("one/entities.jsonl") == folder.read("other/entities.jsonl"))
        #expect(try !folder.read("one/part-00000.jsonl").isEmpty)
    }

    @Test func bytesDoNotDependOnTheOrderOfFiles() throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        let files = Checkout.seedNames.map { "\(seeds)/\($0)" }
        let expected = try Program.run("annotate", seeds).output
        var generator = SystemRandomNumberGenerator()
        for order in [files, files.reversed(), files.shuffled(using: &generator)] {
            #expect(try Program.run(arguments: ["annotate"] + order).output == expected, "\(order)")
        }
    }

    @Test func theSameFileTwiceIsRefused() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.txt", "Elon Musk dirige Tesla.")
        let ending = try Program.run("annotate", file, file)
        #expect(ending.status == 64)
        #expect(ending.errors.contains("two inputs have this id"))
        #expect(ending.output.isEmpty)
    }

    @Test func currentFolderDoesNotMatter() throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        let expected = try Program.run("annotate", seeds, in: "/")
        #expect(expected.status == 0)
        #expect(try Program.run("annotate", "seeds", in: folder.url.path).output == expected.output)
        #expect(try Program.run("annotate", ".", in: seeds).output == expected.output)
    }

    @Test func outputIsInputAgain() throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        _ = try Program.run("annotate", seeds, "-o", folder.path("first.jsonl"))
        let again = try Program.run("annotate", folder.path("first.jsonl"))
        #expect(again.status == 0)
        let before = try folder.read("first.jsonl").lines(DocumentLine.self)
        let after = try again.output.lines(DocumentLine.self)
        #expect(before.map(\.id) == after.map(\.id))
        #expect(before.map(\.lang) == after.map(\.lang))
        #expect(before.map(\.text) == after.map(\.text))
        for (first, second) in zip(before, after) {
            let places = [first, second].map { ($0.ents ?? []).map { "\($0.start)–\($0.end) \($0.summary)" } }
            #expect(places[0] == places[1], "\(first.id)")
        }
    }

    @Test func recordsKeepWhatTheySay() throws {
        let records = """
            {"id":"a-1","title":"Une usine","lang":"en","text":"Tesla dirige."}
            {"text":"Elon Musk a quitté Paris pour Londres, où il a rencontré des investisseurs."}

            """
        let lines = try Program.run("annotate", "-", input: Data(records.utf8)).output.lines(DocumentLine.self)
        #expect(lines.map(\.id) == ["a-1", "-#2"])
        #expect(lines.map(\.lang) == ["en", "fr"])
        #expect(lines.map(\.title) == ["Une usine", nil])
    }

    @Test func bareDollarsAreThoseOfTheCountry() throws {
        let input = Data(#"{"lang":"en","text":"It paid $3 million."}"#.utf8)
        let plain = try Program.run("annotate", "-", input: input).text
        let canadian = try Program.run("annotate", "-", "--country", "ca", input: input).text
        #expect(plain.contains(#""currency":"USD","currency_by":"default","currency_alt":["CAD","AUD"]"#))
        #expect(canadian.contains(#""currency":"CAD","currency_by":"country","currency_alt":["USD","AUD"]"#))
        // Another currency is another configuration.
        func digest(_ line: String) -> Substring? {
            line.range(of: #""config":""#).map { line[$0.upperBound...].prefix(16) }
        }
        #expect(digest(plain) != digest(canadian))
    }

    @Test func layersOffsetsAndLabelsAreOptions() throws {
        let input = Data(#"{"text":"🚗 Tesla vaut 500 milliards de dollars."}"#.utf8)
        func start(_ options: String...) throws -> Int? {
            try Program.run(arguments: ["annotate", "-"] + options, input: input).output.lines(DocumentLine.self).first?
                .ents?.first?.start
        }
        #expect(try start() == 2)
        #expect(try start("--offsets", "utf16") == 3)
        #expect(try start("--offsets", "utf8") == 5)
        let plain = try Program.run("annotate", "-", input: input).text
        let rich = try Program.run("annotate", "-", "--with", "tokens", "--labels", "conll", input: input).text
        #expect(!plain.contains(#""tokens":"#))
        #expect(rich.contains(#""tokens":{"start":[0,2,"#))
    }
}
