import Foundation
import Testing

/// Runs that are killed in the place of a call of the system, and go on.
@Suite struct CrashTests {
    /// An input of small files, some of them empty, and records, some of them broken; what one run over it writes.
    private struct Work {
        let folder: TemporaryFolder
        let options: [String]
        let expected: [String: Data]
        let steps: Int

        init(_ compression: String) throws {
            folder = try TemporaryFolder()
            try CrashTests.makeInput(in: folder)
            options = [
                "--part-size", "40K", "--checkpoint-every", "9K", "--compress", compression, "--progress", "none",
            ]
            let ending = try Program.run(
                arguments: ["annotate", folder.path("in"), "-o", folder.path("whole")] + options,
                environment: ["GLANEUR_FAULT": "count@0"])
            steps = try #require(
                ending.errors.split(separator: "\n").last { $0.hasPrefix("steps ") }.flatMap { Int($0.dropFirst(6)) })
            expected = try CrashTests.files(folder, "whole")
        }

        /// Runs into a folder.
        func run(_ output: String, _ more: [String] = [], fault: String? = nil) throws -> Program.Ending {
            try Program.run(
                arguments: ["annotate", folder.path("in"), "-o", folder.path(output)] + options + more,
                environment: fault.map { ["GLANEUR_FAULT": $0] } ?? [:])
        }
    }

    private static func makeInput(in folder: TemporaryFolder) throws {
        let texts = try Checkout.seedNames.map {
            String(decoding: try Data(contentsOf: Checkout.seeds.appending(path: $0)), as: UTF8.self)
        }
        for number in 0..<48 {
            let text = number % 12 == 5 ? "" : String(texts[number % texts.count].prefix(250 + number * 31 % 400))
            try folder.write("in/\(number + 100).txt", text)
        }
        let records = (0..<24).map { number in
            number % 9 == 4
                ? "{\"text\":" : "{\"id\":\"r\(number)\",\"text\":\"Tesla vaut \(number) milliards d’euros.\"}"
        }
        try folder.write("in/200.jsonl", records.joined(separator: "\n"))
    }

    /// What a run wrote, the report without what a clock says.
    private static func files(_ folder: TemporaryFolder, _ output: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for name in try folder.names(in: output) {
            let bytes = try folder.read("\(output)/\(name)")
            guard name == "run.json" else {
                files[name] = bytes
                continue
            }
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.contains("seconds") }
            files[name] = Data(lines.joined(separator: "\n").utf8)
        }
        return files
    }

    @Test(arguments: [("none", 8), ("gz", 6), ("zst", 6)])
    func runThatWasKilledGoesOnToTheSameBytes(_ compression: String, kills: Int) throws {
        let work = try Work(compression)
        #expect(work.expected.count > 8)
        #expect(work.steps > 60)
        var generator = SystemRandomNumberGenerator()
        for number in 0..<kills {
            let step = Int.random(in: 1...work.steps, using: &generator)
            let tasks = ["-j", "\(number % 2 + 1)"]
            #expect(try work.run("out\(number)", tasks, fault: "kill@\(step)").status == 128 + SIGKILL, "step \(step)")
            if number % 3 == 1 {
                let again = Int.random(in: 1...work.steps, using: &generator)
                _ = try work.run("out\(number)", tasks + ["--resume"], fault: "kill@\(again)")
            }
            let ending = try work.run("out\(number)", tasks + ["--resume"])
            #expect(ending.status == 0, "\(compression), step \(step) of \(work.steps): \(ending.errors)")
            let files = try CrashTests.files(work.folder, "out\(number)")
            #expect(Set(files.keys) == Set(work.expected.keys), "\(compression), step \(step) of \(work.steps)")
            for (name, bytes) in work.expected {
                #expect(files[name] == bytes, "\(compression), step \(step) of \(work.steps): \(name)")
            }
        }
    }

    @Test func fullDiskEndsARunThatGoesOnWhenThereIsRoom() throws {
        let work = try Work("none")
        let ending = try work.run("out", fault: "full@40")
        #expect(ending.status == 74)
        #expect(ending.errors.contains("no space left on device"))
        #expect(try work.run("out", ["--resume"]).status == 0)
        #expect(try CrashTests.files(work.folder, "out") == work.expected)
    }

    @Test(arguments: ["error@25", "error@61"]) func failingDiskEndsARunThatGoesOn(_ fault: String) throws {
        let work = try Work("zst")
        let ending = try work.run("out", fault: fault)
        #expect(ending.status == 74)
        #expect(ending.errors.contains("input/output error"))
        #expect(try work.run("out", ["--resume"]).status == 0)
        #expect(try CrashTests.files(work.folder, "out") == work.expected)
    }

    @Test func shortWritesChangeNothing() throws {
        let work = try Work("gz")
        #expect(try work.run("out", fault: "short@1").status == 0)
        #expect(try CrashTests.files(work.folder, "out") == work.expected)
    }

    @Test func limitOnFilesEndsARunThatGoesOn() throws {
        let work = try Work("none")
        let ending = try Program.run(
            arguments: ["annotate", work.folder.path("in"), "-o", work.folder.path("out")] + work.options,
            wrapper: .fileLimit(24))
        #expect(ending.status == 74)
        #expect(ending.errors.contains("file too large"))
        #expect(try work.run("out", ["--resume"]).status == 0)
        #expect(try CrashTests.files(work.folder, "out") == work.expected)
    }

    @Test func interruptedRunGoesOn() throws {
        let work = try Work("gz")
        let running = try Program.start(
            arguments: [
                "annotate", work.folder.path("in"), "-o", work.folder.path("out"), "--progress", "json", "-j", "1",
            ]
                + work.options.dropLast(2))
        while running.errors.isEmpty { usleep(1000) }
        running.signal(SIGINT)
        let status = try running.ending().status
        #expect(status == 130 || status == 0)
        #expect(try work.run("out", ["--resume"]).status == 0)
        #expect(try CrashTests.files(work.folder, "out") == work.expected)
    }
}
