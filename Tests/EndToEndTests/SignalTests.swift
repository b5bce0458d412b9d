import Foundation
import Testing

/// What signals do to a run.
@Suite struct SignalTests {
    private static let text = "Tesla a levé 3 millions d’euros à Paris, dit Elon Musk."

    private static func lines(_ count: Int) -> Data {
        let text = String(repeating: SignalTests.text + " ", count: 20)
        return Data((0..<count).map { "{\"id\":\"d\($0)\",\"text\":\"\(text)\"}\n" }.joined().utf8)
    }

    @Test(arguments: [SIGINT, SIGTERM]) func stoppedRunSaysThatItIsIncomplete(_ signal: Int32) throws {
        let folder = try TemporaryFolder()
        let count = 20_000
        try folder.write("in.jsonl", SignalTests.lines(count))
        let running = try Program.start(
            arguments: ["annotate", folder.path("in.jsonl"), "-o", folder.path("out"), "--progress", "json"])
        // The first line of progress: the run is on its way, and nowhere near its end.
        while running.errors.isEmpty { usleep(2000) }
        running.signal(signal)
        let ending = try running.ending()
        #expect(ending.status == 128 + signal)
        let lines = try folder.read("out/part-00000.jsonl").lines(DocumentLine.self)
        #expect(lines.count > 0 && lines.count < count)
        let report = try RunReport(folder.read("out/run.json"))
        #expect(!report.complete)
        #expect(report.counts.out == lines.count)
    }

    @Test(arguments: [SIGINT, SIGTERM]) func stoppedStreamHasNoTrailer(_ signal: Int32) throws {
        let running = try Program.start(
            arguments: ["annotate", "-", "--stream", "--line-buffered", "--trailer"], input: nil)
        try running.feed(Array(SignalTests.lines(1)))
        while (try running.streams.read("output")).isEmpty { usleep(2000) }
        running.signal(signal)
        let ending = try running.ending()
        #expect(ending.status == 128 + signal)
        #expect(try ending.output.lines(DocumentLine.self).map(\.id) == ["d0"])
    }

    @Test func secondSignalEndsARunThatCannotWrite() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("pipe")
        try #require(mkfifo(path, 0o600) == 0)
        let pipe = open(path, O_RDWR)
        defer { close(pipe) }
        let running = try Program.start(
            arguments: ["annotate", "-", "--stream"], input: SignalTests.lines(600), output: .file(path))
        // Nobody reads: the pipe fills, and the program waits for room.
        var held: Int32 = 0
        while held < 65_536 {
            usleep(2000)
            try #require(ioctl(pipe, UInt(FIONREAD), &held) == 0)
        }
        running.signal(SIGINT)
        usleep(300_000)
        #expect(kill(running.process, 0) == 0 && waitpid(running.process, nil, WNOHANG) == 0)
        running.signal(SIGINT)
        #expect(try running.ending().status == 130)
    }
}
