import ArgumentParser
import Glaneur
import GlaneurWriters

/// `glaneur show`: documents for people.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows a document with its names, amounts and dates marked in the text.",
        discussion: """
            Colours are used on a terminal unless $NO_COLOR is set; without them a mention looks like [xAI ORG]. \
            --stage shows the document as one stage leaves it: decode, extract, normalize, language, segment, recognize, \
            resolve or relate, which lists quotations and events below their paragraph.
            """)

    /// When escape sequences are written.
    enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
        case auto, always, never
    }

    @OptionGroup var choice: DocumentChoice

    @Option(help: ArgumentHelp("The stage after which the document is shown.", valueName: "name"))
    var stage = StageName.resolve.rawValue

    @Flag(help: "Mark the ends of tokens.")
    var tokens = false

    @Flag(help: "Mark the starts of sentences.")
    var sentences = false

    @Option(help: ArgumentHelp("The columns to fill; those of the terminal without it.", valueName: "n"))
    var width: Int?

    @Option(help: "When to use colours.")
    var color = ColorChoice.auto

    @OptionGroup var pipelineOptions: PipelineOptions

    func validate() throws {
        if let width, width < 1 || width > 10_000 { throw ValidationError("--width takes 1 to 10000, not \(width)") }
    }

    func run() throws {
        let pipeline = try pipelineOptions.pipeline()
        let last: StageName
        do throws(StageFailure) {
            last = try pipeline.stage(named: stage)
        } catch {
            throw Exit(Exit.usage, error.description)
        }
        let view = DocumentView(options: options(for: last))
        var output = OutputFile.standardOutput()
        var shown = 0
        var failures = 0
        try choice.forEach(limits: pipelineOptions.readLimits) { document in
            switch ShowCommand.annotated(document, with: pipeline, through: last) {
            case .failure(let failure):
                failures += 1
                StandardError.write("glaneur: \(failure)\n")
            case .success(let document):
                let rule = shown == 0 ? [] : ["", String(repeating: "─", count: view.options.width), ""]
                shown += 1
                for line in rule + view.lines(of: document) { try output.write(Array((line + "\n").utf8)) }
                // A person reads the first document while the next is in work.
                try output.flush()
            }
        }
        try output.finish()
        if shown == 0 { throw failures == 0 ? Exit(Exit.noInput, "\(choice.file): no document") : Exit(Exit.noInput) }
    }

    private static func annotated(
        _ document: Result<Document, StageFailure>, with pipeline: Pipeline, through last: StageName
    ) -> Result<Document, StageFailure> {
        do throws(StageFailure) {
            return .success(try pipeline.annotate(document.get(), through: last))
        } catch {
            return .failure(error)
        }
    }

    private func options(for stage: StageName) -> DocumentView.Options {
        let usesColor =
            switch color {
            case .auto: StandardOutput.welcomesColor
            case .always: true
            case .never: false
            }
        return DocumentView.Options(
            width: width ?? StandardOutput.width, usesColor: usesColor, showsTokens: tokens, showsSentences: sentences,
            stage: stage)
    }
}
