import GlaneurCore
import GlaneurReaders

/// Reads any bytes as a file of some kind, up to blocks, and says which laws the documents break.
///
/// The first byte says what the others are taken for: small letters, in the order of ``kinds``.
public struct ReaderLaws: Sendable {
    /// What bytes are taken for.
    public enum Kind: Sendable, Equatable {
        /// A file of this name, which is opened, unpacked and cut into documents.
        case file(name: String)
        /// One document of this media type; a charset is forced where it is named.
        case document(mediaType: String, charset: String? = nil)
        /// A web archive, whatever its first bytes are.
        case webArchive
    }

    /// What bytes may be taken for: `a` for the first, `b` for the second.
    public static let kinds: [Kind] = [
        .file(name: "a.txt"),
        .file(name: "b.html"),
        .file(name: "c.xml"),
        .file(name: "d.eml"),
        .file(name: "e.md"),
        .file(name: "f.csv"),
        .file(name: "g.tsv"),
        .file(name: "h.jsonl"),
        .file(name: "i.zip"),
        .file(name: "j.tar"),
        .file(name: "k.gz"),
        .webArchive,
        .document(mediaType: "text/plain"),
        .document(mediaType: "text/plain", charset: "utf-8"),
        .document(mediaType: "text/plain", charset: "windows-1252"),
        .document(mediaType: "text/plain", charset: "utf-16le"),
        .document(mediaType: "text/plain", charset: "gb18030"),
        .document(mediaType: "text/html"),
        .document(mediaType: "text/html", charset: "shift_jis"),
        .document(mediaType: "application/rss+xml"),
        .document(mediaType: "application/xml"),
        .document(mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        .document(mediaType: "application/vnd.oasis.opendocument.text"),
        .document(mediaType: "application/epub+zip"),
        .document(mediaType: "message/rfc822"),
        .document(mediaType: "text/markdown"),
    ]

    private let article = ExtractStage(lexicon: TestLexicon.shared)
    private let everything = ExtractStage(lexicon: TestLexicon.shared, keepBoilerplate: true)
    private let limits: ReadLimits

    /// Prepares the stages; limits are small, so that nothing takes long.
    public init() {
        var limits = ReadLimits.standard
        limits.documentBytes = 1 << 20
        limits.memberBytes = 1 << 18
        limits.freeBytes = 1 << 20
        self.limits = limits
    }

    /// Returns what bytes break, one line for each broken law.
    public func violations(_ bytes: [UInt8]) -> [String] {
        guard let first = bytes.first else { return [] }
        let index = (Int(first) + 256 - Int(UInt8(ascii: "a"))) % 256 % Self.kinds.count
        return violations(Array(bytes.dropFirst()), as: Self.kinds[index])
    }

    /// Returns what bytes of a kind break.
    public func violations(_ bytes: [UInt8], as kind: Kind) -> [String] {
        switch kind {
        case .file(let name):
            let label = ContentLabel(path: name)
            let stream = ContentStream(
                MemorySource(bytes[...]), label: label, limit: limits.documentBytes, expectedCount: bytes.count)
            // The meter stands still, so that nothing may become more than the bytes that are free.
            var source = ContentReader(limits: limits, meter: ReadMeter()).documents(of: stream)
            var violations: [String] = []
            // Each document takes a byte at least, so a source that goes on stands still.
            for _ in 0...bytes.count + limits.freeBytes {
                guard let result = source.next() else { return violations }
                violations += self.violations(result, of: bytes)
                if violations.count > 20 { return violations }
            }
            return violations + ["a file of \(bytes.count) bytes comes to its end"]
        case .document(let mediaType, let charset):
            let document = Document(
                id: "fuzz", bytes: bytes,
                provenance: Provenance(
                    path: "fuzz", bytes: ByteSpan(0, bytes.count), sha256: "", mediaType: mediaType),
                metadata: Metadata())
            return violations(.success(document), of: bytes, charset: charset)
        case .webArchive:
            return WebArchiveReader.results(of: bytes, limits: limits).flatMap { violations($0, of: bytes) }
        }
    }

    /// Returns the smallest part of bytes that still breaks a law.
    public func smallest(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        var size = bytes.count / 2
        while size > 0 {
            var start = 1
            while start < bytes.count {
                let rest = Array(bytes[..<start] + bytes[min(bytes.count, start + size)...])
                if violations(rest).isEmpty { start += size } else { bytes = rest }
            }
            size /= 2
        }
        return bytes
    }

    private func violations(
        _ result: Result<Document, StageFailure>, of bytes: [UInt8], charset: String? = nil
    ) -> [String] {
        do throws(StageFailure) {
            var decoded = try result.get()
            let count = decoded.bytes.count
            try DecodeStage(forcedCharset: charset).run(on: &decoded)
            var violations = decoded.origin.steps.isEmpty && decoded.text.count != count ? ["decoded as it is"] : []
            violations += alignmentViolations(decoded, of: bytes)
            for stage in [article, everything] {
                var document = decoded
                do throws(StageFailure) {
                    try stage.run(on: &document)
                } catch {
                    violations += self.violations(error)
                    continue
                }
                violations += StageLaws.violations(in: document)
                violations += alignmentViolations(document, of: bytes)
            }
            return violations
        } catch {
            return violations(error)
        }
    }

    private func violations(_ failure: StageFailure) -> [String] {
        failure.message.isEmpty ? ["\(failure) is a reason"] : []
    }

    /// Each step covers the text before it, reads its source front to back, and ends where the source does.
    private func alignmentViolations(_ document: Document, of bytes: [UInt8]) -> [String] {
        var violations: [String] = []
        var count = document.text.count
        // What a feed says of an item is put in an order of its own.
        let isFeed = ["application/rss+xml", "application/atom+xml"].contains(document.provenance.mediaType)
        for (number, step) in document.origin.steps.enumerated() {
            // A text that is the beginning of what it was made of needs no step of its own.
            if step.outputCount < count { violations.append("step \(number) covers \(count) bytes") }
            var last: UInt64 = 0
            for run in step.runs {
                if run.source < last, !isFeed {
                    violations.append("step \(number) goes on at \(run.source) behind \(last)")
                }
                last = run.source
            }
            let whole = step.sourceSpan(of: ByteSpan(0, step.outputCount))
            count = number + 1 < document.origin.steps.count ? document.origin.steps[number + 1].outputCount : -1
            if count >= 0, whole.end > count { violations.append("step \(number) ends at \(whole.end) of \(count)") }
        }
        // Where a file was unpacked, its bytes are not those that offsets count in.
        let limit = document.provenance.member == nil ? bytes.count : document.provenance.bytes.end
        let raw = document.origin.rawSpan(of: ByteSpan(0, document.text.count))
        if raw.end > limit { violations.append("the text ends at \(raw.end) of \(limit)") }
        for block in document.blocks {
            let raw = document.origin.rawSpan(of: block.span)
            if raw.isEmpty { violations.append("block \(block.span) stands on nothing") }
            if raw.end > limit { violations.append("block \(block.span) stands on \(raw) of \(limit)") }
        }
        return violations
    }
}
