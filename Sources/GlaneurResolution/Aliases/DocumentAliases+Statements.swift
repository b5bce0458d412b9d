import GlaneurCore
import GlaneurLexicon

/// Other names that the text states: `X (formerly Twitter)`, `Lino Varga, de son vrai nom Michel Ostrowski`.
extension DocumentAliases {
    /// Joins the names that the text says are of one thing; returns their keys and the indices of their records.
    mutating func readStatements(_ candidates: [Mention]) -> [(key: UInt64, record: Int)] {
        var reader = StatedAliasReader(text: text, words: parts.words)
        var stated: [(key: UInt64, record: Int)] = []
        // Few documents state anything.
        lazy var places = CandidatePlaces(candidates)
        for index in candidates.indices where candidates[index].label.isName {
            if let statement = reader.statement(behind: candidates[index].span.end),
                let other = longest(of: places.names(at: statement.nameStart), candidates)
            {
                stated += join(candidates, places, index, other, statement)
            } else if let statement = reader.opening(before: candidates[index].span),
                let other = longest(of: places.names(at: statement.nameStart), candidates)
            {
                stated += join(candidates, places, other, index, statement)
            }
        }
        return stated
    }

    /// Of names that begin at one place the longest that stands, or the longest.
    private func longest(of names: ArraySlice<Int>, _ candidates: [Mention]) -> Int? {
        names.max {
            let left = (candidates[$0].isStanding ? 1 : 0, candidates[$0].span.count)
            return left < (candidates[$1].isStanding ? 1 : 0, candidates[$1].span.count)
        }
    }

    private mutating func join(
        _ candidates: [Mention], _ places: CandidatePlaces, _ first: Int, _ second: Int,
        _ statement: StatedAliasReader.Statement
    ) -> [(key: UInt64, record: Int)] {
        guard keys[first] != keys[second], canTell(candidates, places, first, second) else { return [] }
        let isFullName = text[candidates[second].span.range].contains(0x20)
        if statement.relation == .maiden, !isFullName {
            // The name of a family: it is hers in this place, and that of her relatives in others.
            guard label(candidates, first) == .person, candidates[second].isPossiblePerson else { return [] }
            explained.append((second, record(candidates, first)))
            explainedStarts.insert(candidates[second].span.start)
            return []
        }
        guard let label = commonLabel(candidates, first, second, statement.relation) else { return [] }
        let (left, right) = (record(candidates, first, as: label), record(candidates, second, as: label))
        let joined =
            statement.relation.prefersSecond ? records.join(left, to: right) : records.join(right, to: left)
        guard joined != nil else { return [] }
        for index in [first, second] where !candidates[index].isOfLexicon { announced.decide(keys[index], label) }
        // "ex-Duclos" was taken for a name as a whole.
        let end = candidates[second].span.end
        fallen += places.names(at: statement.cueStart).filter { candidates[$0].span.end <= end }
        return [left, right].map { (records.records[$0].key, $0) }
    }

    /// Whether one of two candidates stands and the other lies in none that does.
    private func canTell(_ candidates: [Mention], _ places: CandidatePlaces, _ first: Int, _ second: Int) -> Bool {
        func isFree(_ index: Int) -> Bool {
            candidates[index].isStanding || !places.covers(candidates[index].span)
        }
        return (candidates[first].isStanding || candidates[second].isStanding) && isFree(first)
    }

    /// What two names of one thing are, or nothing where they cannot be one.
    private func commonLabel(
        _ candidates: [Mention], _ first: Int, _ second: Int, _ relation: AliasWords.Relation
    ) -> Label? {
        let (left, right) = (label(candidates, first), label(candidates, second))
        let (isListed, otherIsListed) = (candidates[first].isOfLexicon, candidates[second].isOfLexicon)
        if isListed, otherIsListed, candidates[first].entityID != candidates[second].entityID { return nil }
        if left == right { return left }
        let standing = candidates[first].isStanding
        if left == .person || right == .person {
            // People were formerly of firms: "Marie Holm, ex-Siemens".
            if left == .person, standing, relation == .former || relation == .new { return nil }
            if left == .person, standing { return otherIsListed ? nil : .person }
            if right == .person, otherIsListed || isFullName(second, candidates) { return nil }
            if left == .person, !standing { return right }
            return left
        }
        if isListed { return otherIsListed ? nil : left }
        if otherIsListed { return right }
        if left == .organization || right == .organization { return .organization }
        return standing ? left : right
    }

    /// Whether a candidate has a first name and more.
    private func isFullName(_ index: Int, _ candidates: [Mention]) -> Bool {
        guard candidates[index].isStanding else { return false }
        let words = parts.words(in: candidates[index].span.range)
        return words.count >= 2 && parts.belongs(words[0], WordClass.Set(.givenName))
    }
}

extension Mention {
    /// Whether it may be a family name: a lexicon does not know it for something else.
    fileprivate var isPossiblePerson: Bool { label == .person || !isOfLexicon }
}
