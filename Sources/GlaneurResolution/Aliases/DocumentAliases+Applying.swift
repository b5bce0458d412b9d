import GlaneurCore
import GlaneurLexicon

/// What the names of a document make of its candidates and mentions.
extension DocumentAliases {
    /// Raises and relabels the candidates that the document's names support.
    func apply(to candidates: inout [Mention]) {
        // Few documents have a weak name that asks for it.
        lazy var present = Set(presentEntities)
        for index in candidates.indices where candidates[index].label.isName {
            let isWeak = !candidates[index].isStanding
            // "Twitter" in the document makes an "X" the network.
            if isWeak, let id = candidates[index].entityID, present.contains(id) {
                candidates[index].score = 0.6
                candidates[index].maker = "rule:alias"
                continue
            }
            if !isWeak {
                let label = label(candidates, index)
                if candidates[index].label != label { candidates[index].label = label }
            }
            guard let referent = referents[keys[index]] ?? nil else {
                if isWeak, isBrand(candidates[index]) { candidates[index].score = 0.55 }
                continue
            }
            let isListed = candidates[index].isOfLexicon
            if isListed, candidates[index].entityID == referent.entityID, !isWeak { continue }
            // A family name of the document beats what the word means elsewhere.
            let isFamilyName =
                referent.label == .person && candidates[index].label != .person
                && !candidates[index].span.range.contains(where: { text[$0] &- 0x30 < 10 })
            guard isWeak || isFamilyName || referent.isStated || candidates[index].label == referent.label else {
                continue
            }
            candidates[index].label = referent.label
            let isOther = candidates[index].entityID != referent.entityID
            if isOther { candidates[index].entityID = referent.entityID }
            let isOwnName = records.records[referent.record].key == keys[index]
            if referent.isStated, !isOwnName {
                candidates[index].maker = "rule:alias.stated"
            } else if isWeak || isFamilyName || isListed && isOther {
                candidates[index].maker = "rule:alias"
            }
            if isWeak || isFamilyName { candidates[index].score = 0.8 }
        }
        for index in fallen { candidates[index].score = 0 }
        for (index, record) in explained {
            let referent = referent(of: record)
            candidates[index].label = referent.label
            candidates[index].entityID = referent.entityID
            candidates[index].maker = "rule:alias"
            candidates[index].score = 0.8
        }
    }

    /// Whether a form of the lexicons is written as no ordinary word is, with a capital behind its small first letter: `xAI`, `eBay`.
    ///
    /// It is one even where the model of names, which has seen few, did not follow the lexicon.
    private func isBrand(_ candidate: Mention) -> Bool {
        guard candidate.isOfLexicon, candidate.score ?? 1 >= 0.45 else { return false }
        let name = text[candidate.span.range]
        return (name.first ?? 0) &- 0x61 < 26 && (name.dropFirst().first ?? 0) &- 0x41 < 26
    }

    /// Gives a mention the id of its entity, where it is a name.
    mutating func identify(_ mention: inout Mention) {
        guard mention.label.isName else { return }
        // What a cue says of one place holds for that place.
        if !explained.isEmpty, explainedStarts.contains(mention.span.start) { return }
        // Two spellings that differ in spaces, hyphens or accents alone are one entity in the document.
        let key = NameRecords.mixed(key(mention.span.range), mention.label)
        let known = entities[key]
        let id = mention.isOfLexicon ? mention.entityID : known
        mention.entityID = id ?? mention.entityID ?? identity(of: mention)
        if known == nil, let id = mention.entityID { entities.set(key, id) }
    }

    private func identity(of mention: Mention) -> String {
        let range = mention.span.range
        let words = mention.label == .organization ? parts.words(in: range) : []
        return EntityName.entityID(label: mention.label, name: text, in: named(range, mention.label, words))
    }
}
