import GlaneurCore
import GlaneurLexicon

/// Tells of most sentences that no pattern finds anything in them, before they are read.
///
/// Nine sentences in ten have no word for an event, or lack somebody or something that its frames ask for.
struct SentenceGlance {
    /// The phrases of the sentence that open frames.
    private var triggers: [Int] = []

    /// Whether the patterns may find an event or a position in a sentence.
    ///
    /// - Parameter mentioned: the labels of the mentions in the sentence.
    mutating func mayTell(
        _ lexemes: [Lexeme], in sentence: Range<Int>, mentioned: UnitLabels, _ vocabulary: EventVocabulary
    ) -> Bool {
        // Any words may make a noun phrase without a name.
        var present = mentioned.union(.thing)
        triggers.removeAll(keepingCapacity: true)
        for index in sentence {
            guard let phrase = vocabulary.opener(lexemes, at: index, before: sentence.upperBound) else { continue }
            present.formUnion(vocabulary.offers[phrase])
            if !vocabulary.needs[phrase].isEmpty { triggers.append(phrase) }
        }
        // A position is an office with somebody who holds it.
        if present.isSuperset(of: [.office, UnitLabels(.person)]) { return true }
        return triggers.contains { phrase in
            vocabulary.needs[phrase].contains { $0.allSatisfy { !$0.isDisjoint(with: present) } }
        }
    }
}
