import GlaneurCore
import GlaneurLexicon

/// Joins what names one product: a brand and its model (`Nvidia H100`), a product and its version (`Grok 3`).
struct ProductVersions {
    let passage: Passage

    /// Proposes the joined names over the known ones.
    func propose(_ known: [LexiconName], into candidates: inout [Mention]) {
        for (index, name) in known.enumerated() where name.label == .product && name.score >= NameScore.threshold {
            var range = name.range
            if let end = versionEnd(behind: range) {
                range = range.lowerBound..<end
                candidates.append(passage.mention(range, .product, rule: .nameVersion, score: name.score))
            }
            guard index > 0, isBrand(known[index - 1], before: range) else { continue }
            var joined = passage.mention(
                known[index - 1].range.lowerBound..<range.upperBound, .product, rule: .nameBrandModel, score: name.score
            )
            // The brand adds nothing to the identity of the model.
            joined.entityID =
                range.upperBound == name.range.upperBound
                ? passage.lexicon.entityID(ofConcept: name.concept)
                : EntityName.entityID(label: .product, name: passage.string(range))
            candidates.append(joined)
        }
    }

    /// The index behind a version of one or two digits, if one follows and counts nothing.
    private func versionEnd(behind range: Range<Int>) -> Int? {
        let index = range.upperBound
        guard index < passage.lexemes.count else { return nil }
        let number = passage.lexemes[index]
        guard number.shape.isNumber, number.count <= 2, number.gap == .space || number.gap == .hyphen else {
            return nil
        }
        guard index + 1 < passage.lexemes.count else { return index + 1 }
        let next = passage.lexemes[index + 1]
        if next.gap == .none || next.gap == .comma && next.shape.isNumber { return nil }
        if next.gap == .space, next.shape.isNumber { return nil }
        let counted = WordClass.Set(.scale, .currency, .unit, .month, .timeUnit)
        return next.gap == .space && !next.classes.isDisjoint(with: counted) ? nil : index + 1
    }

    private func isBrand(_ name: LexiconName, before range: Range<Int>) -> Bool {
        name.label == .organization && name.score >= NameScore.lexicon && name.range.upperBound == range.lowerBound
            && passage.lexemes[range.lowerBound].gap == .space
    }
}
