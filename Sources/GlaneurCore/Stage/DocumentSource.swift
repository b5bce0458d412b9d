/// Where documents come from: read one after the other, on one task.
///
/// A document that cannot be read is handed on as its failure and reading goes on behind it.
public protocol DocumentSource {
    /// Returns the next document or why it could not be read; nothing at the end.
    mutating func next() -> Result<Document, StageFailure>?
}
