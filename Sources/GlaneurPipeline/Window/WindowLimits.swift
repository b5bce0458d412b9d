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
    /// The memory a document takes for each of its raw bytes.
    ///
    /// With a token every five bytes: 1 for the text, 1 for what it was decoded from, about 2.4 for tokens of 12 bytes and
    /// up to 2.7 for an output line with tokens, with the slack of growing arrays.
    package var expansion: Int

    /// Makes limits; the defaults hold about 256 MB.
    package init(
        documents: Int = 4096, bytes: Int = 256 << 20, batchDocuments: Int = 16, batchBytes: Int = 256 << 10,
        expansion: Int = 8
    ) {
        self.documents = max(1, documents)
        self.bytes = max(1, bytes)
        self.batchDocuments = max(1, batchDocuments)
        self.batchBytes = max(1, batchBytes)
        self.expansion = max(1, expansion)
    }

    /// Returns the bytes that a document counts for from its reading to its writing.
    package func cost(of document: Result<Document, StageFailure>) -> Int {
        rawBytes(of: document) * expansion
    }

    /// Returns the size of a document as it was read.
    func rawBytes(of document: Result<Document, StageFailure>) -> Int {
        switch document {
        case .success(let document): max(document.bytes.count, document.text.count)
        case .failure: 0
        }
    }
}
