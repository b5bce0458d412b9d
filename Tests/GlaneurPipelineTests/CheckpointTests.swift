import GlaneurCore
import Testing

@testable import GlaneurPipeline

@Suite struct CheckpointTests {
    private static var checkpoint: Checkpoint {
        var statistics = RunStatistics()
        statistics.documentsIn = 12
        statistics.documentsOut = 10
        statistics.documentsQuarantined = 2
        statistics.bytesIn = 4711
        statistics.bytesOut = 9999
        statistics.labels = [.money: 3, .person: 8]
        statistics.failures = [.empty: 1, .binary: 1]
        statistics.elapsedNanoseconds = 77
        var count = RunStatistics.StageCount()
        (count.documents, count.bytes, count.failures, count.nanoseconds) = (11, 4000, 1, 123_456_789)
        statistics.stages = [.decode: count, StageName(rawValue: "my-own"): count]
        return Checkpoint(
            statistics: statistics, part: 3, partBytes: 1 << 33, errorBytes: 512, lastDocument: "in/a\tb=#\n%é.txt",
            isWhole: true)
    }

    @Test func lineGivesBackTheCheckpoint() {
        let line = Self.checkpoint.line
        #expect(line.filter { $0 == UInt8(ascii: "\n") }.count == 1)
        #expect(Checkpoint(line[...]) == Self.checkpoint)
        #expect(Checkpoint(Checkpoint().line[...]) == Checkpoint())
    }

    @Test func lineThatIsCutOrChangedIsNone() {
        let line = Self.checkpoint.line
        for end in line.indices { #expect(Checkpoint(line[..<end]) == nil) }
        for index in line.indices.dropLast() {
            var changed = line
            changed[index] ^= 1
            #expect(Checkpoint(changed[...]) == nil, "byte \(index)")
        }
    }

    @Test func lastWholeLineOfAJournalCounts() throws {
        var first = Self.checkpoint
        first.partBytes = 1
        let journal = first.line + Self.checkpoint.line
        for torn in [0, 1, 17, first.line.count - 1] {
            let found = try #require(Checkpoint.last(in: journal + first.line.prefix(torn)))
            #expect(found.checkpoint == Self.checkpoint)
            #expect(found.end == journal.count)
        }
        #expect(Checkpoint.last(in: first.line.dropLast() + Self.checkpoint.line) == nil)
        #expect(Checkpoint.last(in: []) == nil)
    }

    @Test func settingsTellWhatIsDifferent() throws {
        let old = RunSettings([("charset", "auto"), ("part", "1"), ("same", "x=y")])
        let new = RunSettings([("charset", "utf-8"), ("country", "CA"), ("same", "x=y")])
        #expect(RunSettings(old.line[...]) == old)
        #expect(old.differences(to: old).isEmpty)
        #expect(
            old.differences(to: new) == ["charset: auto → utf-8", "country: not set → CA", "part: 1 → not set"])
    }

    private func difference(_ old: [InputRecord], _ new: [InputRecord]) -> InputDifference {
        var (before, now) = (old[...], new[...])
        return InputDifference {
            before.popFirst()
        } new: {
            now.popFirst()
        }
    }

    @Test func inputTellsWhatIsDifferent() {
        func file(_ path: String, _ size: Int = 1, _ time: Int = 5) -> InputRecord {
            InputRecord(path: path, size: size, modified: time)
        }
        let old = [file("a/1"), file("a/3"), file("b"), file("c", 10), file("d")]
        let new = [file("a/1"), file("a/2"), file("b", 1, 6), file("c", 12), file("d"), file("e")]
        #expect(difference(old, old).isEmpty)
        let found = difference(old, new)
        #expect(
            found.description == [
                "input: 2 added, 1 removed, 2 changed", "  + a/2", "  - a/3", "  ~ b: written to since",
                "  ~ c: 10 → 12 bytes", "  + e",
            ])
        let many = difference([], (0..<25).map { file("f\($0 + 10)") })
        #expect(many.lines.count == 10)
        #expect(many.description.last == "  and 15 more")
    }

    @Test(arguments: ["a.txt", "a\tb", "50 %", "x\ny", "é#=%09"]) func recordGivesBackItsPath(path: String) {
        let record = InputRecord(path: path, size: 12, modified: -3)
        #expect(InputRecord(record.line.dropLast()[...]) == record)
    }
}
