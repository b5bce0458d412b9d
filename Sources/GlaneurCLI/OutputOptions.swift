import ArgumentParser
import Glaneur
import GlaneurWriters

/// How the document lines of a run are laid down.
struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The bytes of lines, before compression, at which a part of an output folder is complete.",
            valueName: "size"))
    var partSize = MemorySize(bytes: PartSeries.Layout.defaultPartSize)

    @Option(help: "How the parts of an output folder are compressed; a file is as its name says, out.jsonl.gz or .zst.")
    var compress = OutputCompression.none

    @Option(
        help: ArgumentHelp(
            "The bytes of lines after which a run in a folder makes sure that it can go on from there.",
            valueName: "size"))
    var checkpointEvery = MemorySize(bytes: PartSeries.Layout.defaultMarkInterval)

    @Flag(help: "Go on with the run that was stopped in the output folder; begin where there is none.")
    var resume = false

    @Flag(help: "Overwrite a run in the output folder that was not finished.")
    var restart = false

    func validate() throws {
        if resume, restart { throw ValidationError("--resume goes on with a run, --restart overwrites it") }
    }

    /// What is done with an unfinished run in the folder.
    func start(in plan: OutputPlan) throws -> RunStart {
        guard resume, plan.folder == nil else { return resume ? .resumes : restart ? .restarts : .begins }
        throw Exit(Exit.usage, "--resume goes on in a folder: give one with -o")
    }

    /// The layout as the library takes it.
    var layout: PartSeries.Layout {
        PartSeries.Layout(
            partSize: partSize.bytes, markInterval: checkpointEvery.bytes, compression: compress)
    }
}

extension OutputCompression: ExpressibleByArgument {}
