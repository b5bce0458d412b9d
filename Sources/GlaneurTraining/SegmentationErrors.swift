package import GlaneurCore

/// What is wrong in a segmented document, for people who want to know why.
package struct SegmentationErrors: Sendable {
    /// One difference: `missed` or `false`, and the text around it with the place marked.
    package struct Difference: Sendable {
        /// What differs.
        package var kind: String
        /// The text around the place.
        package var context: String
    }

    /// Differences of sentences, then of tokens.
    package private(set) var differences: [Difference] = []

    /// Compares a document with gold.
    package init(_ gold: Treebank.TreebankDocument, _ document: Document) {
        let endings = Dictionary(
            document.sentences.map { ($0.span.end, $0.ending) }, uniquingKeysWith: { first, _ in first })
        let ends = Set(gold.sentences.map(\.end))
        for end in ends.symmetricDifference(endings.keys).sorted() {
            let kind = ends.contains(end) ? "missed end" : "false end (\(endings[end].map { "\($0)" } ?? ""))"
            differences.append(Difference(kind: kind, context: SegmentationErrors.context(gold.text, at: end)))
        }
        let words = Dictionary(
            document.multiwordTokens.map { (document.tokens[$0.token].span, $0.forms) },
            uniquingKeysWith: { first, _ in first })
        let tokens = Set(document.tokens.map(\.span))
        for token in gold.tokens {
            if !tokens.contains(token.span) {
                differences.append(
                    Difference(
                        kind: "missed token", context: SegmentationErrors.context(gold.text, around: token.span)))
            } else if words[token.span] ?? [] != token.words {
                let found = (words[token.span] ?? []).joined(separator: "+")
                differences.append(
                    Difference(
                        kind: "words \(token.words.joined(separator: "+")), not \(found)",
                        context: SegmentationErrors.context(gold.text, around: token.span)))
            }
        }
    }

    private static func context(_ text: [UInt8], at place: Int) -> String {
        string(text, max(0, place - 60)..<place) + " ‖ " + string(text, place..<min(text.count, place + 40))
    }

    private static func context(_ text: [UInt8], around span: ByteSpan) -> String {
        string(text, max(0, span.start - 30)..<span.start) + "⟦" + string(text, span.range) + "⟧"
            + string(text, span.end..<min(text.count, span.end + 30))
    }

    /// A piece of text on one line; characters cut at its ends are left out.
    private static func string(_ text: [UInt8], _ range: Range<Int>) -> String {
        let bytes = text[range].drop { $0 & 0xC0 == 0x80 }.map { $0 == 0x0A ? 0x20 : $0 }
        return String(String(decoding: bytes, as: UTF8.self).filter { $0 != "\u{FFFD}" })
    }
}
