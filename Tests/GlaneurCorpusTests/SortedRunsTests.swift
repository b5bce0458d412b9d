import GlaneurTestSupport
import Testing

@testable import GlaneurCorpus

@Suite struct SortedRunsTests {
    /// The records as the runs hand them out.
    private func sorted(_ records: [[UInt8]], memory: Int) throws -> (records: [[UInt8]], hasSpilled: Bool) {
        var runs = SortedRuns(memory: memory)
        for record in records { try runs.append(record) }
        var result: [[UInt8]] = []
        try runs.forEach { result.append(Array($0)) }
        return (result, runs.hasSpilled)
    }

    private func random(_ count: Int, upTo length: Int, seed: UInt64) -> [[UInt8]] {
        var random = SeededGenerator(seed: SeededGenerator.announce(seed, for: "SortedRuns"))
        return (0..<count).map { _ in
            // Few different bytes: many records share their beginnings, or are equal.
            (0..<Int.random(in: 0...length, using: &random)).map { _ in
                [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
            }
        }
    }

    @Test(arguments: [4096, 10_000, 1 << 16, 1 << 24]) func recordsComeInOrder(memory: Int) throws {
        let records = random(20_000, upTo: 24, seed: 7)
        let expected = records.sorted { $0.lexicographicallyPrecedes($1) }
        let found = try sorted(records, memory: memory)
        #expect(found.records == expected)
        #expect(found.hasSpilled == (memory < 1 << 20))
    }

    @Test func aRecordLongerThanTheMemoryIsARunOfItsOwn() throws {
        let long = [UInt8](repeating: 2, count: 300_000)
        let longer = [UInt8](repeating: 2, count: 400_000)
        let found = try sorted([longer, [3], long, [1], []], memory: 4096)
        #expect(found.records == [[], [1], long, longer, [3]])
    }

    @Test func recordsAreReadTwiceAndMayBeAddedBetween() throws {
        for memory in [4096, 1 << 20] {
            var runs = SortedRuns(memory: memory)
            let records = random(1000, upTo: 12, seed: 11)
            for record in records { try runs.append(record) }
            for _ in 0..<2 {
                var count = 0
                try runs.forEach { _ in count += 1 }
                #expect(count == records.count)
            }
            try runs.append([0x42])
            var found: [[UInt8]] = []
            try runs.forEach { found.append(Array($0)) }
            #expect(found == (records + [[0x42]]).sorted { $0.lexicographicallyPrecedes($1) })
            let total = runs.count
            #expect(total == 1001)
        }
    }

    @Test func aReaderMayStop() throws {
        struct Enough: Error {}
        var runs = SortedRuns(memory: 4096)
        for record in random(1000, upTo: 12, seed: 13) { try runs.append(record) }
        #expect(throws: Enough.self) { try runs.forEach { _ in throw Enough() } }
        var count = 0
        try runs.forEach { _ in count += 1 }
        #expect(count == 1000)
    }

    @Test func nothingIsNothing() throws {
        #expect(try sorted([], memory: 4096).records.isEmpty)
    }
}
