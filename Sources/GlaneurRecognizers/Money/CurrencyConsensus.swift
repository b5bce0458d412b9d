import GlaneurCore

/// Settles which dollars, pounds or crowns the open sums of a document are: those that the document names elsewhere, or else
/// those of the home country.
struct CurrencyConsensus {
    /// The money of the country the documents come from, where it is known.
    let home: HomeCurrency?

    /// Gives open sums the currency that all else points to.
    ///
    /// - Parameters:
    ///   - candidates: the candidates of one document, in the order of the text.
    ///   - bytes: what their spans index.
    func settle(_ candidates: inout [Mention], in bytes: [UInt8]) {
        var named: [String] = []
        var open: [Int] = []
        var last: Int?
        var isConverted = false
        for index in candidates.indices {
            guard case .money(let money) = candidates[index].value else { continue }
            if CurrencyConsensus.isOpen(money) {
                open.append(index)
                isConverted =
                    isConverted || last.map { isConversion(candidates[index], of: candidates[$0], in: bytes) } ?? false
            } else if !named.contains(money.currency) {
                named.append(money.currency)
            }
            last = index
        }
        for index in open {
            guard case .money(var money) = candidates[index].value else { continue }
            let possible = CurrencyConsensus.possible(money)
            let stated = named.filter(possible.contains)
            if stated.count == 1, !isConverted {
                money.settle(on: stated[0], by: .document)
            } else if let home, stated.isEmpty, possible.contains(home.code) {
                money.settle(on: home.code, by: .country)
            } else {
                continue
            }
            candidates[index].value = .money(money)
        }
    }

    /// Whether the words leave open which currency it is.
    private static func isOpen(_ money: Money) -> Bool {
        !money.alternatives.isEmpty && money.currencyEvidence != .code && money.currencyEvidence != .adjective
    }

    /// What an open sum may be: for a dollar, the money of every country whose sign it is.
    private static func possible(_ money: Money) -> [String] {
        money.currency == "USD" ? CurrencySign.dollarCurrencies : [money.currency] + money.alternatives
    }

    /// Whether an open sum in brackets restates the one before them: in `C$2.4bn ($1.8bn)` the bare dollar is another one.
    private func isConversion(_ candidate: Mention, of other: Mention, in bytes: [UInt8]) -> Bool {
        guard case .money(let money) = other.value, !CurrencyConsensus.isOpen(money),
            candidate.span.start - other.span.end < 24, other.span.end <= candidate.span.start
        else { return false }
        return bytes[other.span.end..<candidate.span.start].contains { $0 == UInt8(ascii: "(") }
    }
}

extension Money {
    /// Takes one of its possible currencies for the one that is meant.
    fileprivate mutating func settle(on code: String, by evidence: CurrencyEvidence) {
        alternatives = alternatives.filter { $0 != code }
        if currency != code { alternatives.insert(currency, at: 0) }
        currency = code
        currencyEvidence = evidence
    }
}
