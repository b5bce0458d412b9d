import ArgumentParser
import Glaneur
import GlaneurPipeline

/// How much memory and time `annotate` may take, in all and for one document.
struct LimitOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The memory of the whole run at its peak, such as 512M or 2G. It never changes the output.",
            valueName: "size"))
    var memory = MemorySize(bytes: MemoryBudget.standard.bytes)

    @Option(
        help: ArgumentHelp("The largest document in bytes, as it is read; larger ones are given up.", valueName: "size")
    )
    var maxDocument: MemorySize?

    @Option(
        help: ArgumentHelp(
            "The processor time that a document may take until it is given up.", valueName: "seconds"))
    var deadline = Configuration.standardDocumentSeconds

    /// Sets the limits of documents.
    func apply(to configuration: inout Configuration) {
        configuration.documentBytes = maxDocument?.bytes
        configuration.documentSeconds = deadline
    }

    /// The budget that is shared out.
    var budget: MemoryBudget { MemoryBudget(bytes: memory.bytes) }

    func validate() throws {
        guard memory.bytes >= MemoryBudget.least else {
            throw ValidationError(
                "--memory takes \(MemoryBudget.least >> 20)M or more: the lexicons alone are half of it")
        }
        guard deadline > 0, deadline <= 86_400 else { throw ValidationError("--deadline takes seconds, up to a day") }
    }
}
