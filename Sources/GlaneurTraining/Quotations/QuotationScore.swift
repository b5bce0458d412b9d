package import GlaneurCore

/// How many quotations were found with exact spans, and of these how many with the right speaker.
///
/// Expressions between marks need not be found, and are no mistake where they are taken for quotations.
package struct QuotationScore: Sendable {
    /// Counts of one question.
    package struct Counts: Sendable {
        /// What was found as gold has it.
        package var correct = 0
        /// What gold has.
        package var gold = 0
        /// What was found.
        package var system = 0

        /// The harmonic mean of precision and recall, from 0 to 1, with four decimals.
        package var f1: Double {
            gold + system == 0 ? 0 : (20_000 * Double(correct) / Double(gold + system)).rounded() / 10_000
        }
    }

    /// The quotations.
    package private(set) var quotations = Counts()
    /// The speakers of the quotations that were found.
    package private(set) var speakers = Counts()
    /// What is wrong, a line each.
    package private(set) var differences: [String] = []

    /// Makes an empty score.
    package init() {}

    /// Adds a document.
    package mutating func add(_ gold: QuotationCorpus.AnnotatedDocument, found document: Document) {
        let optional = Set(gold.quotes.filter { $0.kind == .term }.map(\.span))
        let required = gold.quotes.filter { $0.kind != .term }
        let system = document.quotations.filter { $0.kind != .term && !optional.contains($0.span) }
        quotations.gold += required.count
        quotations.system += system.count
        func tell(_ what: String, _ span: ByteSpan) {
            differences.append("\(gold.id)\t\(what)\t\(document.string(span))")
        }
        for quote in required where !system.contains(where: { $0.span == quote.span }) { tell("missed", quote.span) }
        for found in system {
            guard let quote = required.first(where: { $0.span == found.span }) else {
                tell("no quotation", found.span)
                continue
            }
            quotations.correct += 1
            let name = found.speaker.map { document.string(document.mentions[$0].span) }
            if !quote.speakers.isEmpty { speakers.gold += 1 }
            if name != nil { speakers.system += 1 }
            if let name, quote.speakers.contains(where: { QuotationScore.isName(name, of: $0) }) {
                speakers.correct += 1
            } else if name != nil || !quote.speakers.isEmpty {
                tell("\(name ?? "nobody") for \(quote.speakers.first ?? "nobody")", found.span)
            }
        }
    }

    /// Whether a name is another one or its last words: `Musk` is Elon Musk.
    private static func isName(_ name: String, of full: String) -> Bool {
        name == full || full.hasSuffix(" " + name) || name.hasSuffix(" " + full)
    }
}
