import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurReaders

/// The documents of one file, decoded and cut into blocks, and what could not be read.
struct ReadFile {
    private(set) var documents: [Document] = []
    private(set) var failures: [StageFailure] = []
    let bytes: [UInt8]

    /// Reads bytes as if they lay in a file of this name.
    init(_ name: String, _ bytes: [UInt8], keepBoilerplate: Bool = false, textColumn: String? = nil) {
        self.bytes = bytes
        var limits = ReadLimits.standard
        limits.textColumn = textColumn
        let stream = ContentStream(
            MemorySource(bytes[...]), label: ContentLabel(path: name), limit: limits.documentBytes,
            expectedCount: bytes.count)
        let meter = ReadMeter()
        meter.add(bytes.count)
        var source = ContentReader(limits: limits, meter: meter).documents(of: stream)
        while let result = source.next() {
            do throws(StageFailure) {
                var document = try result.get()
                try DecodeStage().run(on: &document)
                try ExtractStage(lexicon: TestLexicon.shared, keepBoilerplate: keepBoilerplate).run(on: &document)
                documents.append(document)
            } catch {
                failures.append(error)
            }
        }
    }

    init(_ name: String, _ text: String, keepBoilerplate: Bool = false, textColumn: String? = nil) {
        self.init(name, Array(text.utf8), keepBoilerplate: keepBoilerplate, textColumn: textColumn)
    }

    /// The raw bytes that a piece of a document's text stands on.
    func raw(_ text: String, in document: Document) throws -> [UInt8] {
        let found = try #require(document.text.firstRange(of: Array(text.utf8)))
        let span = document.origin.rawSpan(of: ByteSpan(found.lowerBound, found.upperBound))
        return Array(bytes[span.range])
    }

    /// The same as text.
    func rawText(_ text: String, in document: Document) throws -> String {
        String(decoding: try raw(text, in: document), as: UTF8.self)
    }
}

extension Document {
    /// The texts of the blocks.
    var blockTexts: [String] { blocks.map { string($0.span) } }
}
