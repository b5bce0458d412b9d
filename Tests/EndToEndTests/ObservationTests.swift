import Foundation
import Testing

/// Messages and measurements of a run, which never change what it writes.
@Suite struct ObservationTests {
    private struct Message: Decodable {
        let time: String
        let level: String
        let message: String
        let document: String?
        let stage: String?
        let code: String?
        let status: Int?
    }

    /// The seeds and so many files without text.
    private func input(empty: Int = 2) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        _ = try folder.copySeeds()
        for number in 0..<empty { try folder.write("seeds/nothing-\(number).txt", "") }
        return folder
    }

    private func annotate(_ folder: TemporaryFolder, _ options: [String], output: String = "out") throws
        -> Program.Ending
    {
        try Program.run(
            arguments: ["annotate", folder.path("seeds"), "-o", folder.path(output)] + options)
    }

    private func messages(_ ending: Program.Ending) throws -> [Message] {
        try Data(ending.errors.utf8).lines(Message.self)
    }

    // MARK: measurements

    @Test func measurementsAgreeWithTheReport() throws {
        let folder = try input()
        #expect(try annotate(folder, ["--metrics", folder.path("m.prom")]).status == 0)
        let metrics = try OpenMetrics(String(decoding: folder.read("m.prom"), as: UTF8.self))
        let report = try RunReport(folder.read("out/run.json"))
        #expect(metrics[#"glaneur_documents_total{result="written"}"#] == Double(report.counts.out))
        #expect(metrics[#"glaneur_documents_total{result="quarantined"}"#] == 2)
        #expect(metrics[#"glaneur_failures_total{code="empty"}"#] == 2)
        #expect(try metrics["glaneur_output_bytes_total"] == Double(folder.read("out/part-00000.jsonl").count))
        let bytes = try Checkout.seedNames.reduce(0) { try $0 + folder.read("seeds/\($1)").count }
        #expect(metrics["glaneur_read_bytes_total"] == Double(bytes))
        #expect(metrics["glaneur_input_size_bytes"] == Double(bytes))
        #expect(metrics[#"glaneur_stage_documents_total{stage="segment"}"#] == Double(report.counts.out))
        #expect(try #require(metrics[#"glaneur_stage_seconds_total{stage="segment"}"#]) > 0)
        #expect(metrics["glaneur_window_documents"] == 0)
        #expect(metrics["glaneur_window_bytes"] == 0)
        #expect(metrics["glaneur_run_complete"] == 1)
        #expect(try metrics["glaneur_entities"] == Double(folder.read("out/entities.jsonl").count { $0 == 10 }))
        #expect(try #require(metrics["process_cpu_seconds_total"]) > 0)
        #expect(try #require(metrics["process_resident_memory_bytes"]) > 1e6)
        #expect(try folder.names().sorted() == ["m.prom", "out", "seeds"])
    }

    @Test func measurementsGoOnWhileNothingComes() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("m.prom")
        let running = try Program.start(
            arguments: ["annotate", "-", "--metrics", path, "--metrics-interval", "0.1"], input: nil)
        var seconds: Set<Double> = []
        let deadline = Date(timeIntervalSinceNow: 60)
        while seconds.count < 4, Date.now < deadline {
            // Whoever reads finds a whole file at any moment.
            if let data = FileManager.default.contents(atPath: path) {
                let metrics = try OpenMetrics(String(decoding: data, as: UTF8.self))
                #expect(metrics["glaneur_run_complete"] == 0)
                seconds.insert(try #require(metrics["glaneur_run_seconds"]))
            }
            usleep(10_000)
        }
        #expect(seconds.count == 4)
        running.signal(SIGINT)
        #expect(try running.ending().status == 130)
        let last = try OpenMetrics(String(decoding: folder.read("m.prom"), as: UTF8.self))
        #expect(last["glaneur_run_complete"] == 0)
    }

    @Test func streamIsMeasuredToo() throws {
        let folder = try TemporaryFolder()
        let lines = Data("{\"text\":\"Tesla lève 2 milliards d’euros.\"}\nno record\n".utf8)
        let plain = try Program.run("annotate", "-", "--stream", input: lines)
        let ending = try Program.run(
            "annotate", "-", "--stream", "--metrics", folder.path("m.prom"), "--log-level", "info", input: lines)
        #expect(ending.status == 0 && ending.output == plain.output)
        #expect(ending.errors.hasPrefix("glaneur: all documents are written: "))
        let metrics = try OpenMetrics(String(decoding: folder.read("m.prom"), as: UTF8.self))
        #expect(metrics[#"glaneur_documents_total{result="written"}"#] == 1)
        #expect(metrics[#"glaneur_documents_total{result="quarantined"}"#] == 1)
        #expect(metrics["glaneur_run_complete"] == 1)
    }

    @Test func measurementsThatCannotBeWrittenAre74() throws {
        let folder = try input()
        let ending = try annotate(folder, ["--metrics", folder.path("nix/m.prom")])
        #expect(ending.status == 74)
        #expect(ending.errors.contains("nix/m.prom"))
        #expect(ending.errors.contains("cannot write: no such file or directory"))
    }

    @Test(arguments: [
        ["--metrics", "-"], ["--metrics-interval", "0"], ["--log-level", "loud"], ["--log-format", "xml"],
    ])
    func mistakesAreToldBeforeTheRun(_ options: [String]) throws {
        #expect(try Program.run(arguments: ["annotate", "/"] + options).status == 64)
    }

    // MARK: messages

    @Test func machinesGetOneObjectForEachDocumentGivenUp() throws {
        let folder = try input(empty: 25)
        let told = try messages(annotate(folder, ["--log-format", "json"]))
        #expect(told.count == 25)
        #expect(told.first?.document == "seeds/nothing-0.txt")
        for message in told {
            #expect(message.level == "warning" && message.stage == "read" && message.code == "empty")
            #expect(message.time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
            #expect(message.message == "no bytes")
        }
    }

    @Test func peopleGetTheFirstTwentyAndACount() throws {
        let lines = try annotate(input(empty: 25), []).errors.split(separator: "\n")
        #expect(lines.count == 21)
        #expect(lines.first == "glaneur: seeds/nothing-0.txt: read: no bytes")
        #expect(lines.last == "glaneur: and 5 more documents given up")
    }

    @Test func levelsChooseWhatIsTold() throws {
        let folder = try input()
        #expect(try annotate(folder, ["--log-level", "error"]).errors.isEmpty)
        let end = try annotate(folder, ["--log-level", "info"]).errors.split(separator: "\n").last
        #expect(end?.hasPrefix("glaneur: all documents are written: bytes_in=") == true)
        let levels = try messages(annotate(folder, ["--log-level", "debug", "--log-format", "json"])).map(\.level)
        #expect(Set(levels) == ["debug", "info", "warning"])
    }

    @Test func whyTheProgramEndsIsAMessageToo() throws {
        let ending = try Program.run("annotate", "/nix/nix", "--log-format", "json", "--log-level", "error")
        let told = try #require(try messages(ending).first)
        #expect(ending.status == 66)
        #expect(told.level == "error" && told.status == 66)
        #expect(told.message == "/nix/nix: no such file or directory")
    }

    // MARK: the output

    @Test(arguments: [
        ["--metrics", "m.prom", "--metrics-interval", "0.1"], ["--log-format", "json", "--log-level", "debug"],
        ["--log-level", "error"], ["--progress", "json"],
        ["--metrics", "m.prom", "--log-level", "debug", "--progress", "json", "-j", "1"],
    ])
    func whatIsWrittenIsTheSame(_ options: [String]) throws {
        let folder = try input()
        let paths = options.map { $0 == "m.prom" ? folder.path($0) : $0 }
        #expect(try annotate(folder, [], output: "plain").status == 0)
        #expect(try annotate(folder, paths, output: "watched").status == 0)
        let names = try folder.names(in: "plain")
        #expect(try folder.names(in: "watched") == names)
        // The report tells times.
        for name in names where name != "run.json" {
            #expect(try folder.read("plain/\(name)") == folder.read("watched/\(name)"))
        }
    }
}
