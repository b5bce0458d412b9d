import Glibc
import Testing

@testable import GlaneurWriters

/// Parts, whose bytes must not tell how the lines came or how often a run was killed.
@Suite struct PartSeriesTests {
    /// Lines of many lengths, some of them empty objects, in a fixed order.
    private static let lines: [[UInt8]] = (0..<400).map { number in
        Array(
            "{\"id\":\"\(number)\",\"text\":\"\(String(repeating: "né à \(number * 7919 % 31) ", count: number % 23))\"}\n"
                .utf8)
    }

    private func layout(_ compression: OutputCompression) -> PartSeries.Layout {
        PartSeries.Layout(partSize: 9000, markInterval: 2000, compression: compression)
    }

    /// The files of a run in which the lines came in batches of some size.
    private func files(_ compression: OutputCompression, batch: Int) throws -> [String: [UInt8]] {
        let place = try TemporaryPlace()
        var series = try PartSeries(in: place.path, layout: layout(compression))
        for start in stride(from: 0, to: Self.lines.count, by: batch) {
            try series.write(Array(Self.lines[start..<min(start + batch, Self.lines.count)].joined()))
        }
        try series.finish()
        return Dictionary(uniqueKeysWithValues: place.names.map { ($0, place.read($0)) })
    }

    @Test(arguments: OutputCompression.allCases)
    func bytesDoNotDependOnBatches(_ compression: OutputCompression) throws {
        let expected = try files(compression, batch: 400)
        #expect(expected.count > 5)
        for batch in [1, 3, 16, 57] { #expect(try files(compression, batch: batch) == expected) }
    }

    @Test(arguments: OutputCompression.allCases)
    func partsHoldAllLinesAndEndBehindTheOneThatReachesTheSize(_ compression: OutputCompression) throws {
        let place = try TemporaryPlace()
        var series = try PartSeries(in: place.path, layout: layout(compression))
        for line in Self.lines { try series.write(line) }
        try series.finish()
        let names = place.names
        #expect(names.first == "part-00000.jsonl" + compression.suffix)
        let parts = try names.map { try place.lines($0) }
        #expect(Array(parts.joined()) == Array(Self.lines.joined()))
        for part in parts.dropLast() {
            let last = part.dropLast().lastIndex(of: UInt8(ascii: "\n")) ?? 0
            #expect(part.last == UInt8(ascii: "\n") && part.count >= 9000 && last < 9000)
        }
    }

    @Test func runWithoutLinesHasOneEmptyPart() throws {
        let place = try TemporaryPlace()
        try PartSeries(in: place.path).finish()
        #expect(place.names == ["part-00000.jsonl"])
        #expect(place.read("part-00000.jsonl").isEmpty)
    }

    @Test func lastLineThatFillsAPartLeavesNoEmptyOneBehind() throws {
        let place = try TemporaryPlace()
        var series = try PartSeries(in: place.path, layout: PartSeries.Layout(partSize: 3))
        try series.write(Array("{}\n{}\n".utf8))
        let position = series.position
        try series.finish()
        #expect(place.names == ["part-00000.jsonl", "part-00001.jsonl"])
        #expect(position == PartSeries.Position(part: 2))
        try PartSeries(resuming: position, in: place.path).finish()
        #expect(place.names == ["part-00000.jsonl", "part-00001.jsonl"])
    }

    /// Goes on from every checkpoint that was reached, as after a kill: what was written later lies there too.
    @Test(arguments: OutputCompression.allCases)
    func runThatGoesOnMakesTheSameBytes(_ compression: OutputCompression) throws {
        let expected = try files(compression, batch: 5)
        for stop in [3, 31, 77, 120, 201, 333, 399] {
            let place = try TemporaryPlace()
            var done = (lines: 0, position: PartSeries.Position())
            do {
                var series = try PartSeries(in: place.path, layout: layout(compression))
                var number = 0
                while number < stop {
                    let start = (number, series.position)
                    let end = min(number + 5, Self.lines.count)
                    try series.write(Array(Self.lines[number..<end].joined()))
                    number = end
                    guard series.isCheckpointDue else { continue }
                    try series.synchronize()
                    done = (start.0, start.1)
                }
            }
            // A second kill before the next checkpoint changes nothing.
            for round in 0..<2 {
                var series = try PartSeries(resuming: done.position, in: place.path, layout: layout(compression))
                #expect(series.position == done.position)
                for line in Self.lines[done.lines..<(round == 0 ? min(done.lines + 2, 400) : 400)] {
                    try series.write(line)
                }
                if round == 1 { try series.finish() }
            }
            #expect(Dictionary(uniqueKeysWithValues: place.names.map { ($0, place.read($0)) }) == expected)
        }
    }

    @Test func partThatIsShorterThanTheCheckpointIsRefused() throws {
        let place = try TemporaryPlace()
        var series = try PartSeries(in: place.path)
        try series.write(Array("{}\n".utf8))
        try series.finish()
        let failure = #expect(throws: OutputFailure.self) {
            try PartSeries(resuming: PartSeries.Position(bytes: 30), in: place.path).finish()
        }
        #expect(failure?.description.hasSuffix("3 bytes, 30 were there at the checkpoint") == true)
    }

    @Test(arguments: [
        ("part-00012.jsonl", 12, true), ("part-00012.jsonl.gz", 12, true),
        ("part-123456.jsonl.zst.partial", 123456, false),
        ("part-00000.jsonl.gz.again", 0, false),
    ])
    func nameTellsThePart(name: String, number: Int, isComplete: Bool) throws {
        let part = try #require(PartSeries.part(of: name))
        #expect(part.number == number && part.isComplete == isComplete)
    }

    @Test(arguments: [
        "part-1.jsonl", "part-00000-uuid.jsonl", "part-00001.json", "xpart-00001.jsonl", "part-00001.jsonl.bz2",
    ])
    func otherNamesAreNoParts(name: String) { #expect(PartSeries.part(of: name) == nil) }
}
