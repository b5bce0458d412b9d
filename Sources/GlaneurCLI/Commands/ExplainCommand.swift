import ArgumentParser
import Glaneur
import GlaneurWriters

/// `glaneur explain`: what stands at a place of a document, and why.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tells what stands at an offset of a document: token, mention, lexicon rows, candidates that lost.",
        discussion: "Offsets are those of `glaneur annotate`: code points of the text unless --offsets says otherwise.")

    @OptionGroup var choice: DocumentChoice

    @Option(help: ArgumentHelp("The offset in the text, from 0.", valueName: "offset"))
    var at: Int

    @Option(help: "What offsets count.")
    var offsets: OffsetUnit = .codePoint

    @Flag(help: "Write one JSON line.")
    var json = false

    @OptionGroup var pipelineOptions: PipelineOptions

    func run() throws {
        let pipeline = try pipelineOptions.pipeline()
        let read = try choice.single(limits: pipelineOptions.readLimits)
        let document: Document
        do throws(StageFailure) {
            document = try pipeline.annotate(read)
        } catch {
            throw Exit(Exit.noInput, error.description)
        }
        let explanation: Explanation
        do throws(OffsetOutOfRange) {
            explanation = try pipeline.explain(document, at: at, unit: offsets)
        } catch {
            throw Exit(Exit.usage, "\(document.id): \(error)")
        }
        var output = OutputFile.standardOutput()
        try output.write(json ? explanation.json : Array((explanation.lines.joined(separator: "\n") + "\n").utf8))
        try output.finish()
    }
}
