import GlaneurCore
import GlaneurLexicon

/// Numbers in a row that leave their unit to the last: `14 et 17 ans`, `26, 30 et 48 ans`, `45 and 50 mg`.
extension AmountReader {
    /// What a bare figure is a number of by the figures behind it, which commas and one *and* or *or* join to it.
    func sharedKind(of first: AmountReading) -> AmountReading.Kind? {
        guard first.kind.isNone, isFigure(first.numeral) else { return nil }
        var previous = first
        for _ in 0..<4 {
            let link = previous.next
            let isLast = passage.belongs(link, .numberLink, as: "and") || passage.belongs(link, .measureCue, as: "or")
            guard let gap = passage.lexeme(link)?.gap, isLast ? gap == .space : gap == .comma,
                let next = passage.lexeme(isLast ? link + 1 : link), next.shape.isNumber, !isLast || next.gap == .space,
                let reading = read(at: isLast ? link + 1 : link, floor: previous.end), isFigure(reading.numeral)
            else { return nil }
            switch reading.kind {
            case .unit, .age, .percent: return isLast ? reading.kind : nil
            case .none where !isLast: previous = reading
            default: return nil
            }
        }
        return nil
    }

    /// Whether a number is a short figure in digits and no year.
    private func isFigure(_ numeral: Numeral) -> Bool {
        !numeral.isWords && !numeral.isFraction && numeral.scale == nil && numeral.value < ExactDecimal(1900)
    }
}
