import ArgumentParser
import Glaneur
import GlaneurReaders

/// Which documents of a file a command is about.
struct DocumentChoice: ParsableArguments {
    @Argument(help: "A file, or - for standard input.")
    var file: String

    @Option(help: ArgumentHelp("Of a file with several documents, the one with this number from 1.", valueName: "n"))
    var record: Int?

    func validate() throws {
        if let record, record < 1 { throw ValidationError("--record counts from 1, not \(record)") }
    }

    /// Calls `body` with each chosen document, or with why it could not be read.
    func forEach(
        limits: ReadLimits = .standard, _ body: (Result<Document, StageFailure>) throws -> Void
    ) throws {
        var reader = try InputReader(paths: [file], limits: limits)
        var number = 0
        while let document = reader.next() {
            number += 1
            guard let record else {
                try body(document)
                continue
            }
            if number == record { return try body(document) }
        }
        if let record { throw DocumentChoice.missing(record, of: number, in: file) }
    }

    /// Returns the one document that is chosen; a file with several needs a `--record`.
    func single(limits: ReadLimits = .standard) throws -> Document {
        var reader = try InputReader(paths: [file], limits: limits)
        var documents: [Result<Document, StageFailure>] = []
        while documents.count < (record ?? 2), let document = reader.next() { documents.append(document) }
        if record == nil, documents.count > 1 {
            throw Exit(Exit.usage, "\(file): several documents; choose one with --record")
        }
        guard let document = documents.last, documents.count >= record ?? 1 else {
            throw DocumentChoice.missing(record ?? 1, of: documents.count, in: file)
        }
        do {
            return try document.get()
        } catch {
            throw Exit(Exit.noInput, error.description)
        }
    }

    private static func missing(_ record: Int, of count: Int, in file: String) -> Exit {
        guard count > 0 else { return Exit(Exit.noInput, "\(file): no document") }
        return Exit(Exit.usage, "\(file): no record \(record); the last is \(count)")
    }
}
