package import GlaneurCore
import GlaneurRecognizers

/// How many names were found, by what they are: exact spans with the right label.
package struct RecognitionScore: Sendable {
    /// The counts of one label.
    package struct Counts: Sendable {
        /// The names that were found as gold has them.
        package var correct = 0
        /// The names in gold.
        package var gold = 0
        /// The names that were found.
        package var system = 0

        /// The harmonic mean of precision and recall, ×100.
        package var f1: Double { gold + system == 0 ? 0 : 200 * Double(correct) / Double(gold + system) }
    }

    /// A difference between gold and what was found.
    package struct Difference: Sendable {
        /// The document.
        package var document: String
        /// What gold says, if it has a name there.
        package var gold: NameCorpus.Name?
        /// What was found, if anything was.
        package var system: NameCorpus.Name?
        /// The text of the name.
        package var text: String
        /// The text around it.
        package var context: String
    }

    /// The counts by label, those of persons, organisations and places and all others as `MISC`.
    package private(set) var counts: [Label: Counts] = [:]
    /// How often a span that gold labels so was found as something else: by the two labels.
    package private(set) var confusion: [Label: [Label: Int]] = [:]
    /// What is wrong, in order.
    package private(set) var differences: [Difference] = []

    /// Makes an empty score.
    package init() {}

    /// The labels that are told apart.
    package static let labels = NameTagger.kinds

    /// The counts of persons, organisations and places together.
    package var basic: Counts {
        RecognitionScore.labels.prefix(3).reduce(into: Counts()) { sum, label in
            let part = counts[label] ?? Counts()
            sum.correct += part.correct
            sum.gold += part.gold
            sum.system += part.system
        }
    }

    /// Adds a document.
    ///
    /// - Parameter countsOthers: whether gold marks names other than of persons, organisations and places.
    package mutating func add(
        _ annotated: NameCorpus.AnnotatedDocument, found document: Document, countsOthers: Bool
    ) {
        func name(_ span: ByteSpan, _ label: Label) -> NameCorpus.Name? {
            let label = NameTagger.kind(label)
            return label == .miscellaneous && !countsOthers ? nil : NameCorpus.Name(span: span, label: label)
        }
        let gold = annotated.names.compactMap { name($0.span, $0.label) }
        let system = document.mentions.compactMap { $0.label.isName ? name($0.span, $0.label) : nil }
        let shared = Set(gold).intersection(system)
        for name in gold { counts[name.label, default: Counts()].gold += 1 }
        for name in system { counts[name.label, default: Counts()].system += 1 }
        for name in shared { counts[name.label, default: Counts()].correct += 1 }
        for name in gold where !shared.contains(name) {
            let other = system.first { $0.span == name.span }
            if let other { confusion[name.label, default: [:]][other.label, default: 0] += 1 }
            differences.append(difference(name, other, in: document))
        }
        for name in system where !shared.contains(name) && !gold.contains(where: { $0.span == name.span }) {
            differences.append(difference(nil, name, in: document))
        }
    }

    private func difference(
        _ gold: NameCorpus.Name?, _ system: NameCorpus.Name?, in document: Document
    ) -> Difference {
        let span = gold?.span ?? system?.span ?? ByteSpan(0, 0)
        var start = max(0, span.start - 40)
        var end = min(document.text.count, span.end + 40)
        while start > 0, document.text[start] & 0xC0 == 0x80 { start -= 1 }
        while end < document.text.count, document.text[end] & 0xC0 == 0x80 { end += 1 }
        let context = document.string(ByteSpan(start, end)).map { $0.isNewline ? " " : $0 }
        return Difference(
            document: document.id, gold: gold, system: system, text: document.string(span), context: String(context))
    }
}
