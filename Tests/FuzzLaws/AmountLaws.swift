import Glaneur
import GlaneurTestSupport

/// Finds amounts and dates in any text, taken for French or for English.
struct AmountLaws: FuzzLaws {
    private let pipelines: [Pipeline]

    init() throws {
        pipelines = try [Language.french, .english].map {
            let configuration = Configuration(lexicons: Checkout.lexicons, language: $0, charset: "utf-8")
            return try Pipeline(configuration, findsWords: false, findsNames: false)
        }
    }

    /// An even number of bytes is French, an odd one English: looking for both would take twice the time.
    func violations(_ bytes: [UInt8]) -> [String] {
        let source = Document(
            id: "fuzz", bytes: bytes,
            provenance: Provenance(path: "fuzz", bytes: ByteSpan(0, bytes.count), sha256: "", mediaType: "text/plain"),
            metadata: Metadata(published: "2024-02-29T23:59:59Z"))
        do {
            let document = try pipelines[bytes.count % 2].annotate(source)
            return StageLaws.violations(in: document) + document.mentions.compactMap { AmountLaws.fault(of: $0) }
        } catch {
            return error.stage == .decode ? [] : ["stages refuse no text: \(error)"]
        }
    }

    private static func fault(of mention: Mention) -> String? {
        guard let (low, high) = mention.value.bounds, low > high else { return nil }
        return "\(mention.span) has \(low) to \(high)"
    }
}
