/// Why a stage gave a document up. The document goes to `errors.jsonl`; the run goes on.
public struct StageFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// A reason that programs can tell apart.
    public struct Code: RawRepresentable, Sendable, Hashable {
        public let rawValue: String

        /// Makes a code from the word that stands in `errors.jsonl`.
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let unreadable = Code(rawValue: "unreadable")
        public static let empty = Code(rawValue: "empty")
        public static let binary = Code(rawValue: "binary")
        public static let undecodable = Code(rawValue: "undecodable")
        public static let tooLarge = Code(rawValue: "too-large")
        public static let badRecord = Code(rawValue: "bad-record")
        public static let duplicateID = Code(rawValue: "duplicate-id")
        public static let missingLayer = Code(rawValue: "missing-layer")
        public static let malformed = Code(rawValue: "malformed")
    }

    /// The reason.
    public let code: Code
    /// The stage that gave up.
    public let stage: StageName
    /// The document, where it is known.
    public let document: String?
    /// What was met and what was expected, in lower case, with the path and the offset where there are some.
    public let message: String
    /// The bytes of the raw file it is about.
    public let span: ByteSpan?

    /// Makes a failure.
    public init(_ code: Code, stage: StageName, document: String?, message: String, span: ByteSpan? = nil) {
        self.code = code
        self.stage = stage
        self.document = document
        self.message = message
        self.span = span
    }

    public var description: String {
        let place = document.map { "\($0): " } ?? ""
        return "\(place)\(stage): \(message)"
    }
}
