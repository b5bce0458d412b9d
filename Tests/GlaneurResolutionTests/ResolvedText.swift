import GlaneurCore
import GlaneurTestSupport

@testable import GlaneurResolution

/// What the resolve stage makes of a text whose marks are candidates.
enum ResolvedText {
    private static let stage = ResolveStage(lexicon: TestLexicon.shared)

    /// Resolves a text; a mark that ends in `?` (`⟦per?:Bannon⟧`) is too weak to stand by itself, one with `=` (`⟦org=org/x:X⟧`)
    /// is known to the lexicons.
    static func mentions(_ marked: String) throws -> [Mention] {
        let text = MarkedText(marked)
        var document = Document.plain(text.text)
        document.candidates = text.marks.map { mark in
            let parts = mark.label.split(separator: "=").map(String.init)
            let isWeak = mark.label.hasSuffix("?")
            let name = isWeak ? String(mark.label.dropLast()) : parts[0]
            return Mention(
                span: mark.span, label: Label(rawValue: name) ?? .miscellaneous,
                maker: parts.count > 1 ? "lexicon:test" : "rule:test", score: isWeak ? 0.2 : 0.8,
                entityID: parts.count > 1 ? parts[1].lowercased() : nil)
        }
        document.layers.insert(.candidates)
        try stage.run(on: &document)
        return document.mentions
    }

    /// The ids of its mentions, in order.
    static func ids(_ marked: String) throws -> [String] { try mentions(marked).map { $0.entityID ?? "" } }
}
