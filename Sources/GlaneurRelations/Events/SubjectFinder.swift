import GlaneurCore

/// Finds the names that are the subject of a verb, over insertions and in rows.
struct SubjectFinder {
    private let outline: Outline
    private let fitting: (Int) -> Int?
    /// The place of the piece right in front of the verb and its small words.
    let head: Int

    /// How many pieces between commas are looked at.
    private static let segments = 8

    /// Prepares to look in front of a place.
    ///
    /// - Parameter fitting: the mention at a place, if it may be the subject.
    init(outline: Outline, before start: Int, fitting: @escaping (Int) -> Int?) {
        self.outline = outline
        self.fitting = fitting
        head = start - 1
    }

    /// The mentions that are the subject, in text order.
    func subjects() -> [Int] {
        switch outline.kind(head) {
        case .mention: row(endingAt: head)
        case .comma: behindInsertion(head)
        case .word where outline.roles(head).contains(.relative): antecedent(head - 1)
        default: []
        }
    }

    /// What a relative pronoun refers to: the name in front of it, over a comma or an insertion.
    private func antecedent(_ place: Int) -> [Int] {
        switch outline.kind(place) {
        case .mention: row(endingAt: place)
        case .comma: behindInsertion(place)
        default: []
        }
    }

    /// The names of a row that ends at a place: `Milan Kovac et David Lau`.
    private func row(endingAt place: Int) -> [Int] {
        guard let last = fitting(place), isFree(place) else {
            // `Dojo de Tesla`: the name behind the genitive only tells whose.
            guard outline.roles(place - 1).contains(.genitive), let owned = fitting(place - 2), isFree(place - 2) else {
                return []
            }
            return [owned]
        }
        var mentions = [last]
        var left = place - 1
        while outline.kind(left) == .word, outline.roles(left).contains(.title) { left -= 1 }
        guard outline.kind(left) == .word, outline.roles(left).contains(.coordinator) else { return mentions }
        left -= 1
        while mentions.count < SubjectFinder.segments {
            if outline.kind(left) == .comma { left -= 1 }
            guard let mention = fitting(left), isFree(left) else { break }
            mentions.insert(mention, at: 0)
            left -= 1
            while outline.kind(left) == .word, outline.roles(left).contains(.title) { left -= 1 }
            guard outline.kind(left) == .comma else { break }
        }
        return mentions
    }

    /// The names at the heads of the pieces in front of a comma: `Milan Kovac, responsable d’Optimus, et David Lau, … ,`.
    private func behindInsertion(_ comma: Int) -> [Int] {
        var mentions: [Int] = []
        var end = comma
        for _ in 0..<SubjectFinder.segments {
            var start = end
            while start > 0, outline.kind(start - 1) == .word || outline.kind(start - 1) == .mention { start -= 1 }
            guard start < end else { break }
            var head = start
            var isJoined = false
            while outline.kind(head) == .word,
                !outline.roles(head).isDisjoint(with: [.coordinator, .article, .title, .office])
            {
                if outline.roles(head).contains(.coordinator) { isJoined = true }
                head += 1
            }
            // `que Morgan Stanley, en 2023, a …`: the name in front of the insertion may end a clause.
            let place = head < end && fitting(head) != nil && isFree(head) ? head : end - 1
            if let mention = fitting(place), isFree(place) {
                mentions.insert(mention, at: 0)
                // One is the subject, unless a word joins it to those before.
                if mentions.count == 1, !isJoined { break }
            }
            guard outline.kind(start - 1) == .comma else { break }
            end = start - 1
        }
        return mentions
    }

    /// Whether no preposition stands in front of a name, and it only tells whose something is.
    private func isFree(_ place: Int) -> Bool {
        switch outline.standing(of: place) {
        case .free: true
        default: false
        }
    }
}
