import GlaneurCore
import Synchronization
import Testing

@Suite struct StageWatchTests {
    /// A clock that says what it is told to, and its last word ever after.
    private final class Clock: Sendable {
        private let readings: [UInt64]
        private let next = Atomic(0)

        init(_ readings: [UInt64]) { self.readings = readings }

        func read() -> UInt64 {
            let index = next.add(1, ordering: .relaxed).oldValue
            return readings[min(index, readings.count - 1)]
        }
    }

    private func statistics(
        _ readings: [UInt64], bytes: [Int] = [5000], failing: Int? = nil, total: UInt64 = 1000
    ) -> RunStatistics {
        let clock = Clock(readings)
        var watch = StageWatch(stages: 3) { clock.read() }
        for (number, count) in bytes.enumerated() {
            watch.begin(bytes: count)
            watch.passed(0)
            guard number != failing else {
                watch.failed(1, bytes: count)
                continue
            }
            watch.passed(1)
            watch.passed(2)
            watch.end()
        }
        var statistics = RunStatistics()
        watch.settle(total, names: [.decode, .segment, .write], in: &statistics)
        return statistics
    }

    @Test func timeIsDividedAsItWasSeen() {
        let stages = statistics([100, 110, 140, 200]).stages
        #expect(stages[.decode]?.nanoseconds == 100)
        #expect(stages[.segment]?.nanoseconds == 300)
        #expect(stages[.write]?.nanoseconds == 600)
    }

    @Test func clockThatRunsBackwardsStandsStill() {
        let stages = statistics([100, 50, 20, 30]).stages
        #expect(stages[.decode]?.nanoseconds == 0)
        #expect(stages[.write]?.nanoseconds == 1000)
        #expect(statistics([9, 8, 7, 6]).stages.values.allSatisfy { $0.nanoseconds == 0 && $0.documents == 1 })
    }

    @Test func documentThatWasGivenUpIsNotCountedBehind() {
        let stages = statistics([1, 2, 3, 4], bytes: [5000, 70, 300], failing: 1).stages
        #expect(stages[.decode]?.documents == 3)
        #expect(stages[.segment]?.documents == 3)
        #expect(stages[.segment]?.failures == 1)
        #expect(stages[.segment]?.bytes == 5370)
        #expect(stages[.write]?.documents == 2)
        #expect(stages[.write]?.bytes == 5300)
    }

    @Test func smallDocumentsCountLikeTheOneThatWasLookedAt() {
        // The first is looked at, then 41 of 100 bytes go by until the next is.
        let readings: [UInt64] = [0, 10, 20, 30, 30, 31, 32, 33]
        let stages = statistics(readings, bytes: Array(repeating: 100, count: 42), total: 153).stages
        #expect(stages[.decode]?.nanoseconds == 51)
        #expect(stages[.decode]?.documents == 42)
    }
}
