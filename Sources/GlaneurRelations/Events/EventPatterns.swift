import GlaneurCore
import GlaneurLexicon

/// All patterns of events, made once from the glossaries of a lexicon.
///
/// A class, because every sentence holds on to it several times, and one reference is cheaper to hold than a dozen.
final class EventPatterns: Sendable {
    /// The frames, by the indices that triggers have.
    let frames: [EventFrame]
    /// The words of French.
    let french: EventVocabulary
    /// The words of English.
    let english: EventVocabulary
    /// The group of prepositions that join nouns: *of*, *de*.
    let ofGroup: UInt32
    /// The groups of prepositions before the firm of an office: *of*, *chez*.
    let officeGroups: UInt32
    /// The group before who does what is told in the passive.
    let agentGroup: UInt32

    /// The group before those who do something with each other.
    let betweenGroup: UInt32

    /// Makes the patterns.
    init(lexicon: Lexicon) {
        let glossaries = EventGlossaries(lexicon)
        frames = glossaries.frames
        french = EventVocabulary(.french, glossaries: glossaries)
        english = EventVocabulary(.english, glossaries: glossaries)
        func group(_ name: String) -> UInt32 {
            glossaries.prepositions.firstIndex { $0.concept == name }.map { 1 << UInt32($0) } ?? 0
        }
        ofGroup = group("of")
        officeGroups = group("of") | group("at")
        agentGroup = group("by")
        betweenGroup = group("between")
    }

    /// The words of a language.
    func vocabulary(_ language: Language) -> EventVocabulary { language == .french ? french : english }

    /// What a mention may be in a frame; nothing for those that no frame asks for.
    static func labels(of label: Label) -> UnitLabels? {
        switch label {
        case .ordinal, .cardinal, .url, .email, .set: nil
        default: UnitLabels(label)
        }
    }
}
