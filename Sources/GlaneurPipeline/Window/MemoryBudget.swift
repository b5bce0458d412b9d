/// How the memory of a run is shared out.
///
/// It is the peak of the whole program, which no part of it knows: so each part is given its share. It never changes the output.
package struct MemoryBudget: Sendable, Equatable {
    /// What is there before the first document: 50 MB of program, lexicons and models, mapped, and 10 MB of heap.
    package static let fixed = 64 << 20
    /// The least that a run can do with.
    package static let least = 80 << 20
    /// What is taken where nothing is said: 120 MiB, which are less than 128 MB.
    package static let standard = MemoryBudget(bytes: 120 << 20)

    /// The bytes of the whole program at its peak.
    package let bytes: Int

    /// Makes a budget; less than ``least`` counts as that.
    package init(bytes: Int) { self.bytes = max(MemoryBudget.least, bytes) }

    /// What documents and the corpus may take.
    private var free: Int { bytes - MemoryBudget.fixed }

    /// The bounds of documents in work and of lines that wait.
    ///
    /// Allocators give back late and growing arrays are there twice, so a third stays free.
    ///
    /// - Parameter tasks: how many batches are in work at once: each must find room.
    package func window(tasks: Int) -> WindowLimits {
        var limits = WindowLimits(bytes: free / 3 * 2)
        let share = limits.bytes / (max(1, tasks) + 2) / limits.expansion
        limits.batchBytes = min(limits.batchBytes, max(1 << 10, share))
        return limits
    }

    /// What the corpus step may take, which runs when no document is in work.
    package var corpus: Int { free / 4 * 3 }
}
