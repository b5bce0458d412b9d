public import GlaneurCore

extension Document {
    /// Makes a decoded document of a text, one body block for each line that is not empty.
    public static func plain(_ text: String, language: Language? = nil) -> Document {
        let bytes = Array(text.utf8)
        var document = Document(
            id: "test/plain", bytes: [],
            provenance: Provenance(
                path: "test/plain", bytes: ByteSpan(0, bytes.count), sha256: "", mediaType: "text/plain"),
            metadata: Metadata(declaredLanguage: language))
        document.text = bytes
        document.layers = [.decoded, .blocks]
        var start = 0
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if !line.isEmpty {
                document.blocks.append(
                    Block(span: ByteSpan(start, start + line.count), blockClass: .body, kind: .paragraph))
            }
            start += line.count + 1
        }
        return document
    }

    /// Returns the texts of some spans.
    public func strings(_ spans: [ByteSpan]) -> [String] { spans.map { string($0) } }
}
