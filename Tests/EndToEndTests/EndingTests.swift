import Foundation
import Testing

/// How the program ends when it does not end well.
@Suite struct EndingTests {
    @Test(arguments: [
        ["annotate"], ["annotate", "--frobnicate", "x"], ["annotate", "/", "-j", "0"],
        ["annotate", "/", "--lang", "de"],
        ["annotate", "/", "--country", "ZZ"], ["annotate", "/", "--charset", "nix"],
        ["annotate", "/", "--offsets", "words"], ["nix"], ["stage"],
    ])
    func mistakeOnTheCommandLineIs64(_ arguments: [String]) throws {
        let ending = try Program.run(arguments: arguments)
        #expect(ending.status == 64)
        #expect(!ending.errors.isEmpty)
        #expect(ending.output.isEmpty)
    }

    @Test(arguments: [["annotate"], ["stage", "read"], ["stage", "decode"]])
    func missingInputIs66(_ command: [String]) throws {
        let folder = try TemporaryFolder()
        let ending = try Program.run(arguments: command + [folder.path("nix.txt")])
        #expect(ending.status == 66)
        #expect(ending.errors.contains("nix.txt: no such file or directory"))
        #expect(ending.output.isEmpty)
    }

    @Test func missingInputLeavesNoOutput() throws {
        let folder = try TemporaryFolder()
        _ = try Program.run("annotate", folder.path("nix.txt"), "-o", folder.path("out"))
        #expect(try folder.names() == [])
    }

    @Test(arguments: ["captured", "file"]) func fullDiskIs74(_ output: String) throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        let ending =
            output == "file"
            ? try Program.run("annotate", seeds, "-o", "/dev/full")
            : try Program.run("annotate", seeds, output: .file("/dev/full"))
        #expect(ending.status == 74)
        #expect(ending.errors.contains("no space left on device"))
    }

    @Test func outputInAMissingFolderIs74() throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        let ending = try Program.run("annotate", seeds, "-o", folder.path("nix/out.jsonl"))
        #expect(ending.status == 74)
        #expect(ending.errors.contains("no such file or directory"))
    }

    @Test(arguments: [["annotate"], ["stage", "read"]]) func closedPipeIsNoMistake(_ command: [String]) throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        let ending = try Program.run(arguments: command + [seeds], output: .closedPipe)
        #expect(ending.status == 0)
        #expect(ending.errors.isEmpty)
    }

    @Test func strictTellsOfDocumentsGivenUp() throws {
        let folder = try TemporaryFolder()
        try folder.write("in/a.txt", "Tesla")
        #expect(try Program.run("annotate", folder.path("in"), "--strict").status == 0)
        try folder.write("in/b.txt", "")
        #expect(try Program.run("annotate", folder.path("in")).status == 0)
        let ending = try Program.run("annotate", folder.path("in"), "--strict")
        #expect(ending.status == 3)
        #expect(try ending.output.lines(DocumentLine.self).map(\.id) == ["in/a.txt"])
    }

    @Test func interruptedRunLeavesWholeLines() throws {
        let folder = try TemporaryFolder()
        let text = try Checkout.seedNames.map { try Data(contentsOf: Checkout.seeds.appending(path: $0)) }
        let count = 800
        for number in 0..<count { try folder.write("in/\(number).txt", text[number % text.count]) }
        let running = try Program.start(
            arguments: ["annotate", folder.path("in"), "-o", folder.path("out"), "--progress", "json"])
        // The first line of progress: the run is on its way, and nowhere near its end.
        while running.errors.isEmpty { usleep(2000) }
        running.signal(SIGINT)
        let ending = try running.ending()
        #expect(ending.status == 130)
        let lines = try folder.read("out/part-00000.jsonl").lines(DocumentLine.self)
        #expect(lines.count > 0 && lines.count < count)
        let report = try RunReport(folder.read("out/run.json"))
        #expect(!report.complete)
        #expect(report.counts.out == lines.count)
        #expect(try folder.names(in: "out").filter { $0.hasSuffix(".partial") } == [])
    }

    @Test(arguments: [["annotate", "-"], ["stage", "read", "-"]])
    func interruptEndsTheWaitForASilentPipe(command: [String]) throws {
        let running = try Program.start(arguments: command, input: nil)
        // Half a record: the rest never comes.
        try running.feed(Array("{".utf8))
        running.signal(SIGINT)
        #expect(try running.ending().status == 130)
    }

    @Test func nothingIsSaidInAPipe() throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        #expect(try Program.run("annotate", seeds).errors.isEmpty)
        #expect(try Program.run("annotate", seeds, "-o", folder.path("out")).errors.isEmpty)
    }

    @Test func progressIsJSONLinesForMachines() throws {
        struct Progress: Decodable {
            let documents: Int
            let quarantined: Int
            let bytes: Int
        }
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        let ending = try Program.run("annotate", seeds, "-o", folder.path("out"), "--progress", "json")
        let lines = try Data(ending.errors.utf8).lines(Progress.self)
        let bytes = try Checkout.seedNames.reduce(0) { try $0 + folder.read("seeds/\($1)").count }
        #expect(lines.last?.documents == Checkout.seedNames.count)
        #expect(lines.last?.quarantined == 0)
        #expect(lines.last?.bytes == bytes)
    }
}
