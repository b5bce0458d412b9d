/// Why a stage gave a document up.
///
/// The document goes to `errors.jsonl`; the run goes on.
public struct StageFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// A reason that programs can tell apart.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// The value as it is stored.
        public let rawValue: String

        /// Makes a code from the word that stands in `errors.jsonl`.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The file cannot be opened or read.
        public static let unreadable = Code(rawValue: "unreadable")
        /// There is no text.
        public static let empty = Code(rawValue: "empty")
        /// The bytes are no text.
        public static let binary = Code(rawValue: "binary")
        /// No charset fits.
        public static let undecodable = Code(rawValue: "undecodable")
        /// The document is beyond the limits.
        public static let tooLarge = Code(rawValue: "too-large")
        /// A stage takes too long.
        public static let deadline = Code(rawValue: "deadline")
        /// Compressed data, an archive or a record is cut off or does not fit together.
        public static let damaged = Code(rawValue: "damaged")
        /// A member of an archive is locked with a password.
        public static let encrypted = Code(rawValue: "encrypted")
        /// Compressed data grow beyond all measure.
        public static let bomb = Code(rawValue: "bomb")
        /// The format is known and is not read.
        public static let unsupported = Code(rawValue: "unsupported")
        /// A line is no record.
        public static let badRecord = Code(rawValue: "bad-record")
        /// Another document has the id.
        public static let duplicateID = Code(rawValue: "duplicate-id")
        /// A stage was run before the one it needs.
        public static let missingLayer = Code(rawValue: "missing-layer")
        /// A line is not what its schema says.
        public static let malformed = Code(rawValue: "malformed")
    }

    /// What there is to say, behind one reference: listings hold room for a failure of each of very many files.
    private final class Account: Sendable {
        let code: Code
        let stage: StageName
        let document: String?
        let message: String
        let span: ByteSpan?
        let provenance: Provenance?

        init(
            _ code: Code, _ stage: StageName, _ document: String?, _ message: String, _ span: ByteSpan?,
            _ provenance: Provenance?
        ) {
            self.code = code
            self.stage = stage
            self.document = document
            self.message = message
            self.span = span
            self.provenance = provenance
        }
    }

    private let account: Account

    /// The reason.
    public var code: Code { account.code }
    /// The stage that gave up.
    public var stage: StageName { account.stage }
    /// The document, where it is known.
    public var document: String? { account.document }
    /// What was met and what was expected, in lower case, with the path and the offset where there are some.
    public var message: String { account.message }
    /// The bytes of the raw file it is about.
    public var span: ByteSpan? { account.span }
    /// Where the bytes come from, where they were seen and no document was made of them.
    package var provenance: Provenance? { account.provenance }

    /// Makes a failure.
    public init(_ code: Code, stage: StageName, document: String?, message: String, span: ByteSpan? = nil) {
        account = Account(code, stage, document, message, span, nil)
    }

    /// Makes a failure that knows where the bytes come from of which no document was made.
    package init(_ failure: StageFailure, provenance: Provenance) {
        account = Account(
            failure.code, failure.stage, failure.document, failure.message, failure.span, provenance)
    }

    /// The form in messages.
    public var description: String {
        let place = document.map { "\($0): " } ?? ""
        return "\(place)\(stage): \(message)"
    }

    /// Whether two failures say the same.
    public static func == (left: StageFailure, right: StageFailure) -> Bool {
        left.account === right.account
            || left.code == right.code && left.stage == right.stage && left.document == right.document
                && left.message == right.message && left.span == right.span && left.provenance == right.provenance
    }
}
