package import GlaneurCore

/// How much a run may hold at once, and in which portions it works.
///
/// None of it changes the output.
package struct WindowLimits: Sendable, Equatable {
    /// The most documents held: read, and not yet written.
    package var documents: Int
    /// The most bytes held, as ``cost(of:)`` counts them; one document that is larger alone is worked on alone.
    package var bytes: Int
    /// The most documents of a batch.
    ///
    /// Measured with 5 KB documents, 16 make the cost of a task vanish.
    package var batchDocuments: Int
    /// The raw bytes at which a batch is full.
    package var batchBytes: Int
    /// The memory a document takes for each of its raw bytes while it is worked on.
    ///
    /// Measured with 1 MB and 4 MB of news in one plain text: 27 to 30, of which a line takes five while it is written,
    /// tokens three, lexemes and words five, and mentions the most, in several stages' hands at once.
    package var expansion: Int
    /// The same for pages and other markup, most of which is no text: 4.5 with pages of 3 MB, 9 with text in little markup.
    package var markupExpansion: Int

    /// Makes limits.
    package init(
        documents: Int = 4096, bytes: Int = 32 << 20, batchDocuments: Int = 16, batchBytes: Int = 128 << 10,
        expansion: Int = 30, markupExpansion: Int = 10
    ) {
        self.documents = max(1, documents)
        self.bytes = max(1, bytes)
        self.batchDocuments = max(1, batchDocuments)
        self.batchBytes = max(1, batchBytes)
        self.expansion = max(1, expansion)
        self.markupExpansion = max(1, markupExpansion)
    }

    /// Returns the bytes that a document counts for from its reading until its line is ready.
    package func cost(of document: Result<Document, StageFailure>) -> Int {
        guard case .success(let read) = document else { return 0 }
        let isMarkup = read.provenance.mediaType != "text/plain"
        return rawBytes(of: document) * (isMarkup ? markupExpansion : expansion)
    }

    /// Returns the size of a document as it was read.
    func rawBytes(of document: Result<Document, StageFailure>) -> Int {
        switch document {
        case .success(let document): max(document.bytes.count, document.text.count)
        case .failure: 0
        }
    }
}
