import ArgumentParser
import Glaneur

/// `glaneur helper`: what `annotate --isolate` starts; nobody types it.
struct HelperCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "helper", abstract: "Works on documents for annotate --isolate.", shouldDisplay: false)

    @Argument(parsing: .captureForPassthrough, help: "The words behind `annotate`.")
    var words: [String] = []

    func run() throws {
        // Read as the run reads them, so that both have one configuration whatever options there are.
        HelperLoop(pipeline: try AnnotateCommand.parse(words).pipeline()).run()
    }
}
