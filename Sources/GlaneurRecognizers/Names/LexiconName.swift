import GlaneurCore
import GlaneurLexicon

/// A form of the name lexicons found in a passage.
struct LexiconName {
    /// The lexemes it covers.
    let range: Range<Int>
    /// The concept it stands for, the likeliest where there are several.
    let concept: Int
    /// What it is.
    let label: Label
    /// How sure it is, cues included.
    let score: Double
}

/// Finds forms of the name lexicons, the longest at each place.
struct LexiconNameFinder {
    let passage: Passage
    let isHeadline: Bool

    /// Returns the forms found, in order and without overlap.
    func find() -> [LexiconName] {
        var found: [LexiconName] = []
        var index = 0
        let lexemes = passage.lexemes
        while index < lexemes.count {
            guard lexemes[index].gap != .none, !lexemes[index].shape.contains(.opaque), let name = longest(at: index) else {
                index += 1
                continue
            }
            found.append(name)
            index = name.range.upperBound
        }
        return found
    }

    private func longest(at index: Int) -> LexiconName? {
        let lexicon = passage.lexicon
        var best: LexiconName?
        lexicon.names.forEachName(passage.lexemes, at: index) { match in
            let range = index..<match.end
            if match.end < passage.lexemes.count, passage.lexemes[match.end].gap == .none { return }
            if let name = likeliest(of: lexicon.nameForms(match.node), at: range) { best = name }
        }
        return best
    }

    /// Chooses between the concepts that have this form: one whose form is strong, then the one its surroundings announce.
    private func likeliest(of forms: [NameForm], at range: Range<Int>) -> LexiconName? {
        var best: LexiconName?
        for form in forms where form.admits(passage.lexemes[range]) {
            let label = passage.lexicon.label(ofConcept: form.concept)
            let score = score(form, label: label, at: range)
            if best.map({ score > $0.score }) ?? true {
                best = LexiconName(range: range, concept: form.concept, label: label, score: score)
            }
        }
        return best
    }

    private func score(_ form: NameForm, label: Label, at range: Range<Int>) -> Double {
        let cue = Surroundings(passage: passage, range: range)
        guard form.flags.contains(.weak) else {
            // Between strong forms of several concepts a cue decides.
            return NameScore.lexicon + (cue.announces(label) ? 0.04 : 0)
        }
        let lexeme = passage.lexemes[range.lowerBound]
        // A form without a capital of its own says nothing when it is an ordinary word.
        guard passage.lexemes[range].contains(where: { $0.shape.hasCapital }) else { return 0 }
        let isTiny = range.count == 1 && lexeme.count <= 2
        if isTiny {
            return NameScore.tiny + (cue.announces(label) || cue.isPlatform ? NameScore.cue : 0)
        }
        let isAtStart = lexeme.shape.contains(.sentenceStart) || isHeadline
        // Several capitals in a row are no accident of the sentence start.
        let base = isAtStart && range.count == 1 ? NameScore.weakAtStart : NameScore.weakInside
        return base + (cue.announces(label) ? NameScore.cue : 0)
    }
}
