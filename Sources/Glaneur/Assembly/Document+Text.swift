public import GlaneurCore
import GlaneurReaders

extension Document {
    /// Makes a document of a text that is in memory.
    ///
    /// ```swift
    /// let document = Document(id: "dépêche-1", text: "xAI lève 6 milliards de dollars.")
    /// ```
    public init(id: String, text: String, metadata: Metadata = Metadata()) {
        let bytes = Array(text.utf8)
        self.init(
            id: id, bytes: bytes,
            provenance: Provenance(
                path: id, bytes: ByteSpan(0, bytes.count), sha256: Digest.sha256(bytes[...]), mediaType: "text/plain"),
            metadata: metadata)
    }
}
