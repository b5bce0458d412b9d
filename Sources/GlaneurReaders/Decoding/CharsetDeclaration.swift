import GlaneurCore

/// A charset that somebody names for some bytes: whatever carried them, or the markup itself.
struct CharsetDeclaration {
    /// The label as it was written.
    let label: String
    /// Who says so: `http` for the transport, `meta` for the markup.
    let evidence: Provenance.CharsetEvidence
    /// The charset of this label; nothing where there is none, or none that these bytes could be written in.
    let charset: Charset?
}

extension CharsetDeclaration {
    /// How far the HTML standard looks for a declaration.
    private static let standardLimit = 1024
    /// How far we look where the standard stops: many pages put scripts before their declaration.
    private static let lateLimit = 1 << 16

    /// Reads what the transport and the markup name, in this order.
    ///
    /// A markup declaration that is legible as ASCII cannot speak of a charset of 16 bits, whatever it says.
    static func all(transport: String?, mediaType: String, bytes: [UInt8]) -> [CharsetDeclaration] {
        var all: [CharsetDeclaration] = []
        if let transport, !transport.isEmpty {
            let charset = Charset(label: transport).flatMap { $0.writesASCIIAsItIs || !$0.isByteOriented ? $0 : nil }
            all.append(CharsetDeclaration(label: transport, evidence: .http, charset: charset))
        }
        if let label = markupLabel(mediaType: mediaType, bytes: bytes) {
            let charset = Charset(label: label).flatMap { $0.writesASCIIAsItIs ? $0 : nil }
            all.append(CharsetDeclaration(label: label, evidence: .meta, charset: charset))
        }
        return all
    }

    private static func markupLabel(mediaType: String, bytes: [UInt8]) -> String? {
        if mediaType == "text/html" {
            return HTMLCharsetDeclaration.label(in: bytes, limit: standardLimit)
                ?? (bytes.count > standardLimit ? HTMLCharsetDeclaration.label(in: bytes, limit: lateLimit) : nil)
        }
        return mediaType.hasSuffix("xml") ? HTMLCharsetDeclaration.xmlLabel(in: bytes) : nil
    }

    /// Who says so, in the words of a message.
    var speaker: String { evidence == .http ? "the transport" : "the markup" }
}
