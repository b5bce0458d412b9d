import GlaneurCore

/// What a document is about: counted when it is first asked for, which few documents do.
final class DocumentSubject {
    private var known: String??

    /// The organization that the document is about: half of all mentions of organizations, and three times the next.
    func organization(of mentions: [Mention]) -> String? {
        if let known { return known }
        let found = DocumentSubject.count(mentions)
        known = .some(found)
        return found
    }

    private static func count(_ mentions: [Mention]) -> String? {
        var counts: [String: Int] = [:]
        var total = 0
        for mention in mentions where mention.label == .organization {
            guard let entity = mention.entityID else { continue }
            counts[entity, default: 0] += 1
            total += 1
        }
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let second = ranked.count > 1 ? ranked[1].value : 0
        // With fewer than four mentions, the figures say little.
        guard let first = ranked.first, first.value >= 4, first.value * 2 >= total, first.value >= 3 * second else {
            return nil
        }
        return first.key
    }
}
