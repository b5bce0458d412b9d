import ArgumentParser
import Glaneur
import Logging

#if canImport(Glibc)
    import Glibc
#endif

/// The program `glaneur`: thin commands over the library.
@main
struct GlaneurCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "glaneur",
        abstract: "Gleans who, where, what and how much from French and English text.",
        discussion: """
            Reads a folder of articles and writes one annotated JSON line a document: names, money, quantities and dates, \
            each with the bytes of your own file it stands on.
            """,
        version: Version.tool,
        subcommands: [
            AnnotateCommand.self, StageCommand.self, ShowCommand.self, ExplainCommand.self, UnifyCommand.self,
            MergeCommand.self, EntitiesCommand.self, MoneyCommand.self, StatsCommand.self, SchemaCommand.self,
            LexiconCommand.self,
            DoctorCommand.self,
            TrainCommand.self, EvaluateCommand.self,
        ])

    /// Parses the command line and runs it; every error becomes a message on standard error and an exit status.
    static func main() async {
        // A reader that leaves (`| head`) is seen as a failed write, not as the death of the program.
        signal(SIGPIPE, SIG_IGN)
        // A limit on the size of files is seen in the same way.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Exit {
            end(failure)
        } catch {
            if let failure = Exit(describing: error) { end(failure) }
            exit(withError: error)
        }
    }

    /// Says why the program ends, and ends it.
    private static func end(_ failure: Exit) -> Never {
        if let message = failure.message {
            Log.logger.error("\(message)", metadata: ["status": .stringConvertible(Int(failure.status))])
        }
        exit(withError: ExitCode(failure.status))
    }
}
