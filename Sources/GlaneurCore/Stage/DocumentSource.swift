/// Where documents come from: read one after the other, on one task.
///
/// A document that cannot be read is handed on as its failure and reading goes on behind it.
public protocol DocumentSource {
    /// Returns the next document or why it could not be read; nothing at the end.
    mutating func next() -> Result<Document, StageFailure>?
    /// Whether the next document, or the end, comes without waiting for somebody else to say it.
    ///
    /// Where it does not, what was read before is worked on and written first.
    var isReady: Bool { mutating get }
}

extension DocumentSource {
    /// Nobody is waited for, where a source says nothing else.
    public var isReady: Bool { true }
}
