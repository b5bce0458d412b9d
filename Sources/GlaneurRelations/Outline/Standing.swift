import GlaneurCore

/// What the words around a name make of it: a subject, or a part of something else.
enum Standing {
    /// Nothing keeps it from being a subject.
    case free
    /// A preposition stands in front of it: `à CNBC`, `par Reuters`.
    case governed
    /// Something or somebody in front or behind speaks for it: `un mémo de Nvidia`, `an Amazon spokesperson`.
    case represented
    /// It tells where somebody has an office: `le PDG de Tesla`, `the Tesla chief`.
    case office(concept: Int16, Gender)
}

extension Outline {
    /// What the words around a mention make of it.
    func standing(of place: Int) -> Standing {
        if let compound = standingBefore(place) { return compound }
        var left = place - 1
        // Articles, titles and offices that belong to the name; one word more, which may be an adjective.
        var others = 0
        while place - left <= 5, kind(left) == .word, roles(left).isDisjoint(with: [.verb, .attribution]) {
            let word = roles(left)
            if word.contains(.genitive) { return standing(behindGenitive: left) }
            if word.contains(.weakAttribution), opensClause(left) { return .free }
            if !word.isDisjoint(with: .governing) {
                // `a spokesman for Exxon`, but `a statement to Reuters`.
                return roles(left - 1).contains(.voice) && !(word.contains(.goal) && !word.contains(.weakAttribution))
                    ? .represented : .governed
            }
            if word.isDisjoint(with: [.article, .title, .office, .firm, .voice]) {
                others += 1
                if others > 1 || word.contains(.auxiliary) { break }
            }
            left -= 1
        }
        return .free
    }

    /// What the noun right behind a name makes of it: `Tesla CEO`, `AMD’s chief executive`, `the Boeing memo`.
    private func standingBefore(_ place: Int) -> Standing? {
        var next = place + 1
        // The s of a possessive is a word of its own.
        if let word = element(next), word.kind == .word, word.span.count == 1, !word.isCapitalized { next += 1 }
        var steps = 0
        while steps < 2, let word = element(next), word.kind == .word, !word.roles.contains(.verb) {
            if !word.roles.isDisjoint(with: [.article, .preposition, .genitive, .auxiliary, .pronoun]) { return nil }
            if !word.roles.isDisjoint(with: [.voice, .statement]) { return .represented }
            if word.roles.contains(.office) { return .office(concept: word.concept, word.gender) }
            // `the North Carolina Constitution` is not North Carolina.
            if word.isCapitalized, steps == 0, next == place + 1 { return .governed }
            next += 1
            steps += 1
        }
        return nil
    }

    /// What the noun in front of a genitive makes of the name behind it.
    private func standing(behindGenitive place: Int) -> Standing {
        var left = place - 1
        while place - left <= 4, let word = element(left), word.kind == .word {
            if !word.roles.isDisjoint(with: [.voice, .statement]) { return .represented }
            if word.roles.contains(.office) { return .office(concept: word.concept, word.gender) }
            if !word.roles.isDisjoint(with: [.verb, .article, .pronoun]) { break }
            left -= 1
        }
        return .governed
    }

    /// Whether a sentence or a part of it begins at a place: `Mais, pour M. Goudet, …`.
    func opensClause(_ place: Int) -> Bool {
        kind(place - 1) == .stop || kind(place - 1) == .comma || roles(place - 1).contains(.coordinator)
    }

    /// Whether a preposition stands in front of a noun, with or without its article.
    func isGoverned(_ place: Int) -> Bool {
        var left = place - 1
        while place - left <= 3, kind(left) == .word {
            let word = roles(left)
            if !word.isDisjoint(with: .governing) { return true }
            if word.contains(.verb) { return false }
            if word.contains(.article) {
                return kind(left - 1) == .word && !roles(left - 1).isDisjoint(with: .governing)
            }
            left -= 1
        }
        return false
    }

    /// Whether the article of a noun says that it is somebody new.
    func isIndefinite(_ place: Int) -> Bool {
        var left = place - 1
        while place - left <= 3, kind(left) == .word {
            if roles(left).contains(.indefinite) { return true }
            if !roles(left).isDisjoint(with: [.article, .verb, .preposition]) { return false }
            left -= 1
        }
        return false
    }
}
