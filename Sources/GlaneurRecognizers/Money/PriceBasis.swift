import GlaneurLexicon

/// Reads what a price is for, behind a sum: `pièce`, `par an`, `/mois`, `a share`, `the kWh`.
struct PriceBasis {
    let passage: Passage

    /// Returns `unit`, `share`, `person` or a UCUM unit, if the words behind a sum name one.
    ///
    /// - Parameters:
    ///   - offset: the end of the sum, which may be a sign and no lexeme.
    ///   - index: the first lexeme behind it.
    func read(behind offset: Int, at index: Int) -> String? {
        guard let lexeme = passage.lexeme(index) else { return nil }
        let isTied = passage.byte(offset) == 0x2F || passage.byte(offset) == 0x2D
        guard passage.endOfSpaces(isTied ? offset + 1 : offset) == Int(lexeme.start) else { return nil }
        if passage.byte(offset) == 0x2F { return basis(at: index) }
        guard let match = passage.phrase(at: index, .per), let value = passage.lexicon.value(match.node, .per) else {
            // "3 € le billet", "1,80 euro le litre"
            guard passage.language == .french, passage.belongs(index, .stop, as: "det"),
                let gap = passage.lexeme(index + 1)?.gap, gap == .space || gap == .apostrophe
            else { return nil }
            return noun(at: index + 1)
        }
        if !value.isEmpty { return value }
        guard let gap = passage.lexeme(match.end)?.gap, gap == .space || gap == .hyphen else { return nil }
        // "a year earlier", "par mois depuis", but "a year before tax"
        if let cue = passage.phrase(at: match.end + 1, .dateCue), isOffset(cue.node),
            passage.lexeme(cue.end).map({ $0.gap != .space || !$0.classes.isDisjoint(with: .functionWords) }) ?? true
        {
            return nil
        }
        return basis(at: match.end)
    }

    private func isOffset(_ node: PhraseTable.Node) -> Bool {
        func says(_ value: StaticString) -> Bool { passage.lexicon.hasValue(node, .dateCue, value) }
        return says("ago") || says("earlier") || says("hence") || says("later")
    }

    private func basis(at index: Int) -> String? {
        if let unit = passage.value(index, .timeUnit), !unit.utf8.contains(UInt8(ascii: ".")) { return unit }
        return noun(at: index)
    }

    /// What a thing that is counted or measured is as a basis.
    private func noun(at index: Int) -> String? {
        if let noun = passage.value(index, .perNoun) { return noun }
        let units = UnitReader(passage: passage)
        return units.unit(at: index).map { units.timed($0).code }
    }
}
