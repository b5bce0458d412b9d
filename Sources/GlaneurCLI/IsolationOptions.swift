import ArgumentParser
import Glaneur

/// Whether documents are worked on in processes of their own.
struct IsolationOptions: ParsableArguments {
    @Flag(
        help: """
            Work in helper processes: a document that makes one crash is given up (code crashed), and no other document is lost. \
            It never changes the output, and takes more time.
            """)
    var isolate = false

    /// The pipeline as the run uses it.
    func applied(to pipeline: Pipeline) throws -> Pipeline {
        guard isolate else { return pipeline }
        let words = CommandLine.arguments.drop { $0 != "annotate" }.dropFirst()
        return try pipeline.isolated(in: HelperPool(arguments: ["helper"] + words))
    }
}
