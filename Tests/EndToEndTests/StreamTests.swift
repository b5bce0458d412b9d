import Foundation
import Testing

/// `glaneur annotate - --stream`: one line for each line.
@Suite struct StreamTests {
    /// What the tests look at in an answer.
    private struct Answer: Decodable {
        struct Error: Decodable {
            let code: String
            let stage: String
        }

        struct Provenance: Decodable {
            let path: String
            let byteStart: Int
            let byteEnd: Int

            enum CodingKeys: String, CodingKey {
                case path
                case byteStart = "byte_start"
                case byteEnd = "byte_end"
            }
        }

        let schema: String
        let id: String
        let text: String
        let ents: [DocumentLine.Ent]?
        let error: Error?
        let provenance: Provenance
    }

    private struct Trailer: Decodable, Equatable {
        let schema: String
        let `in`: Int
        let out: Int
        let quarantined: Int
        let bytesIn: Int

        enum CodingKeys: String, CodingKey {
            case schema, `in`, out, quarantined
            case bytesIn = "bytes_in"
        }
    }

    private static func record(_ number: Int) -> String {
        let text = String(repeating: "Tesla a levé \(number) millions d’euros à Paris. ", count: 1 + number % 7)
        return "{\"id\":\"d\(number)\",\"text\":\"\(text)\"}"
    }

    /// Good lines with one of each kind of bad ones between them.
    private static let mixed: [String] = {
        var lines = (0..<120).map(record)
        lines[3] = ""
        lines[5] = " \t"
        lines[7] = "{bad"
        lines[9] = "{\"id\":\"x9\"}"
        lines[11] = "[1]"
        lines[13] = "{\"text\":\"Elon Musk\"}"
        lines[15] = "{\"id\":\"e\",\"text\":\"\"}"
        return lines
    }()

    private static let stream = ["annotate", "-", "--stream"]

