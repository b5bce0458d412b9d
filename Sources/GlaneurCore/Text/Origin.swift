/// The way from a text back to the bytes on disk: alignments laid one behind the other.
///
/// Decoding, repair, extraction and JSON escapes each add one step; a plain UTF-8 file has none. A span of the text is
/// carried through the steps from the text outward.
public struct Origin: Sendable, Equatable {
    /// The steps, the one nearest the text first.
    ///
    /// Each maps the text of its place to that of the next.
    public private(set) var steps: [Alignment]

    /// Makes the origin of a text that is the raw bytes themselves.
    public init(steps: [Alignment] = []) {
        self.steps = steps
    }

    /// Puts a further step between the text and what it was until now, unless it changes nothing.
    public mutating func prepend(_ step: Alignment) {
        guard !step.isIdentity else { return }
        steps.insert(step, at: 0)
    }

    /// Returns the raw bytes that `span` of the text stands on.
    public func rawSpan(of span: ByteSpan) -> ByteSpan {
        var span = span
        for step in steps { span = step.sourceSpan(of: span) }
        return span
    }
}
