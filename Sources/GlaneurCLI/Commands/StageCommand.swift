import ArgumentParser
import Glaneur
import GlaneurWriters

/// `glaneur stage`: one stage alone.
struct StageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stage",
        abstract: "Runs one stage alone, stage lines in and out.",
        discussion: """
            `glaneur stage read seeds | glaneur stage decode - | …` gives, with all stages in their order, byte for byte what \
            `glaneur annotate seeds` gives. A path that holds no stage lines goes through the stages before first, so that \
            `glaneur stage extract page.html` prints what was found, and under `work` why: what spoke for the charset, and \
            for the class and kind of each block.
            """)

    @Argument(help: "The stage; --list shows them all.")
    var name: String?

    @Argument(help: "Files of stage lines, or - for standard input; or files and folders of any other kind.")
    var paths: [String] = ["-"]

    @Flag(help: "List the stages, what each needs and what it gives.")
    var list = false

    @Option(name: .shortAndLong, help: "A file, or - for standard output.")
    var output = "-"

    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var lineOptions: LineOptions

    func validate() throws {
        if name == nil, !list { throw ValidationError("name a stage, or ask for --list") }
    }

    func run() async throws {
        let pipeline = try pipelineOptions.pipeline(output: lineOptions.writerOptions, allLayers: true)
        guard let name, !list else {
            for entry in StageCatalog.entries(of: pipeline) {
                print(entry.name.rawValue.padded(to: 10), entry.summary)
                print(String(repeating: " ", count: 10), "needs:", StageCommand.listed(entry.needs))
                print(String(repeating: " ", count: 10), "gives:", StageCommand.listed(entry.gives))
            }
            return
        }
        let stage: StageRun
        do {
            stage = try StageRun(name, pipeline: pipeline)
        } catch {
            throw Exit(Exit.usage, "\(error)")
        }
        let file = output == "-" ? OutputFile.standardOutput() : try OutputFile(path: output)
        var misplaced = false
        let failures = try stage.run(paths: paths, output: file) { failure in
            misplaced = misplaced || failure.code == .missingLayer
            StandardError.write("glaneur: \(failure)\n")
        }
        // Every line lacks the layer: the stage was called in the wrong place.
        if failures > 0, misplaced { throw Exit(Exit.usage) }
    }

    private static func listed(_ names: [String]) -> String { names.isEmpty ? "–" : names.joined(separator: ", ") }
}

extension String {
    /// The string with spaces behind it up to a width.
    func padded(to width: Int) -> String {
        count >= width ? self : self + String(repeating: " ", count: width - count)
    }
}
