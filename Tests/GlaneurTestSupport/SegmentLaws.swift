import GlaneurCore
import GlaneurReaders
import GlaneurText

/// Runs any bytes through the stages from `decode` to `segment` and says which laws they break there.
public struct SegmentLaws: Sendable {
    private let chain: StageChain
    private let forced: StageChain

    /// Makes the chain with the lexicons and the models of the checkout.
    public init() throws {
        chain = try SegmentLaws.chain(charset: nil)
        forced = try SegmentLaws.chain(charset: "utf-8")
    }

    private static func chain(charset: String?) throws -> StageChain {
        try StageChain([
            DecodeStage(forcedCharset: charset), ExtractStage(lexicon: TestLexicon.shared), NormalizeStage(),
            LanguageStage(model: TestModels.shared.language),
            SegmentStage(lexicon: TestLexicon.shared, models: TestModels.shared),
        ])
    }

    /// Returns what bytes break, one line for each broken law.
    ///
    /// Bytes that `decode` refuses as no text are taken for UTF-8, so that all come to `segment`.
    public func violations(_ bytes: [UInt8]) -> [String] {
        do {
            let first = try segmented(bytes)
            var violations = StageLaws.violations(in: first)
            if try segmented(bytes) != first { violations.append("the same bytes give the same document twice") }
            let missing = first.blocks.filter { block in
                !first.sentences.contains { block.span.contains($0.span) } && hasVisible(first.text[block.span.range])
            }
            if let block = missing.first { violations.append("block \(block.span) has a sentence") }
            return violations
        } catch {
            return ["stages refuse no text: \(error)"]
        }
    }

    /// Returns what is left of bytes that break a law when nothing more can be taken away from them.
    public func smallest(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        var size = bytes.count / 2
        while size > 0 {
            var start = 0
            while start < bytes.count {
                let rest = Array(bytes[..<start] + bytes[min(bytes.count, start + size)...])
                if violations(rest).isEmpty { start += size } else { bytes = rest }
            }
            size /= 2
        }
        return bytes
    }

    private func segmented(_ bytes: [UInt8]) throws(StageFailure) -> Document {
        var document = source(bytes)
        do {
            try chain.run(on: &document)
        } catch {
            guard error.stage == .decode else { throw error }
            document = source(bytes)
            try forced.run(on: &document)
        }
        return document
    }

    private func source(_ bytes: [UInt8]) -> Document {
        Document(
            id: "fuzz", bytes: bytes,
            provenance: Provenance(
                path: "fuzz", bytes: ByteSpan(0, bytes.count), sha256: "", mediaType: "text/plain"),
            metadata: Metadata())
    }

    private func hasVisible(_ bytes: ArraySlice<UInt8>) -> Bool {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.contains {
            ![.space, .newline, .control, .invisible].contains(ScalarClass.of($0.value))
        }
    }
}
