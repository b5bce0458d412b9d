import GlaneurCore
import GlaneurModels

/// What speaks for French, English and other languages in a piece of text; evidence of several pieces adds up.
struct LanguageEvidence: Equatable {
    /// The sums of the weights of all features for French, English and other languages, in steps of the model.
    var french = 0
    var english = 0
    var other = 0
    /// The number of features; a word has about five for each of its letters.
    var features = 0
    /// The number of letters in other scripts than Latin.
    var foreignLetters = 0

    /// Adds up evidence.
    static func += (left: inout LanguageEvidence, right: LanguageEvidence) {
        left.french += right.french
        left.english += right.english
        left.other += right.other
        left.features += right.features
        left.foreignLetters += right.foreignLetters
    }

    /// Whether there is no word at all.
    var isEmpty: Bool { features == 0 && foreignLetters == 0 }

    /// The most likely language and how likely it is.
    ///
    /// - Parameters:
    ///   - unit: how many steps of a weight make 1.
    ///   - expected: the language of the text around, which is more likely than others by the odds that `prior` is the logarithm of.
    func verdict(unit: Int, expecting expected: Language? = nil, prior: Float = 0) -> LanguageVerdict {
        guard !isEmpty else { return LanguageVerdict(language: .undetermined, score: 0) }
        // Another script needs no model. A letter has about five features, so this compares letters with letters.
        guard foreignLetters * 5 <= features else {
            let share = Double(foreignLetters * 5) / Double(foreignLetters * 5 + features)
            return LanguageVerdict(language: .undetermined, score: share)
        }
        let scale = Softmax.scale(features) / Float(unit)
        var scores = [french, english, other].map { Float($0) * scale }
        switch expected {
        case .french: scores[0] += prior
        case .english: scores[1] += prior
        case .undetermined: scores[2] += prior
        default: break
        }
        Softmax.normalize(&scores)
        let languages: [Language] = [.french, .english, .undetermined]
        let best = scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
        return LanguageVerdict(language: languages[best], score: Double(scores[best]))
    }
}

/// A language and how likely it is.
struct LanguageVerdict: Equatable {
    /// French, English, or undetermined for any other language and for no language at all.
    var language: Language
    /// From 0, where there was no word, to 1.
    var score: Double
}
