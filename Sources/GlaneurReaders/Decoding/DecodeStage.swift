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

    /// Whether UTF-8 that was read in another charset and saved again becomes what it was; it is told of in any case.
    public let repairsMojibake: Bool

    /// Makes the stage; `forcedCharset` takes every label that browsers know: `latin1`, `windows-1252`, `utf-8`.
    public init(forcedCharset: String? = nil, repairMojibake: Bool = true) {
        self.forcedCharset = forcedCharset
        repairsMojibake = repairMojibake
    }

    /// Tells whether there is a charset of this label.
    public static func knowsCharset(_ label: String) -> Bool { Charset(label: label) != nil }

    /// Sets text, charset and origin, and drops the bytes.
    public func process(_ document: inout Document) throws(StageFailure) {
        let decision = try decide(document)
        document.provenance.charset = decision.charset.name
        document.provenance.charsetEvidence = decision.evidence
        for declaration in decision.overruled {
            let named = declaration.charset?.name ?? declaration.label
            document.warnings.append(
                Warning(
                    code: "charset-overruled", stage: name,
                    message: "\(declaration.speaker) names \(named), but \(decision.reason)"))
        }
        if decision.isValidUTF8 {
            document.text = document.bytes
        } else {
            try decode(&document, as: decision)
        }
        repair(&document)
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
        let declared = CharsetDeclaration.all(
            transport: document.provenance.transportCharset, mediaType: document.provenance.mediaType, bytes: bytes)
        if var decision = CharsetDecision(markOf: bytes) {
            decision.overruled = declared.filter { $0.charset != decision.charset && !$0.isWideWithoutOrder }
            return decision
        }
        guard let decision = CharsetDecision(bytes: bytes, declared: declared) else {
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

    /// Undoes misreadings, the last one first, and says how many characters they took apart.
    private func repair(_ document: inout Document) {
        guard let found = Mojibake(in: document.text) else { return }
        let first = found.characters.first.map { ByteSpan(Int($0.start), $0.end) } ?? ByteSpan(0, 0)
        let start = document.origin.rawSpan(of: first).start
        let what = "UTF-8 read as \(found.names)"
        guard repairsMojibake else {
            let count = found.characters.count
            document.warnings.append(
                Warning(
                    code: "mojibake", stage: name,
                    message: "\(count) characters are \(what), the first at byte \(start)"))
            return
        }
        var (rounds, count) = (0, 0)
        var next: Mojibake? = found
        while let mojibake = next {
            let (bytes, alignment) = mojibake.repaired(document.text)
            document.text = bytes
            document.origin.prepend(alignment)
            count = max(count, mojibake.characters.count)
            rounds += 1
            next = rounds < Mojibake.mostRounds ? Mojibake(in: bytes) : nil
        }
        let times = rounds > 1 ? ", \(rounds) times over" : ""
        document.warnings.append(
            Warning(
                code: "mojibake-repaired", stage: name,
                message: "\(count) characters were \(what)\(times), the first at byte \(start)"))
    }

    private func failure(_ code: StageFailure.Code, _ document: Document, _ message: String) -> StageFailure {
        StageFailure(code, stage: name, document: document.id, message: message)
    }
}
