import Foundation
import Testing

/// `annotate --shard` and `merge`: many runs that are one.
@Suite struct ShardTests {
    /// What the tests look at in the `run.json` of a shard, and of a merge.
    private struct ShardReport: Decodable {
        struct Counts: Decodable, Equatable {
            let index: Int
            let `in`: Int
            let out: Int
            let quarantined: Int
            let elsewhere: Int
        }

        let config: String
        let shard: Counts?
        let shards: [Counts]?
    }

    private static func report(_ bytes: Data) throws -> ShardReport {
        try JSONDecoder().decode(ShardReport.self, from: bytes)
    }

    private static func lines(_ bytes: Data) -> [Data] { bytes.split(separator: 0x0A).map { Data($0) } }

    /// A line is the same whatever it stands between.
    private static func sorted(_ bytes: Data) -> [String] {
        lines(bytes).map { String(decoding: $0, as: UTF8.self) }.sorted()
    }

    /// Texts, a page, records of which two have one id and one is broken, an empty file; and the run over all of it.
    private static func corpus() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in Checkout.seedNames {
            try folder.write("news/\(name)", Data(contentsOf: Checkout.seeds.appending(path: name)))
        }
        try folder.write("news/page.html", "<p>Lumidyne a levé 4,2 millions de dollars auprès de Nvidia.</p>")
        try folder.write("news/empty.txt", "")
        try folder.write(
            "news/wire.jsonl",
            (0..<12).map { "{\"id\":\"wire/\($0 % 11)\",\"text\":\"Nvidia a investi \($0) millions d’euros.\"}\n" }
                .joined() + "{\"text\":\n")
        let ending = try Program.run("annotate", folder.path("news"), "-o", folder.path("whole"))
        #expect(ending.status == 0, "\(ending.errors)")
        return folder
    }

    /// Runs all shards and returns their folders.
    private static func annotate(_ folder: TemporaryFolder, count: Int, options: [String] = []) throws -> [String] {
        try (0..<count).map { index in
            let output = folder.path("shards-\(count)/\(index)")
            let ending = try Program.run(
                arguments: ["annotate", folder.path("news"), "-o", output, "--shard", "\(index)/\(count)"] + options)
            #expect(ending.status == 0, "\(ending.errors)")
            return output
        }
    }

    @Test(arguments: [1, 2, 3, 7]) func shardsMergedAreTheRunOverEverything(count: Int) throws {
        let folder = try ShardTests.corpus()
        let shards = try ShardTests.annotate(folder, count: count)
        let whole = try ShardTests.report(folder.read("whole/run.json"))
        var read = 0
        for (index, shard) in shards.enumerated() {
            let report = try ShardTests.report(Data(contentsOf: URL(filePath: shard + "/run.json")))
            #expect(report.config == whole.config)
            let counts = try #require(report.shard)
            #expect(counts.index == index && counts.in == counts.out + counts.quarantined)
            read += counts.in
            #expect(try !FileManager.default.contentsOfDirectory(atPath: shard).contains("entities.jsonl"))
        }
        // In any order, as a shell may sort them.
        let ending = try Program.run(arguments: ["merge"] + shards.reversed() + ["-o", folder.path("merged")])
        #expect(ending.status == 0, "\(ending.errors)")
        func parts(_ output: String) throws -> Data {
            try folder.names(in: output).filter { $0.hasPrefix("part-") }.map { try folder.read("\(output)/\($0)") }
                .reduce(Data(), +)
        }
        #expect(try ShardTests.sorted(parts("merged")) == ShardTests.sorted(parts("whole")))
        #expect(
            try ShardTests.sorted(folder.read("merged/errors.jsonl"))
                == ShardTests.sorted(folder.read("whole/errors.jsonl")))
        for name in ["entities.jsonl", "duplicates.jsonl"] {
            #expect(try folder.read("merged/" + name) == folder.read("whole/" + name), "\(name)")
        }
        let (merged, expected) = try (
            RunReport(folder.read("merged/run.json")), RunReport(folder.read("whole/run.json"))
        )
        #expect(merged.complete && merged.counts.in == read && read == expected.counts.in)
        #expect(merged.counts.out == expected.counts.out && merged.counts.quarantined == expected.counts.quarantined)
        #expect(merged.labels?.map(\.n) == expected.labels?.map(\.n))
        #expect(merged.failures?.map(\.code) == expected.failures?.map(\.code))
        #expect(try ShardTests.report(folder.read("merged/run.json")).shards?.map(\.index) == Array(0..<count))
    }

    @Test func aFolderOfShardsAndFilesOfLinesAreMergedToo() throws {
        let folder = try ShardTests.corpus()
        _ = try ShardTests.annotate(folder, count: 3)
        #expect(
            try Program.run("merge", folder.path("shards-3"), "-o", folder.path("a"), "--no-unify").status == 0)
        #expect(!folder.exists("a/entities.jsonl"))
        for index in 0..<3 {
            let ending = try Program.run(
                "annotate", folder.path("news"), "-o", folder.path("\(index).jsonl"), "--shard", "\(index)/3")
            #expect(ending.status == 0, "\(ending.errors)")
        }
        let files = (0..<3).map { folder.path("\($0).jsonl") }
        #expect(try Program.run(arguments: ["merge"] + files + ["-o", folder.path("b")]).status == 0)
        #expect(try folder.read("b/entities.jsonl") == folder.read("whole/entities.jsonl"))
    }

    @Test func theNumberComesFromTheScheduler() throws {
        let folder = try ShardTests.corpus()
        func run(_ environment: [String: String], _ shard: String = "auto") throws -> Program.Ending {
            try Program.run(
                arguments: ["annotate", folder.path("news"), "-o", folder.path("auto"), "--shard", shard],
                environment: environment)
        }
        let ending = try run(["SLURM_ARRAY_TASK_ID": "1", "SLURM_ARRAY_TASK_COUNT": "3"])
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(try ShardTests.report(folder.read("auto/run.json")).shard?.index == 1)
        let missing = try run([:])
        #expect(missing.status == 64 && missing.errors.contains("--shard: auto looks for one of SLURM_ARRAY_TASK_ID"))
        let beyond = try run([:], "3/3")
        #expect(beyond.status == 64 && beyond.errors.contains("there is no shard 3 of 3; they are 0/3 to 2/3"))
    }

    @Test func whatIsNotTheWholeIsRefused() throws {
        let folder = try ShardTests.corpus()
        let shards = try ShardTests.annotate(folder, count: 3)
        func refusal(_ paths: [String]) throws -> String {
            let ending = try Program.run(arguments: ["merge"] + paths + ["-o", folder.path("merged")])
            #expect(ending.status == 65, "\(ending.errors)")
            #expect(!folder.exists("merged"))
            return ending.errors
        }
        #expect(try refusal([shards[0], shards[2]]).contains("of 3 shards 1 missing: 1"))
        #expect(try refusal(shards + [shards[1]]).contains("shard 1 of 3 twice"))
        #expect(try refusal([folder.path("whole")]).contains("no shard; it was annotated without --shard"))
        let two = try ShardTests.annotate(folder, count: 2)
        #expect(try refusal([shards[0], two[1]]).contains("one of 2 shards"))

        // Other words about money, and an input that has grown meanwhile.
        func again(_ options: [String]) throws {
            try FileManager.default.removeItem(atPath: shards[2])
            let ending = try Program.run(
                arguments: ["annotate", folder.path("news"), "-o", shards[2], "--shard", "2/3"] + options)
            #expect(ending.status == 0, "\(ending.errors)")
        }
        try again(["--country", "CA"])
        #expect(try refusal(shards).contains("country is CA, that of \(shards[0]) is none"))
        try folder.write("news/late-1.txt", "Tesla recule.")
        try folder.write("news/late-2.txt", "Tesla recule.")
        try again([])
        #expect(try refusal(shards).contains("the shards did not read the same input"))
        for name in ["late-1.txt", "late-2.txt"] {
            try FileManager.default.removeItem(atPath: folder.path("news/\(name)"))
        }
        try again([])

        // A line that got lost on the way.
        let part = URL(filePath: shards[1] + "/part-00000.jsonl")
        let whole = try Data(contentsOf: part)
        try whole.dropLast(ShardTests.lines(whole).last?.count ?? 0).dropLast().write(to: part)
        #expect(try refusal(shards).contains("document lines, its run wrote"))
        try whole.write(to: part)

        let report = URL(filePath: shards[1] + "/run.json")
        let text = try String(contentsOf: report, encoding: .utf8)
        try text.replacing("\"complete\": true", with: "\"complete\": false").write(
            to: report, atomically: true, encoding: .utf8)
        #expect(try refusal(shards).contains("the run was stopped"))
        try text.write(to: report, atomically: true, encoding: .utf8)

        #expect(try Program.run(arguments: ["merge"] + shards + ["-o", folder.path("merged")]).status == 0)
        let over = try Program.run(arguments: ["merge"] + shards + ["-o", folder.path("merged")])
        #expect(over.status == 64 && over.errors.contains("merge into a new folder"))
    }
}
