import Testing

@testable import GlaneurReaders

@Suite struct LineReaderTests {
    private func lines(_ bytes: [UInt8], limit: Int = LineReader.defaultLimit) throws -> [(String, LineReader.Line)] {
        let folder = try TemporaryFolder()
        let reader = try LineReader(path: try folder.write("lines", bytes), limit: limit)
        var lines: [(String, LineReader.Line)] = []
        while let line = try reader.next() {
            lines.append((String(decoding: reader.buffer[line.range], as: UTF8.self), line))
        }
        return lines
    }

    @Test func linesComeWithTheirOffsets() throws {
        let lines = try lines(Array("été\n\nb\r\nc".utf8))
        #expect(lines.map(\.0) == ["été", "", "b\r", "c"])
        #expect(lines.map(\.1.offset) == [0, 6, 7, 10])
        #expect(lines.map(\.1.number) == [1, 2, 3, 4])
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 1_000_000])
    func longLinesAreWhole(length: Int) throws {
        let long = String(repeating: "x", count: length)
        let lines = try lines(Array("a\n\(long)\nb\n\(long)z".utf8))
        #expect(lines.map(\.0) == ["a", long, "b", long + "z"])
        #expect(lines.last?.1.offset == length + 5)
    }

    @Test func manyShortLinesPassThroughOneBuffer() throws {
        let source = (0..<50_000).map { "line \($0)" }
        let lines = try lines(Array(source.joined(separator: "\n").utf8))
        #expect(lines.map(\.0) == source)
        var offset = 0
        for (text, line) in lines {
            #expect(line.offset == offset)
            offset += text.utf8.count + 1
        }
    }

    @Test(arguments: [500_000, 101, 60_000])
    func lineBeyondTheLimitIsPassedOver(length: Int) throws {
        let long = String(repeating: "x", count: length)
        for limit in [100, length - 1] {
            let lines = try lines(Array("a\n\(long)\nb\n\(long)".utf8), limit: limit)
            #expect(lines.map(\.1.isTooLong) == [false, true, false, true])
            #expect(lines[1].1.count == length && lines[3].1.count == length)
            #expect(lines[1].1.sha256 == Digest.sha256(Array(long.utf8)[...]))
            #expect(lines[3].1.sha256 == lines[1].1.sha256)
            #expect(lines[2].0 == "b")
            #expect(lines[2].1.offset == length + 3)
        }
    }

    @Test func emptyFileHasNoLine() throws {
        #expect(try lines([]).isEmpty)
    }

    @Test func missingFileIsAnInputError() {
        #expect(throws: InputError(.missing, path: "/nowhere/x", message: "no such file or directory")) {
            try LineReader(path: "/nowhere/x")
        }
    }
}
