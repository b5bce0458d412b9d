import GlaneurCore
import GlaneurLexicon

/// Tells what kind of thing a name is that is neither person, organisation nor place.
struct OtherNames {
    let passage: Passage
    /// What lexicons and rules propose in the passage.
    let proposals: [Mention]

    /// The label of a name that no proposal has in just this span.
    func label(of name: NameTagger.Name) -> Label {
        guard name.kind == .miscellaneous else { return name.kind }
        let span = passage.nameSpan(name.range)
        if let inside = proposals.last(where: { $0.span.overlaps(span) && NameTagger.kind($0.label) == .miscellaneous })
        {
            return inside.label
        }
        let lexemes = passage.lexemes[name.range]
        if name.range.count == 1, lexemes.contains(where: { $0.classes.contains(.demonym) }) { return .group }
        if lexemes.contains(where: { $0.classes.contains(.eventHead) }) { return .event }
        if isQuoted(span) { return .work }
        let before = name.range.lowerBound - 1
        let isAnnounced = passage.belongs(before, .productHead) || passage.belongs(name.range.upperBound, .productHead)
        if isAnnounced || lexemes.contains(where: { $0.shape.contains(.digit) && $0.shape.hasCapital }) {
            return .product
        }
        return .miscellaneous
    }

    /// Whether quotation marks stand directly around a span.
    private func isQuoted(_ span: ByteSpan) -> Bool {
        let before = passage.byte(passage.startOfSpaces(span.start) - 1)
        let behind = passage.byte(passage.endOfSpaces(span.end))
        // The last byte of an opening mark and the first of a closing one: " « “.
        return [0x22, 0xAB, 0x9C].contains(before) && [0x22, 0xC2, 0xE2].contains(behind)
    }
}
