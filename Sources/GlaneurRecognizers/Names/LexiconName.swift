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
    /// Whether the point behind it belongs to it.
    let isPointed: Bool
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
            guard mayBegin(lexemes[index]), let name = longest(at: index) else {
                index += 1
                continue
            }
            found.append(name)
            index = name.range.upperBound
        }
        return found
    }

    /// Returns the concept of a kind of label that has just these lexemes as a form, if there is one.
    ///
    /// ``find()`` takes the first form of those that overlap: in `l’Union européenne` it finds a newspaper.
    func name(at range: Range<Int>, isOf kind: (Label) -> Bool) -> LexiconName? {
        var best: LexiconName?
        passage.lexicon.names.forEachName(passage.lexemes, at: range.lowerBound) { match in
            guard match.end == range.upperBound, let name = likeliest(of: match.node, at: range, isOf: kind) else {
                return
            }
            best = name
        }
        return best
    }

    private func mayBegin(_ lexeme: Lexeme) -> Bool {
        (lexeme.shape.hasCapital || passage.lexicon.mayBeginSmall(lexeme.nameHash)) && lexeme.gap != .none
            && !lexeme.shape.contains(.opaque)
    }

    private func longest(at index: Int) -> LexiconName? {
        let lexicon = passage.lexicon
        var best: LexiconName?
        lexicon.names.forEachName(passage.lexemes, at: index) { match in
            let range = index..<match.end
            if match.end < passage.lexemes.count, passage.lexemes[match.end].gap == .none { return }
            if range.count == 1 && isElided(index) || isInFigure(index) { return }
            if let name = likeliest(of: match.node, at: range) { best = name }
        }
        return best
    }

    /// Whether a form is a single letter, or a short acronym with a common meaning; `EU` and `UN` are names.
    private func isTiny(_ lexeme: Lexeme) -> Bool {
        lexeme.count == 1 || lexeme.count == 2 && (!lexeme.shape.isAllCapitals || lexeme.classes.contains(.acronymStop))
    }

    private func isCalendarWord(_ lexeme: Lexeme) -> Bool {
        !lexeme.classes.isDisjoint(with: WordClass.Set(.month, .weekday))
    }

    /// Whether a form is one word that the language has for other things too, whatever the lexicon says of it.
    private func isOrdinaryWord(_ range: Range<Int>) -> Bool {
        let ordinary = WordClass.Set(.stop, .common, .title, .month, .weekday, .legalForm)
        return range.count == 1 && !passage.lexemes[range.lowerBound].classes.isDisjoint(with: ordinary)
            && !passage.lexemes[range.lowerBound].shape.contains(.innerCapital)
    }

    /// Whether the lexeme is a single capital before an apostrophe: the `C` of `C’est`.
    private func isElided(_ index: Int) -> Bool {
        passage.lexemes[index].count == 1 && index + 1 < passage.lexemes.count
            && passage.lexemes[index + 1].gap == .apostrophe
    }

    /// Whether digits and a point or comma stand directly before digits: the `2` of `1,2M`.
    private func isInFigure(_ index: Int) -> Bool {
        let lexeme = passage.lexemes[index]
        guard lexeme.shape.isNumber, index > 0, passage.lexemes[index - 1].shape.isNumber else { return false }
        return lexeme.start - passage.lexemes[index - 1].end == 1
    }

    /// Chooses between the concepts that have this form: one whose form is strong, then the one its surroundings announce.
    private func likeliest(
        of node: PhraseTable.Node, at range: Range<Int>, isOf kind: (Label) -> Bool = { _ in true }
    ) -> LexiconName? {
        var best: LexiconName?
        let end = Int(passage.lexemes[range.upperBound - 1].end)
        let hasPoint = end < passage.span.end && passage.bytes[end] == UInt8(ascii: ".")
        passage.lexicon.forEachNameForm(node) { form in
            guard form.admits(passage.lexemes[range]) else { return }
            // "Va." is a state and "va" a verb: a short form with a point needs it.
            let isPointed = form.flags.contains(.pointed)
            if isPointed, !hasPoint, range.count == 1 { return }
            let label = passage.lexicon.label(ofConcept: form.concept)
            guard kind(label) else { return }
            let score = score(form, label: label, at: range)
            if best.map({ score > $0.score || score == $0.score && label.isPreferred(to: $0.label) }) ?? true {
                best = LexiconName(
                    range: range, concept: form.concept, label: label, score: score, isPointed: isPointed && hasPoint)
            }
        }
        return best
    }

    private func score(_ form: NameForm, label: Label, at range: Range<Int>) -> Double {
        let cue = Surroundings(passage: passage, range: range)
        let isOrdinary = isOrdinaryWord(range)
        guard form.flags.contains(.weak) || isOrdinary else {
            // Between strong forms of several concepts a cue decides.
            return NameScore.lexicon + (cue.announces(label) ? 0.04 : 0)
        }
        let lexeme = passage.lexemes[range.lowerBound]
        // A form without a capital of its own says nothing when it is an ordinary word.
        guard passage.lexemes[range].contains(where: { $0.shape.hasCapital }) else { return 0 }
        if isTiny(lexeme), range.count == 1 {
            let isAnnounced = cue.announces(label) || label == .organization && cue.isPlatform
            return NameScore.tiny + (isAnnounced ? NameScore.cue : 0)
        }
        // Where a sentence starts, a capital says nothing of an ordinary word; of a month it says nothing anywhere.
        let isAtStart = lexeme.shape.contains(.sentenceStart) || isHeadline
        let saysNothing = isAtStart && isOrdinary || isHeadline && range.count == 1 || isCalendarWord(lexeme)
        let base = saysNothing ? NameScore.weakAtStart : NameScore.weakInside
        return base + (cue.announces(label) ? NameScore.cue : 0)
    }
}

extension Label {
    /// Which of two kinds a form names when nothing else decides: a seat of power is a place, a network a company.
    fileprivate func isPreferred(to other: Label) -> Bool {
        let order: [Label] = [.person, .location, .organization, .product]
        return order.firstIndex(of: self) ?? order.count < order.firstIndex(of: other) ?? order.count
    }
}