    @Test func everyLineHasItsAnswerInItsPlace() throws {
        let input = Data((StreamTests.mixed.joined(separator: "\n") + "\n").utf8)
        let ending = try Program.run(arguments: StreamTests.stream, input: input)
        #expect(ending.status == 0)
        #expect(ending.errors.isEmpty)
        let answers = try ending.output.lines(Answer.self)
        try #require(answers.count == 120)
        #expect(answers.allSatisfy { $0.schema == "glaneur.doc/1" && $0.provenance.path == "-" })
        let bad = answers.enumerated().filter { $0.element.error != nil }
        #expect(bad.map(\.offset) == [3, 5, 7, 9, 11, 15])
        #expect(bad.map { $0.element.id } == ["-#4", "-#6", "-#8", "x9", "-#12", "e"])
        #expect(
            bad.compactMap { $0.element.error?.code } == [
                "empty", "empty", "bad-record", "bad-record", "bad-record", "empty",
            ])
        #expect(bad.allSatisfy { $0.element.text.isEmpty && $0.element.error?.stage == "read" })
        #expect(answers[13].id == "-#14")
        #expect(answers[119].id == "d119")
        // Raw offsets count in the line, whichever it is.
        let line = Array(StreamTests.mixed[119].utf8)
        #expect(answers[119].provenance.byteStart == 0 && answers[119].provenance.byteEnd == line.count)
        let ent = try #require(answers[119].ents?.first)
        #expect(String(decoding: line[ent.rawStart..<ent.rawEnd], as: UTF8.self) == "Tesla")
    }

    @Test func neitherTasksNorFlushingChangeBytes() throws {
        let input = Data((StreamTests.mixed.joined(separator: "\n")).utf8)
        let outputs = try [["-j", "1"], ["-j", "2"], ["-j", "7", "--line-buffered"]].map { options in
            try Program.run(arguments: StreamTests.stream + ["--trailer"] + options, input: input).output
        }
        #expect(Set(outputs).count == 1)
        let last = try #require(outputs[0].split(separator: UInt8(ascii: "\n")).last)
        #expect(
            try JSONDecoder().decode(Trailer.self, from: last)
                == Trailer(schema: "glaneur.end/1", in: 120, out: 114, quarantined: 6, bytesIn: input.count))
    }

    /// Spark cuts a stream into partitions; where it does must not be seen.
    @Test func answersDoNotDependOnTheLinesBefore() throws {
        let lines = (0..<40).map(StreamTests.record)
        func answer(_ lines: some Sequence<String>) throws -> Data {
            let input = Data(lines.map { $0 + "\n" }.joined().utf8)
            return try Program.run(arguments: StreamTests.stream, input: input).output
        }
        #expect(try answer(lines) == answer(lines[..<13]) + answer(lines[13...]))
    }

    @Test(arguments: ["1", "2"], [120_000, 300_000])
    func lineThatIsTooLongIsAnErrorAmongOthers(tasks: String, length: Int) throws {
        let long = "{\"id\":\"long\",\"text\":\"\(String(repeating: "x", count: length))\"}"
        let input = Data([StreamTests.record(0), long, StreamTests.record(1), long].joined(separator: "\n").utf8)
        let ending = try Program.run(
            arguments: StreamTests.stream + ["--max-document", "10K", "-j", tasks], input: input)
        let answers = try ending.output.lines(Answer.self)
        #expect(answers.map(\.id) == ["d0", "-#2", "d1", "-#4"])
        #expect(answers.map { $0.error?.code } == [nil, "too-large", nil, "too-large"])
        #expect(answers[3].provenance.byteEnd == long.utf8.count)
    }

    @Test func documentThatTakesTooLongIsAnError() throws {
        let input = Data((StreamTests.record(0) + "\n").utf8)
        let ending = try Program.run(arguments: StreamTests.stream + ["--deadline", "0.000001"], input: input)
        let answer = try #require(try ending.output.lines(Answer.self).first)
        #expect(answer.id == "d0" && answer.error?.code == "deadline" && answer.error?.stage == "decode")
    }

    @Test func nothingIsAnsweredToNothing() throws {
        #expect(try Program.run(arguments: StreamTests.stream).output.isEmpty)
        let ending = try Program.run(arguments: StreamTests.stream + ["--trailer"])
        #expect(ending.text == "{\"schema\":\"glaneur.end/1\",\"in\":0,\"out\":0,\"quarantined\":0,\"bytes_in\":0}\n")
    }

    @Test func closedPipeEndsQuietly() throws {
        let input = Data((StreamTests.mixed.joined(separator: "\n") + "\n").utf8)
        let ending = try Program.run(arguments: StreamTests.stream, input: input, output: .closedPipe)
        #expect(ending.status == 0)
        #expect(ending.errors.isEmpty)
    }

    @Test(arguments: [
        ["annotate", "seeds", "--stream"], ["annotate", "-", "--trailer"], ["annotate", "-", "--line-buffered"],
    ])
    func optionsThatDoNotGoTogetherAre64(_ arguments: [String]) throws {
        #expect(try Program.run(arguments: arguments).status == 64)
    }

    /// One line in, one line out, before the next one is written.
    @Test(arguments: ["1", "2"]) func eachLineIsAnsweredAtOnce(tasks: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.path("answers")
        try #require(mkfifo(path, 0o600) == 0)
        let answers = open(path, O_RDWR)
        defer { close(answers) }
        let running = try Program.start(
            arguments: StreamTests.stream + ["--line-buffered", "-j", tasks], input: nil, output: .file(path))
        defer { running.signal(SIGKILL) }
        var half = ""
        for number in 0..<8 {
            // What is written may end in the middle of the next line.
            let next = StreamTests.record(number + 1)
            let rest =
                half.isEmpty ? StreamTests.record(number) : String(StreamTests.record(number).dropFirst(half.count))
            half = String(next.prefix(number % 2 == 0 ? 9 : 0))
            try running.feed(Array((rest + "\n" + half).utf8))
            let answer = try JSONDecoder().decode(Answer.self, from: StreamTests.line(from: answers))
            #expect(answer.id == "d\(number)")
        }
    }

    /// Reads one line from a pipe.
    private static func line(from descriptor: Int32) throws -> Data {
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            try #require(poll(&waiting, 1, 20_000) == 1, "no answer")
            var byte: UInt8 = 0
            try #require(read(descriptor, &byte, 1) == 1)
            line.append(byte)
        }
        return line
    }
}
