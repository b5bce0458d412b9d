import GlaneurCore
import GlaneurPipeline

/// Adds the time of a run to what was counted, that of earlier runs it goes on with included.
struct RunClock: Sendable {
    private let earlier: (elapsed: UInt64, processor: UInt64)
    private let start: (elapsed: UInt64, processor: UInt64)

    /// Starts the clock behind what an earlier run counted.
    init(after earlier: RunStatistics = RunStatistics()) {
        self.earlier = (earlier.elapsedNanoseconds, earlier.processorNanoseconds)
        start = (ProcessorClock.monotonic(), ProcessorClock.process)
    }

    /// Sets the time gone by, and gives a stage what of the processor time of the program nobody else has counted.
    func settle(_ statistics: inout RunStatistics, to stage: StageName = .read) {
        statistics.elapsedNanoseconds =
            earlier.elapsed + ProcessorClock.since(start.elapsed, now: ProcessorClock.monotonic())
        let total = earlier.processor + ProcessorClock.since(start.processor, now: ProcessorClock.process)
        var count = statistics.stages[stage] ?? RunStatistics.StageCount()
        let others = statistics.processorNanoseconds - count.nanoseconds
        count.nanoseconds = max(total, others) - others
        statistics.stages[stage] = count
    }
}
