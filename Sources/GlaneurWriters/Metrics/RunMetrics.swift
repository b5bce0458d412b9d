package import GlaneurCore

/// What `--metrics` tells of a run at one moment.
package struct RunMetrics: Sendable {
    /// What the process takes.
    package struct Process: Sendable {
        /// The nanoseconds of CPU time, of all threads.
        package var cpuNanoseconds: UInt64 = 0
        /// The memory held now, in bytes.
        package var residentBytes = 0
        /// The most memory held so far, in bytes.
        package var peakResidentBytes = 0

        /// Makes figures of nothing.
        package init() {}
    }

    /// How much of something there is, and how much there may be.
    package struct Level: Sendable {
        /// What is taken.
        package var taken: Int
        /// What there is at most.
        package var limit: Int

        /// Makes a level.
        package init(taken: Int, limit: Int) {
            self.taken = taken
            self.limit = limit
        }
    }

    /// What made the lines.
    package var run: RunIdentity
    /// What was counted.
    package var statistics = RunStatistics()
    /// The bytes of input files read so far, and all of them; the limit is 0 where a stream is read.
    package var input = Level(taken: 0, limit: 0)
    /// The documents held between reading and writing.
    package var windowDocuments = Level(taken: 0, limit: 0)
    /// The bytes they count for.
    package var windowBytes = Level(taken: 0, limit: 0)
    /// The batches that may be in work at once.
    package var tasks = 1
    /// The nanoseconds since the run began.
    package var elapsedNanoseconds: UInt64 = 0
    /// What the process takes.
    package var process = Process()
    /// Whether all input was read and written.
    package var isComplete = false
    /// The entities of the corpus, where they are written.
    package var entities: Int?

    /// Makes the measurements of a run before its first document.
    package init(run: RunIdentity) { self.run = run }

    /// Returns the measurements as OpenMetrics text; rows that come from tables are sorted.
    package func text() -> [UInt8] {
        var text = MetricsText()
        text.add(
            "glaneur_build", .info, help: "What makes the lines.",
            [
                .init(
                    1, ("tool", run.tool), ("resources", run.resources), ("config", run.configuration),
                    ("icu", run.icu))
            ])
        addCounts(to: &text)
        addStages(to: &text)
        addWindow(to: &text)
        text.add(
            "glaneur_run_seconds", .gauge, unit: "seconds", help: "Time since the run began.",
            [.init(nanoseconds: elapsedNanoseconds)])
        text.add(
            "glaneur_run_complete", .gauge, help: "1 when all input is read and written.", [.init(isComplete ? 1 : 0)])
        text.add(
            "glaneur_entities", .gauge, help: "Entities of the corpus, when they are written.",
            entities.map { [.init($0)] } ?? [])
        text.add(
            "process_cpu_seconds", .counter, unit: "seconds", help: "CPU time of all threads, user and system.",
            [.init(nanoseconds: process.cpuNanoseconds)])
        text.add(
            "process_resident_memory_bytes", .gauge, unit: "bytes", help: "Memory held.",
            [.init(process.residentBytes)])
        text.add(
            "process_peak_resident_memory_bytes", .gauge, unit: "bytes", help: "The most memory held so far.",
            [.init(process.peakResidentBytes)])
        return text.finish()
    }

    private func addCounts(to text: inout MetricsText) {
        text.add(
            "glaneur_documents", .counter, help: "Documents written and given up.",
            [
                .init(statistics.documentsOut, ("result", "written")),
                .init(statistics.documentsQuarantined, ("result", "quarantined")),
            ])
        text.add(
            "glaneur_failures", .counter, help: "Documents given up, by reason.",
            statistics.failures.sorted { $0.key.rawValue < $1.key.rawValue }
                .map { .init($0.value, ("code", $0.key.rawValue)) })
        text.add(
            "glaneur_read_bytes", .counter, unit: "bytes", help: "Bytes of the input as it lies on disk.",
            [.init(input.taken)])
        text.add(
            "glaneur_input_size_bytes", .gauge, unit: "bytes", help: "Bytes of all input; nothing for a stream.",
            input.limit > 0 ? [.init(input.limit)] : [])
        text.add(
            "glaneur_document_bytes", .counter, unit: "bytes", help: "Raw bytes of the documents that are done.",
            [.init(statistics.bytesIn)])
        text.add(
            "glaneur_output_bytes", .counter, unit: "bytes", help: "Bytes of document lines written.",
            [.init(statistics.bytesOut)])
        text.add(
            "glaneur_mentions", .counter, help: "Mentions written, by label.",
            Label.allCases.compactMap { label in
                statistics.labels[label].map { .init($0, ("label", label.rawValue)) }
            })
    }

    private func addStages(to text: inout MetricsText) {
        let stages = statistics.stagesInOrder
        text.add(
            "glaneur_stage_documents", .counter, help: "Documents that came to a stage.",
            stages.map { .init($0.count.documents, ("stage", $0.name.rawValue)) })
        text.add(
            "glaneur_stage_bytes", .counter, unit: "bytes", help: "Raw bytes of those documents.",
            stages.map { .init($0.count.bytes, ("stage", $0.name.rawValue)) })
        text.add(
            "glaneur_stage_failures", .counter, help: "Documents that a stage gave up.",
            stages.map { .init($0.count.failures, ("stage", $0.name.rawValue)) })
        text.add(
            "glaneur_stage_seconds", .counter, unit: "seconds",
            help: "Processor time in a stage, added over all tasks.",
            stages.map { .init(nanoseconds: $0.count.nanoseconds, ("stage", $0.name.rawValue)) })
    }

    private func addWindow(to text: inout MetricsText) {
        text.add("glaneur_tasks", .gauge, help: "Batches of documents in work at once, at most.", [.init(tasks)])
        text.add(
            "glaneur_window_documents", .gauge, help: "Documents read and not yet written.",
            [.init(windowDocuments.taken)])
        text.add(
            "glaneur_window_limit_documents", .gauge, help: "Documents read and not yet written, at most.",
            [.init(windowDocuments.limit)])
        text.add(
            "glaneur_window_bytes", .gauge, unit: "bytes", help: "Memory that the documents of the window count for.",
            [.init(windowBytes.taken)])
        text.add(
            "glaneur_window_limit_bytes", .gauge, unit: "bytes", help: "Memory of the window, at most.",
            [.init(windowBytes.limit)])
    }
}
