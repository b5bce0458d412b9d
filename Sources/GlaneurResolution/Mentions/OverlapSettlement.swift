import GlaneurCore

/// Makes candidates that may overlap into mentions that do not, by the one table of priorities of the output schema.
///
/// URL and EMAIL before MONEY before PERCENT before times before names before QUANTITY before ORDINAL before CARDINAL; within a
/// rank the longer stands, then the surer, then the earlier. A quantity with a name inside shrinks to its number, but
/// neither a unit nor a figure inside one is a name: `300 kelvins`.
struct OverlapSettlement {
    /// What does not stand, and why.
    private(set) var rejections: [Rejection] = []
    private let keepsRejections: Bool
    /// What stands, in text order.
    private var winners: [Winner] = []

    /// A name without this score does not stand.
    static let threshold = 0.5

    /// Makes a settlement that tells what does not stand, or does not.
    init(keepsRejections: Bool = true) { self.keepsRejections = keepsRejections }

    /// Settles the candidates of a document: those that stand are left, in text order.
    mutating func settle(_ candidates: inout [Mention]) {
        // Sorting places is cheaper than sorting mentions, which own strings.
        var places: [(span: ByteSpan, index: Int)] = []
        places.reserveCapacity(candidates.count)
        for index in candidates.indices {
            // Fields are read in place: a mention that is copied counts three references.
            let span = candidates[index].span
            if candidates[index].label.isName, candidates[index].score ?? 1 < OverlapSettlement.threshold {
                reject(index, of: candidates, rule: "below-threshold", winner: span)
            } else {
                places.append((span, index))
            }
        }
        places.sort { ($0.span, $0.index) < ($1.span, $1.index) }
        winners.reserveCapacity(places.count)
        var start = 0
        while start < places.count {
            // Candidates that hang together by overlaps are settled among themselves.
            var end = start + 1
            var reach = places[start].span.end
            while end < places.count, places[end].span.start < reach {
                reach = max(reach, places[end].span.end)
                end += 1
            }
            if end == start + 1 {
                let index = places[start].index
                winners.append(Winner(index: index, span: places[start].span, label: candidates[index].label))
            } else if end == start + 2, candidates[places[start].index].label.isName,
                candidates[places[start + 1].index].label.isName
            {
                settle(places[start].index, places[start + 1].index, of: candidates)
            } else {
                settle(cluster: places[start..<end].map(\.index), of: candidates)
            }
            start = end
        }
        arrange(&candidates)
    }

    /// Leaves the winners alone, in their order, and changes places where they lie: nothing is copied.
    private func arrange(_ candidates: inout [Mention]) {
        /// Where each candidate lies now, and which lies at each place.
        var places = Array(candidates.indices)
        var holders = places
        // An array copies what it swaps; a buffer moves it.
        candidates.withUnsafeMutableBufferPointer { candidates in
            for (place, winner) in winners.enumerated() {
                let from = places[winner.index]
                if from != place {
                    candidates.swapAt(place, from)
                    let other = holders[place]
                    (places[other], holders[from]) = (from, other)
                    (places[winner.index], holders[place]) = (place, winner.index)
                }
                candidates[place].span = winner.span
            }
        }
        candidates.removeLast(candidates.count - winners.count)
    }

    private mutating func reject(_ index: Int, of candidates: [Mention], rule: String, winner: ByteSpan) {
        guard keepsRejections else { return }
        rejections.append(Rejection(candidate: candidates[index], rule: rule, winner: winner))
    }

    /// A candidate that stands, by its index, with what is left of its span.
    private struct Winner {
        var index: Int
        var span: ByteSpan
        var label: Label
    }

    /// Two names that overlap, as most candidates do that are not alone: neither measures the other, and both are of one rank.
    private mutating func settle(_ first: Int, _ second: Int, of candidates: [Mention]) {
        let isSecond = OverlapSettlement.isStronger(second, first, of: candidates)
        let (winner, loser) = isSecond ? (second, first) : (first, second)
        let span = candidates[winner].span
        winners.append(Winner(index: winner, span: span, label: candidates[winner].label))
        reject(loser, of: candidates, rule: "longer", winner: span)
    }

    private mutating func settle(cluster: [Int], of candidates: [Mention]) {
        var winners: [Winner] = []
        for index in cluster.sorted(by: { OverlapSettlement.isStronger($0, $1, of: candidates) }) {
            let span = candidates[index].span
            let label = candidates[index].label
            if label.isName, let quantity = cluster.first(where: { candidates[$0].measures(span) }) {
                reject(index, of: candidates, rule: "measure", winner: candidates[quantity].span)
                continue
            }
            let rivals = winners.filter { $0.span.overlaps(span) }
            guard let rival = rivals.first else {
                winners.append(Winner(index: index, span: span, label: label))
                continue
            }
            if let number = OverlapSettlement.numberSpan(of: candidates[index], besides: rivals) {
                winners.append(Winner(index: index, span: number, label: label))
                reject(index, of: candidates, rule: "shrunk-to-number", winner: rival.span)
            } else {
                let rule = rival.label.rank < label.rank ? "priority" : "longer"
                reject(index, of: candidates, rule: rule, winner: rival.span)
            }
        }
        if winners.count > 1 { winners.sort { $0.span < $1.span } }
        self.winners += winners
    }

    private static func isStronger(_ left: Int, _ right: Int, of candidates: [Mention]) -> Bool {
        let ranks = (candidates[left].label.rank, candidates[right].label.rank)
        if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
        let spans = (candidates[left].span, candidates[right].span)
        if spans.0.count != spans.1.count { return spans.0.count > spans.1.count }
        let scores = (candidates[left].score, candidates[right].score)
        if scores.0 != scores.1 { return scores.0 ?? 1 > scores.1 ?? 1 }
        return spans.0 < spans.1
    }

    /// The number alone of a quantity whose counted words hold names, where the number is free.
    private static func numberSpan(of candidate: Mention, besides rivals: [Winner]) -> ByteSpan? {
        guard case .quantity(let quantity) = candidate.value, rivals.allSatisfy({ $0.label.isName }) else { return nil }
        let number = ByteSpan(candidate.span.start, max(candidate.span.start, quantity.numberEnd))
        guard !number.isEmpty, number != candidate.span, !rivals.contains(where: { $0.span.overlaps(number) }) else {
            return nil
        }
        return number
    }
}

extension Mention {
    /// Whether a span lies inside this quantity, and the quantity has a unit.
    fileprivate func measures(_ span: ByteSpan) -> Bool {
        guard case .quantity(let quantity) = value, quantity.unit != nil else { return false }
        return self.span.start <= span.start && span.end <= self.span.end && span.count < self.span.count
    }
}
