public import GlaneurCore

/// Makes text of bytes: finds their charset and turns them into UTF-8, every character with the bytes it stands on.
///
/// Bytes that are UTF-8 already, as nearly all are, become the text without being copied.
public struct DecodeStage: Stage {
    /// `decode`.
    public let name = StageName.decode
    /// Undecoded bytes.
    public let needs: Layers = .bytes
    /// Decoded text.
    public let gives: Layers = .decoded

    /// The label of the charset that all documents are taken for, whatever they say of themselves.
    public let forcedCharset: String?

    /// Makes the stage; `forcedCharset` takes every label that browsers know: `latin1`, `windows-1252`, `utf-8`.
    public init(forcedCharset: String? = nil) {
        self.forcedCharset = forcedCharset
    }

    /// Tells whether there is a charset of this label.
    public static func knowsCharset(_ label: String) -> Bool { Charset(label: label) != nil }

    /// Sets text, charset and origin, and drops the bytes.
    public func process(_ document: inout Document) throws(StageFailure) {
        let decision = try decide(document)
        document.provenance.charset = decision.charset.name
        document.provenance.charsetEvidence = decision.evidence
        if decision.isValidUTF8 {
            document.text = document.bytes
        } else {
            try decode(&document, as: decision)
        }
        document.bytes = []
        document.layers.remove(.bytes)
    }

    private func decide(_ document: Document) throws(StageFailure) -> CharsetDecision {
        let bytes = document.bytes
        if let forcedCharset {
            guard let charset = Charset(label: forcedCharset) else {
                throw failure(.undecodable, document, "no charset is called \(forcedCharset)")
            }
            return CharsetDecision(forced: charset, for: bytes)
        }
        if let format = BinaryContent.signature(of: bytes) {
            throw failure(.binary, document, "\(format), not text")
        }
        if let decision = CharsetDecision(markOf: bytes) { return decision }
        // Whatever is written in tags may declare its charset in them.
        let isHTML = document.provenance.mediaType == "text/html" || document.provenance.mediaType.hasSuffix("xml")
        guard let decision = CharsetDecision(bytes: bytes, isHTML: isHTML) else {
            throw failure(.binary, document, "control characters that no text has")
        }
        return decision
    }

    private func decode(_ document: inout Document, as decision: CharsetDecision) throws(StageFailure) {
        guard let text = DecodedText(document.bytes, from: decision.markCount, as: decision.charset) else {
            throw failure(.undecodable, document, "\(decision.charset.name) cannot be converted")
        }
        if text.replaced > 0 {
            let place = text.firstReplaced.map { ", the first at byte \($0)" } ?? ""
            document.warnings.append(
                Warning(
                    code: "replaced-bytes", stage: name,
                    message: "\(text.replaced) faults in \(decision.charset.name) became U+FFFD\(place)"))
        }
        document.text = text.bytes
        document.origin.prepend(text.alignment)
    }

    private func failure(_ code: StageFailure.Code, _ document: Document, _ message: String) -> StageFailure {
        StageFailure(code, stage: name, document: document.id, message: message)
    }
}
