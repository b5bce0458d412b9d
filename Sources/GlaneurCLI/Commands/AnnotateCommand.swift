import ArgumentParser
import Glaneur
import GlaneurReaders
import GlaneurWriters

#if canImport(Glibc)
    import Glibc
#endif

/// `glaneur annotate`: a folder in, JSON lines out.
struct AnnotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Annotates files and folders, one JSON line a document.",
        discussion: """
            With -o FILE the entities of the corpus go to FILE.entities.jsonl, duplicate documents to FILE.duplicates.jsonl, \
            given-up documents to FILE.errors.jsonl and the report to FILE.run.json; with -o FOLDER all of them go there.
            """)

    /// Who progress is shown to.
    enum ProgressForm: String, ExpressibleByArgument, CaseIterable {
        case auto, json, none
    }

    @Argument(help: "Files, folders, or - for standard input.")
    var paths: [String]

    @Option(name: .shortAndLong, help: "A file, a folder, or - for standard output.")
    var output = "-"

    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var lineOptions: LineOptions
    @OptionGroup var shardOptions: ShardOptions
    @OptionGroup var outputOptions: OutputOptions
    @OptionGroup var streamOptions: StreamOptions
    @OptionGroup var limitOptions: LimitOptions
    @OptionGroup var isolationOptions: IsolationOptions

    @Option(name: [.customShort("j"), .long], help: "How many tasks work at once. It never changes the output.")
    var jobs: Int?

    @Flag(inversion: .prefixedNo, help: "Write the entities of the corpus at the end.")
    var unify = true

    @Flag(inversion: .prefixedNo, help: "Look for duplicate documents at the end.")
    var duplicates = true

    @Flag(help: "Exit with status 3 when a document was given up.")
    var strict = false

    @Option(help: "How progress is shown on standard error.")
    var progress = ProgressForm.auto

    @Option(help: "Where the run report goes, if not beside the output.")
    var report: String?

    @OptionGroup var logOptions: LogOptions
    @OptionGroup var metricsOptions: MetricsOptions

    func validate() throws {
        if let jobs, jobs < 1 || jobs > 256 { throw ValidationError("-j takes 1 to 256, not \(jobs)") }
        try streamOptions.check(paths)
        if streamOptions.stream, shardOptions.choice != nil {
            throw ValidationError("--stream answers every line, and --shard leaves some out")
        }
    }

    func run() async throws {
        logOptions.start()
        let pipeline = try isolationOptions.applied(to: pipeline())
        let tasks = jobs ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        let interrupt = Interrupt()
        let signals = await interrupt.listen()
        defer { for signal in signals { signal.cancel() } }
        if streamOptions.stream {
            let outcome = try await streamOptions.answer(
                with: pipeline, tasks: tasks, memory: limitOptions.budget, output: output, report: report,
                metrics: metricsOptions, interrupt: interrupt)
            return try finish(outcome, interrupt)
        }
        let shard = try shardOptions.shard
        let reader = try InputReader(
            paths: paths, limits: pipeline.configuration.readLimits, shard: shard ?? .whole)
        let plan = try OutputPlan(output: output, report: report, layout: outputOptions.layout)
        let run = AnnotationRun(
            pipeline: pipeline, plan: plan, tasks: tasks, unifies: unify && shard == nil, findsDuplicates: duplicates,
            memory: limitOptions.budget, start: try outputOptions.start(in: plan), isShard: shard != nil)
        let goesOn = plan.folder != nil && reader.listing.isRepeatable
        let listeners = RunListeners(
            [RunLog(), ProgressLine(form: progress)] + (try metricsOptions.listeners(of: run)))
        let work = Task { () throws -> AnnotationRun.Outcome in
            var listeners = listeners
            let outcome = try await run.run(reader) { failure in
                listeners.documentGivenUp(failure)
            } progress: { progress in
                listeners.advanced(to: progress)
            }
            listeners.ended(outcome)
            return outcome
        }
        interrupt.cancels(work)
        try finish(await work.value, interrupt, goesOn: goesOn)
    }

    /// Opens the pipeline that the options ask for.
    func pipeline() throws -> Pipeline {
        try pipelineOptions.pipeline(output: lineOptions.writerOptions, limits: limitOptions)
    }

    /// Ends with the exit status that an outcome has.
    private func finish(_ outcome: AnnotationRun.Outcome, _ interrupt: Interrupt, goesOn: Bool = false) throws {
        guard outcome.isComplete else {
            let advice = goesOn ? "; --resume goes on from there" : ""
            throw Exit(interrupt.status, "stopped; the output holds what was finished" + advice)
        }
        if strict, outcome.statistics.documentsQuarantined > 0 { throw Exit(Exit.quarantined) }
    }
}
