import Glaneur
import GlaneurCore
import GlaneurCorpus
import GlaneurLexicon
import GlaneurReaders
import GlaneurWriters

/// How the program ends when it does not end well, after sysexits(3) and the output schema.
struct Exit: Error {
    /// The exit status.
    let status: Int32
    /// What stands on standard error; nothing where there is nothing to complain about.
    let message: String?

    /// Makes an exit.
    init(_ status: Int32, _ message: String? = nil) {
        self.status = status
        self.message = message
    }

    /// Nothing was found of what was asked for.
    static let unknown: Int32 = 1
    /// With `--strict`, some documents were given up.
    static let quarantined: Int32 = 3
    /// The command line is wrong.
    static let usage: Int32 = 64
    /// A configuration or lexicon is wrong.
    static let configuration: Int32 = 65
    /// There is no input.
    static let noInput: Int32 = 66
    /// Our own bug.
    static let software: Int32 = 70
    /// The output cannot be written.
    static let output: Int32 = 74

    /// Tells what an error of the library means for the exit status; nothing for an error of the command line.
    init?(describing error: any Error) {
        switch error {
        case let error as LexiconError: self.init(Exit.configuration, error.description)
        case let error as InputError:
            self.init(error.reason == .usage ? Exit.usage : Exit.noInput, error.description)
        case OutputFailure.closedPipe: self.init(0)
        case let error as OutputFailure: self.init(Exit.output, error.description)
        case let error as RunRefusal: self.init(Exit.configuration, error.description)
        case let error as ScratchFailure: self.init(Exit.output, error.description)
        case let error as MergeRefusal: self.init(Exit.configuration, error.description)
        case let error as RunReport.Imbalance: self.init(Exit.software, error.description)
        case let error as StageFailure:
            self.init(error.code == .missingLayer ? Exit.usage : Exit.configuration, error.description)
        default: return nil
        }
    }
}
