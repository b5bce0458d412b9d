import Foundation
import Testing

/// Peak memory does not follow the size of the input.
@Suite struct MemoryTests {
    /// Pipes lines into a stream, and says how many came back and the most memory the program had: first fifty records, then the same
    /// with a great many bytes of lines of all kinds behind them, read by somebody slow.
    private static let measuring = """
        import json, os, subprocess, sys, threading, time
        text = 'Tesla a levé 16,5 milliards de dollars à Paris, dit Elon Musk. ' * 60
        record = json.dumps({'text': text}, ensure_ascii=False).encode() + b'\\n'
        def run(pieces, pause):
            # The program is started by one that is small itself: a child begins with the peak of its parent.
            process = subprocess.Popen([sys.argv[1], 'annotate', '-', '--stream', '--trailer', '-j', '2', '--max-document', '64K'],
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            def feed():
                for piece in pieces(): process.stdin.write(piece)
                process.stdin.close()
            threading.Thread(target=feed).start()
            lines = 0
            for line in process.stdout:
                lines += 1
                if lines <= 50: time.sleep(pause)
            _, status, usage = os.wait4(process.pid, 0)
            print(json.dumps({'status': status, 'lines': lines, 'kilobytes': usage.ru_maxrss, 'last': json.loads(line)['in']}))
        def few(): yield from [record] * 50
        def many():
            yield from few()
            for number in range(40):
                yield b'{"text":"'
                for _ in range(50): yield b'x' * (1 << 17)
                yield b'"}\\n' + b'\\n' * 200 + (b'{"text":' + b'y' * 30000 + b'\\n') * 20
        run(few, 0)
        run(many, 0.02)
        """

    private struct Run: Decodable {
        let status: Int
        let lines: Int
        let kilobytes: Double
        let last: Int
    }

    @Test func streamOfAnyLengthTakesTheSame() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", Self.measuring, Program.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let runs = try output.fileHandleForReading.readDataToEndOfFile().lines(Run.self)
        process.waitUntilExit()
        try #require(runs.count == 2 && process.terminationStatus == 0)
        #expect(runs.map(\.status) == [0, 0])
        // 262 MB more.
        #expect(runs.map(\.lines) == [51, 51 + 40 * 221])
        #expect(runs.allSatisfy { $0.last == $0.lines - 1 })
        #expect(runs[1].kilobytes <= runs[0].kilobytes * 1.1, "\(runs)")
        #expect(runs[1].kilobytes <= 128_000, "\(runs)")
    }

    @Test(arguments: ["64M", "10K", "much", "-1"]) func memoryThatIsTooLittleIs64(_ size: String) throws {
        #expect(try Program.run("annotate", "-", "--memory=\(size)").status == 64)
    }

    @Test func memoryChangesNoByte() throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        let outputs = try ["80M", "120MiB", "2GB"].map { try Program.run("annotate", seeds, "--memory", $0).output }
        #expect(Set(outputs).count == 1 && !outputs[0].isEmpty)
    }
}
