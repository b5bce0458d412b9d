/// The name of a stage, as users type it.
public struct StageName: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// The value as it is stored.
    public let rawValue: String

    /// Makes a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Finds files and records.
    public static let read = StageName(rawValue: "read")
    /// Makes valid UTF-8.
    public static let decode = StageName(rawValue: "decode")
    /// Makes text and blocks.
    public static let extract = StageName(rawValue: "extract")
    /// Lays the normalised view.
    public static let normalize = StageName(rawValue: "normalize")
    /// Tells languages.
    public static let language = StageName(rawValue: "language")
    /// Cuts sentences and tokens.
    public static let segment = StageName(rawValue: "segment")
    /// Proposes mentions.
    public static let recognize = StageName(rawValue: "recognize")
    /// Settles mentions.
    public static let resolve = StageName(rawValue: "resolve")
    /// Says who speaks and what happens.
    public static let relate = StageName(rawValue: "relate")
    /// Writes document lines.
    public static let write = StageName(rawValue: "write")
    /// Joins entities of a corpus.
    public static let unify = StageName(rawValue: "unify")

    /// The form in messages.
    public var description: String { rawValue }

    /// The names in the order in which documents meet the stages; those that are not of this package stand before the writing.
    package var place: String {
        let known: [StageName] = [
            .read, .decode, .extract, .normalize, .language, .segment, .recognize, .resolve, .relate,
        ]
        if let place = known.firstIndex(of: self) { return "0\(place)" }
        let last: [StageName] = [.write, .unify]
        return last.firstIndex(of: self).map { "2\($0)" } ?? "1\(rawValue)"
    }
}

/// One step of the pipeline: a pure function of one document, without shared state.
///
/// A stage may rely on the layers it needs and must make the layers it gives. It never changes the text or a span of an
/// earlier layer. To add one, copy `Snippets/NewStage.swift`.
public protocol Stage: Sendable {
    /// The name users type.
    var name: StageName { get }
    /// The layers a document must have.
    var needs: Layers { get }
    /// The layers a document has afterwards.
    var gives: Layers { get }
    /// Adds the layers this stage gives.
    func process(_ document: inout Document) throws(StageFailure)
}

extension Stage {
    /// Runs the stage on a document after checking that its needs are met.
    public func run(on document: inout Document) throws(StageFailure) {
        let missing = needs.subtracting(document.layers)
        guard missing.isEmpty else {
            throw StageFailure(
                .missingLayer, stage: name, document: document.id,
                message: "needs \(missing.names.joined(separator: ", ")); \(StageChain.maker(of: missing)) first")
        }
        try process(&document)
        try document.deadline.check(name, document: document.id)
        document.layers.formUnion(gives)
    }
}
