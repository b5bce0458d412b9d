import GlaneurCore

/// The charset of a file that must be looked at before it is cut into documents.
///
/// The documents keep the bytes of the file; each is decoded for itself afterwards.
enum FileCharset {
    /// Returns the text of a file with the way back to its bytes; nothing where no charset fits.
    static func text(of bytes: [UInt8]) -> (text: [UInt8], origin: Origin)? {
        if UTF8Validity.isValid(bytes) { return (bytes, Origin()) }
        let declared = CharsetDeclaration.all(transport: nil, mediaType: XMLKind.unknown.rawValue, bytes: bytes)
        guard let decision = CharsetDecision(markOf: bytes) ?? CharsetDecision(bytes: bytes, declared: declared),
            let text = DecodedText(bytes, from: decision.markCount, as: decision.charset)
        else { return nil }
        return (text.bytes, Origin(steps: [text.alignment]))
    }

    /// Returns the name of the charset that the first bytes of a file are in, so that no part of it decides for itself;
    /// nothing where they are UTF-8 or no text.
    static func label(ofHead head: [UInt8]) -> String? {
        // A character may be cut at the end.
        let end = UTF8Validity.endOfValidPrefix(of: head, from: 0)
        guard end + 4 <= head.count else { return nil }
        let charset = CharsetDecision(bytes: head, declared: [])?.charset
        return charset == .utf8 ? nil : charset?.name
    }

    /// Whether a file begins with the mark of a charset in which line ends and separators are no single bytes.
    static func isWide(_ head: [UInt8]) -> Bool {
        CharsetDecision(markOf: head).map { !$0.charset.isByteOriented } ?? false
    }
}
