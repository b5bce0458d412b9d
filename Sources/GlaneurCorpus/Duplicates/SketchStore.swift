/// Where a document's sketch and id lie in the file of sketches: sixteen bytes.
struct StoredDocument {
    /// The offset of the sketch; the id follows it.
    let offset: UInt64
    /// The bytes of the sketch; 0 where the text is too short for one.
    let sketchBytes: UInt32
    /// The bytes of the id.
    let idBytes: UInt32

    /// Whether there is a sketch.
    var hasSketch: Bool { sketchBytes > 0 }
}

/// The sketches of a corpus in their file, by the numbers of the documents.
struct SketchStore: ~Copyable {
    private let file: ScratchFile
    private let documents: [StoredDocument]

    /// Makes a store of a file whose bytes have all been handed to the system.
    init(file: consuming ScratchFile, documents: [StoredDocument]) {
        self.file = file
        self.documents = documents
    }

    /// The number of documents.
    var count: Int { documents.count }

    /// The id of a document.
    func id(of document: Int) throws(ScratchFailure) -> String {
        let place = documents[document]
        return String(
            decoding: try read(Int(place.offset) + Int(place.sketchBytes), Int(place.idBytes)), as: UTF8.self)
    }

    /// The sketch of a document; nothing where it is too short for one.
    func sketch(of document: Int) throws(ScratchFailure) -> DocumentSketch? {
        let place = documents[document]
        guard place.hasSketch else { return nil }
        let bytes = try read(Int(place.offset), Int(place.sketchBytes))
        return bytes.withUnsafeBytes { DocumentSketch(stored: $0) }
    }

    /// The signature of a document; nothing where it is too short for one.
    func signature(of document: Int) throws(ScratchFailure) -> [UInt16]? {
        let place = documents[document]
        guard place.hasSketch else { return nil }
        var signature = [UInt16](repeating: 0, count: DocumentSketch.signatureCount)
        _ = try signature.withUnsafeMutableBufferPointer { values throws(ScratchFailure) in
            try file.read(at: Int(place.offset), into: UnsafeMutableRawBufferPointer(values))
        }
        return signature
    }

    private func read(_ offset: Int, _ count: Int) throws(ScratchFailure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        _ = try bytes.withUnsafeMutableBufferPointer { target throws(ScratchFailure) in
            try file.read(at: offset, into: UnsafeMutableRawBufferPointer(target))
        }
        return bytes
    }
}
