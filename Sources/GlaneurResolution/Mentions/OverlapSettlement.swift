import GlaneurCore

/// Makes candidates that may overlap into mentions that do not, by the one table of priorities of the output schema.
///
/// URL and EMAIL before MONEY before PERCENT before times before names before QUANTITY before ORDINAL before CARDINAL; within a
/// rank the longer stands, then the surer, then the earlier. A quantity with a name inside shrinks to its number, but
/// neither a unit nor a figure inside one is a name: `300 kelvins`.
struct OverlapSettlement {
    /// What stands, in text order.
    private(set) var mentions: [Mention] = []
    /// What does not, and why.
    private(set) var rejections: [Rejection] = []

    /// A name without this score does not stand.
    static let threshold = 0.5

    /// Settles the candidates of a document.
    mutating func settle(_ candidates: [Mention]) {
        // Sorting places is cheaper than sorting mentions, which own strings.
        var places: [(span: ByteSpan, index: Int)] = []
        places.reserveCapacity(candidates.count)
        for index in candidates.indices {
            // Fields are read in place: a mention that is copied counts three references.
            let span = candidates[index].span
            if candidates[index].label.isName, candidates[index].score ?? 1 < OverlapSettlement.threshold {
                rejections.append(Rejection(candidate: candidates[index], rule: "below-threshold", winner: span))
            } else {
                places.append((span, index))
            }
        }
        places.sort { ($0.span, $0.index) < ($1.span, $1.index) }
        mentions.reserveCapacity(places.count)
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
                mentions.append(candidates[places[start].index])
            } else {
                settle(cluster: places[start..<end].map { candidates[$0.index] })
            }
            start = end
        }
    }

    /// Hands the mentions over, so that they are changed where they lie.
    mutating func takeMentions() -> [Mention] {
        defer { mentions = [] }
        return mentions
    }

    private mutating func settle(cluster: [Mention]) {
        var winners: [Mention] = []
        for candidate in cluster.sorted(by: OverlapSettlement.isStronger) {
            if candidate.label.isName, let quantity = cluster.first(where: { $0.measures(candidate.span) }) {
                rejections.append(Rejection(candidate: candidate, rule: "measure", winner: quantity.span))
                continue
            }
            let rivals = winners.filter { $0.span.overlaps(candidate.span) }
            guard let rival = rivals.first else {
                winners.append(candidate)
                continue
            }
            if let number = OverlapSettlement.shrunk(candidate, besides: rivals) {
                winners.append(number)
                rejections.append(Rejection(candidate: candidate, rule: "shrunk-to-number", winner: rival.span))
            } else {
                let rule = rival.label.rank < candidate.label.rank ? "priority" : "longer"
                rejections.append(Rejection(candidate: candidate, rule: rule, winner: rival.span))
            }
        }
        mentions += winners.sorted { $0.span < $1.span }
    }

    private static func isStronger(_ left: Mention, _ right: Mention) -> Bool {
        if left.label.rank != right.label.rank { return left.label.rank < right.label.rank }
        if left.span.count != right.span.count { return left.span.count > right.span.count }
        if left.score != right.score { return left.score ?? 1 > right.score ?? 1 }
        return left.span < right.span
    }

    /// The number alone of a quantity whose counted words hold names, where the number is free.
    private static func shrunk(_ candidate: Mention, besides rivals: [Mention]) -> Mention? {
        guard case .quantity(let quantity) = candidate.value, rivals.allSatisfy({ $0.label.isName }) else { return nil }
        let number = ByteSpan(candidate.span.start, max(candidate.span.start, quantity.numberEnd))
        guard !number.isEmpty, number != candidate.span, !rivals.contains(where: { $0.span.overlaps(number) }) else {
            return nil
        }
        var shrunk = candidate
        shrunk.span = number
        return shrunk
    }
}

extension Mention {
    /// Whether a span lies inside this quantity, and the quantity has a unit.
    fileprivate func measures(_ span: ByteSpan) -> Bool {
        guard case .quantity(let quantity) = value, quantity.unit != nil else { return false }
        return self.span.start <= span.start && span.end <= self.span.end && span.count < self.span.count
    }
}
