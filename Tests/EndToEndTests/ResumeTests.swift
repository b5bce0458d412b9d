import Foundation
import Testing

/// Who may write into the folder of a run, and what a run that goes on wants to find there.
@Suite struct ResumeTests {
    private static let small = ["--part-size", "4K", "--checkpoint-every", "1K"]

    /// A folder with an input of ten texts and a run over them that was killed behind a checkpoint or two.
    private func killedRun(_ more: [String] = []) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for number in 0..<10 { try folder.write("in/\(number).txt", "Tesla vaut \(number) milliards d’euros à Paris.") }
        let ending = try Program.run(
            arguments: ["annotate", folder.path("in"), "-o", folder.path("out")] + ResumeTests.small + more,
            environment: ["GLANEUR_FAULT": "kill@45"])
        #expect(ending.status == 128 + SIGKILL)
        return folder
    }

    private func annotate(_ folder: TemporaryFolder, _ more: String...) throws -> Program.Ending {
        try Program.run(
            arguments: ["annotate", folder.path("in"), "-o", folder.path("out")] + ResumeTests.small + more)
    }

    @Test func unfinishedRunIsNotOverwrittenSilently() throws {
        let folder = try killedRun()
        let before = try folder.names(in: "out")
        let ending = try annotate(folder)
        #expect(ending.status == 65)
        #expect(ending.errors.contains("holds a run that is not finished"))
        #expect(ending.errors.contains("--resume") && ending.errors.contains("--restart"))
        #expect(try folder.names(in: "out") == before)
        #expect(try annotate(folder, "--restart").status == 0)
        #expect(try annotate(folder).status == 0)
        #expect(!folder.exists("out/.glaneur"))
    }

    @Test func changedInputIsRefusedWithWhatChanged() throws {
        let folder = try killedRun()
        try folder.write("in/3.txt", "Autre chose, plus long que ce qui était là, de quelques octets.")
        try folder.write("in/neu.txt", "Nouveau.")
        try FileManager.default.removeItem(atPath: folder.path("in/7.txt"))
        let ending = try annotate(folder, "--resume")
        #expect(ending.status == 65)
        #expect(ending.errors.contains("input: 1 added, 1 removed, 1 changed\n"))
        #expect(ending.errors.contains("- in/7.txt\n") && ending.errors.contains("+ in/neu.txt"))
        #expect(ending.errors.contains("~ in/3.txt: 42 → 65 bytes"))
        #expect(!folder.exists("out/run.json"))
    }

    @Test func changedSettingsAreRefusedWithWhatChanged() throws {
        let folder = try killedRun()
        let ending = try annotate(folder, "--resume", "--country", "CA", "--compress", "gz")
        #expect(ending.status == 65)
        #expect(ending.errors.contains("country: none → CA\n"))
        #expect(ending.errors.contains("output.compress: none → gz"))
        #expect(try annotate(folder, "--resume", "-j", "1").status == 0)
    }

    @Test func finishedRunHasNothingToGoOnWith() throws {
        let folder = try killedRun()
        #expect(try annotate(folder, "--resume").status == 0)
        let part = try folder.read("out/part-00000.jsonl")
        let report = try folder.read("out/run.json")
        #expect(try annotate(folder, "--resume").status == 0)
        #expect(try folder.read("out/run.json") == report)
        #expect(try folder.read("out/part-00000.jsonl") == part)
        #expect(try annotate(folder, "--resume", "--country", "CA").status == 65)
        try folder.write("in/9.txt", "Autre.")
        #expect(try annotate(folder, "--resume").errors.contains("input: 10 files, "))
    }

    @Test func resumeWithoutAnEarlierRunBegins() throws {
        let folder = try TemporaryFolder()
        try folder.write("in/a.txt", "Tesla")
        #expect(try annotate(folder, "--resume").status == 0)
        #expect(folder.exists("out/part-00000.jsonl"))
    }

    @Test func streamsCannotBeReadAgain() throws {
        let folder = try TemporaryFolder()
        let ending = try Program.run("annotate", "-", "-o", folder.path("out"), "--resume", input: Data("{}".utf8))
        #expect(ending.status == 65)
        #expect(ending.errors.contains("standard input"))
        #expect(try Program.run("annotate", "-", "--resume", input: Data("Tesla".utf8)).status == 64)
    }

    @Test func secondRunInAFolderIsRefused() throws {
        let folder = try TemporaryFolder()
        let first = try Program.start(arguments: ["annotate", "-", "-o", folder.path("out")], input: nil)
        while !folder.exists("out/part-00000.jsonl.partial") { usleep(1000) }
        for flag in ["--resume", "--restart", "--strict"] {
            let second = try Program.run("annotate", Checkout.seeds.path, "-o", folder.path("out"), flag)
            #expect(second.status == 74)
            #expect(second.errors == "glaneur: \(folder.path("out")): another run is writing here\n")
        }
        first.signal(SIGINT)
        #expect(try first.ending().status == 130)
        #expect(try Program.run("annotate", Checkout.seeds.path, "-o", folder.path("out"), "--restart").status == 0)
    }

    @Test func moreAndOtherPartsOfAnEarlierRunGo() throws {
        let folder = try TemporaryFolder()
        for number in 0..<10 { try folder.write("in/\(number).txt", "Tesla vaut \(number) milliards d’euros à Paris.") }
        #expect(try annotate(folder, "--compress", "gz").status == 0)
        #expect(try folder.names(in: "out").filter { $0.hasPrefix("part-") }.count > 1)
        #expect(try Program.run("annotate", folder.path("in"), "-o", folder.path("out")).status == 0)
        #expect(try folder.names(in: "out").filter { $0.hasPrefix("part-") } == ["part-00000.jsonl"])
    }

    @Test(arguments: ["gz", "zst"]) func compressedPartsAreReadByWhatReadsLines(_ compression: String) throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        _ = try Program.run("annotate", seeds, "-o", folder.path("plain"))
        _ = try Program.run(
            arguments: ["annotate", seeds, "-o", folder.path("out"), "--compress", compression, "--part-size", "20K"])
        #expect(try folder.names(in: "out").contains("part-00001.jsonl.\(compression)"))
        for name in ["entities.jsonl", "duplicates.jsonl"] {
            #expect(try folder.read("out/\(name)") == folder.read("plain/\(name)"))
        }
        for command in [["unify"], ["entities", "--json"], ["money", "--json"], ["unify", "--explain", "org/tesla"]] {
            let arguments = [command[0], folder.path("out")] + command.dropFirst()
            let expected = try Program.run(arguments: [command[0], folder.path("plain")] + command.dropFirst())
            #expect(expected.status == 0 && !expected.output.isEmpty)
            #expect(try Program.run(arguments: arguments).output == expected.output)
        }
        #expect(
            try Program.run("annotate", seeds, "-o", folder.path("one.jsonl.\(compression)")).status == 0)
        #expect(folder.exists("one.entities.jsonl"))
        #expect(
            try Program.run("unify", folder.path("one.jsonl.\(compression)")).output
                == folder.read("plain/entities.jsonl"))
    }
}
