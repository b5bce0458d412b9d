import Glibc

/// CPU seconds and how they are taken.
package enum Measurement {
    /// How often everything is measured; the first round fills the caches and is dropped.
    package static let rounds = 6

    /// The CPU seconds of this process so far.
    package static var cpuSeconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The most memory this process has held so far, in bytes.
    package static var peakBytes: Int {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024
    }

    /// The CPU seconds of one call.
    package static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let start = cpuSeconds
        try body()
        return cpuSeconds - start
    }

    /// The median of some figures.
    package static func median(_ figures: [Double]) -> Double {
        let sorted = figures.sorted()
        guard !sorted.isEmpty else { return .nan }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
