import GlaneurCore
import GlaneurReaders

/// Reads any bytes as a file of some format, up to the blocks of its documents, and says which laws they break there.
public struct ReaderLaws: Sendable {
    /// One way in: what the bytes are taken for.
    private enum Way {
        /// Bytes of a document of this media type.
        case document(mediaType: String)
        /// A file of this name; its type is told by name and contents.
        case file(String)
    }

    /// The ways by the letter that stands in front of the bytes; any other byte is one of them as well.
    private static let ways: [(letter: UInt8, way: Way)] = [
        (UInt8(ascii: "p"), .document(mediaType: "text/plain")),
        (UInt8(ascii: "h"), .document(mediaType: "text/html")),
        (UInt8(ascii: "f"), .document(mediaType: "application/rss+xml")),
        (UInt8(ascii: "n"), .document(mediaType: "application/nitf+xml")),
        (UInt8(ascii: "i"), .document(mediaType: "application/tei+xml")),
        (UInt8(ascii: "u"), .document(mediaType: "application/xml")),
        (
            UInt8(ascii: "w"),
            .document(mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
        ),
        (UInt8(ascii: "o"), .document(mediaType: "application/vnd.oasis.opendocument.text")),
        (UInt8(ascii: "d"), .document(mediaType: "text/markdown")),
        (UInt8(ascii: "x"), .file("f.xml")), (UInt8(ascii: "m"), .file("f.eml")), (UInt8(ascii: "c"), .file("f.csv")),
        (UInt8(ascii: "j"), .file("f.jsonl")), (UInt8(ascii: "a"), .file("f.warc")), (UInt8(ascii: "g"), .file("f.gz")),
        (UInt8(ascii: "z"), .file("f.zip")), (UInt8(ascii: "t"), .file("f.tar")), (UInt8(ascii: "s"), .file("f")),
    ]

    private let lexicon = TestLexicon.shared
    private let stages: [ExtractStage]

    /// Makes the stages with the lexicon of the checkout.
    public init() {
        stages = [ExtractStage(lexicon: lexicon), ExtractStage(lexicon: lexicon, keepBoilerplate: true)]
    }

    /// Returns what bytes break, one line for each broken law; the first byte says what the others are taken for.
    ///
    /// Documents may be given up, with a reason; nothing else may happen to any bytes.
    public func violations(_ bytes: [UInt8]) -> [String] {
        guard let first = bytes.first else { return [] }
        let known = ReaderLaws.ways.first { $0.letter == first }
        let way = known?.way ?? ReaderLaws.ways[Int(first) % ReaderLaws.ways.count].way
        let rest = Array(bytes.dropFirst())
        return stages.flatMap { violations(rest, as: way, stage: $0) }
    }

    private func violations(_ bytes: [UInt8], as way: Way, stage: ExtractStage) -> [String] {
        switch way {
        case .document(let mediaType):
            let document = Document(
                id: "fuzz", bytes: bytes,
                provenance: Provenance(
                    path: "fuzz", bytes: ByteSpan(0, bytes.count), sha256: "", mediaType: mediaType))
            return violations(.success(document), stage, rawCount: bytes.count)
        case .file(let name):
            var limits = ReadLimits.standard
            limits.memberBytes = 1 << 20
            limits.freeBytes = 1 << 20
            let meter = ReadMeter()
            meter.add(bytes.count)
            let stream = ContentStream(
                MemorySource(bytes[...]), label: ContentLabel(path: name), limit: limits.documentBytes,
                expectedCount: bytes.count)
            var source = ContentReader(limits: limits, meter: meter).documents(of: stream)
            var violations: [String] = []
            while let result = source.next() { violations += self.violations(result, stage, rawCount: bytes.count) }
            return violations
        }
    }

    private func violations(
        _ result: Result<Document, StageFailure>, _ stage: ExtractStage, rawCount: Int
    ) -> [String] {
        do throws(StageFailure) {
            var document = try result.get()
            try DecodeStage().run(on: &document)
            try stage.run(on: &document)
            return StageLaws.violations(in: document) + ReaderLaws.originViolations(of: document, rawCount: rawCount)
        } catch {
            return error.message.isEmpty ? ["a failure has a message"] : []
        }
    }

    /// Every character of a sound document leads to bytes of the file, in order within its block.
    private static func originViolations(of document: Document, rawCount: Int) -> [String] {
        // Offsets in what was unpacked do not count in the file.
        let limit = document.provenance.member == nil ? rawCount : Int.max
        for block in document.blocks {
            var last = 0
            for offset in block.span.range.prefix(4096) where document.text[offset] & 0xC0 != 0x80 {
                var end = offset + 1
                while end < block.span.end, document.text[end] & 0xC0 == 0x80 { end += 1 }
                let raw = document.origin.rawSpan(of: ByteSpan(offset, end))
                guard raw.start <= raw.end, raw.end <= limit else { return ["byte \(offset) stands on \(raw)"] }
                guard raw.start >= last else { return ["byte \(offset) stands on \(raw), before \(last)"] }
                last = raw.start
            }
        }
        return []
    }
}
