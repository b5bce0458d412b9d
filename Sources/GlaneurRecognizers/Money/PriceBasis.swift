import GlaneurLexicon

/// Reads what a price is for, behind a sum: `pièce`, `par an`, `/mois`, `a share`, `the kWh`.
struct PriceBasis {
    let passage: PassageReader

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
            return nil
        }
        if !value.isEmpty { return value }
        guard let gap = passage.lexeme(match.end)?.gap, gap == .space || gap == .hyphen else { return nil }
        // "a year earlier", "par mois depuis"
        if passage.phrase(at: match.end + 1, .dateCue).map({ isOffset($0.node) }) ?? false { return nil }
        return basis(at: match.end)
    }

    private func isOffset(_ node: PhraseTable.Node) -> Bool {
        let values = passage.lexicon.values(node, .dateCue)
        return values.contains { ["ago", "earlier", "hence", "later"].contains($0) }
    }

    private func basis(at index: Int) -> String? {
        if let noun = passage.value(index, .perNoun) { return noun }
        if let unit = passage.value(index, .timeUnit), !unit.contains(".") { return unit }
        guard let match = passage.phrase(at: index, .unit), let unit = passage.lexicon.value(match.node, .unit) else {
            return nil
        }
        return unit.hasSuffix("?") ? String(unit.dropLast()) : unit
    }
}
