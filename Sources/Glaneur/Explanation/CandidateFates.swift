import GlaneurCore
import GlaneurLexicon
import GlaneurRecognizers

/// Finds out what became of the candidates at one place.
///
/// The resolve stage changes candidates before it settles them, so a candidate is found again by its span and, where that is
/// not enough, by what is left of its maker and score.
struct CandidateFates {
    /// What became of a candidate.
    enum Fate {
        case stands, promoted, unknown
        case lost(Rejection)
    }

    /// A candidate with its fate.
    struct Entry {
        let candidate: Mention
        var fate: Fate
    }

    /// The candidates at the place, in text order.
    private(set) var entries: [Entry]
    /// The mention that a candidate became by the full names of the document.
    private(set) var promoted: (candidate: Mention, mention: Mention)?
    private let document: Document

    /// Looks at the candidates that hold a character.
    init(at character: ByteSpan, in document: Document) {
        self.document = document
        entries = document.candidates.filter { $0.span.contains(character) }
            .sorted { ($0.span, $1.score ?? 1) < ($1.span, $0.score ?? 1) }
            .map { Entry(candidate: $0, fate: .unknown) }
        var mentions = document.mentions.filter { $0.span.contains(character) }
        var rejections = document.rejections.filter { $0.candidate.span.contains(character) }
        // What was left as it was is found first, so that it is not taken for something that was changed.
        for isSame in [CandidateFates.isUnchanged, CandidateFates.isChanged] {
            for index in entries.indices {
                guard case .unknown = entries[index].fate else { continue }
                let candidate = entries[index].candidate
                if let found = mentions.firstIndex(where: { isSame(candidate, $0) }) {
                    let mention = mentions.remove(at: found)
                    let text = document.string(mention.span)
                    let isPromoted = CandidateFates.isPromoted(candidate, to: mention, text: text)
                    entries[index].fate = isPromoted ? .promoted : .stands
                    if isPromoted { promoted = (candidate, mention) }
                } else if let found = rejections.firstIndex(where: { isSame(candidate, $0.candidate) }) {
                    entries[index].fate = .lost(rejections.remove(at: found))
                }
            }
        }
    }

    private static func isUnchanged(_ candidate: Mention, _ later: Mention) -> Bool {
        candidate.span == later.span && candidate.label == later.label && candidate.maker == later.maker
            && candidate.score == later.score
    }

    private static func isChanged(_ candidate: Mention, _ later: Mention) -> Bool {
        if later.maker == "rule:name.legal-form" || later.maker == candidate.maker {
            // A legal form behind a name may have come into it.
            return candidate.span.start == later.span.start && candidate.span.end <= later.span.end
        }
        return candidate.span == later.span && later.isAlias
    }

    /// Whether more happened to a candidate than that it got the id its own name gives.
    private static func isPromoted(_ candidate: Mention, to mention: Mention, text: String) -> Bool {
        if candidate.label != mention.label || candidate.maker != mention.maker || candidate.score != mention.score {
            return true
        }
        guard let id = mention.entityID else { return false }
        // The id of an organisation leaves its legal form out.
        return id != candidate.entityID && !EntityName.entityID(label: mention.label, name: text).hasPrefix(id)
    }

    /// Returns the full name that gives a promoted mention its entity: the longest that can be so shortened.
    func license(of mention: Mention) -> ByteSpan? {
        guard let id = mention.entityID else { return nil }
        let key = EntityName.key(of: document.string(mention.span))
        let names = document.candidates + document.mentions
        let full = names.filter { name in
            guard name.label.isName, name.span != mention.span, !name.isAlias,
                name.score ?? 1 >= NameScore.threshold
            else { return false }
            let text = document.string(name.span)
            guard (name.entityID ?? EntityName.entityID(label: name.label, name: text)) == id else { return false }
            return mention.maker == "rule:alias.stated" || CandidateFates.isShortened(text, to: key)
        }
        return full.min { ($1.span.count, $0.span) < ($0.span.count, $1.span) }?.span
    }

    /// Whether a name may be written in short as the words with this key: its first or last words, or its initials.
    private static func isShortened(_ name: String, to key: String) -> Bool {
        let words = EntityName.slug(of: name).split(separator: "-")
        for count in 1...max(1, words.count) {
            if words.prefix(count).joined() == key || words.suffix(count).joined() == key { return true }
        }
        // An acronym may leave out small words.
        var letters = key[...]
        for word in words where word.first == letters.first { letters.removeFirst() }
        return key.count >= 2 && letters.isEmpty
    }
}

extension Mention {
    /// Whether the rest of the document made it what it is.
    fileprivate var isAlias: Bool { maker.hasPrefix("rule:alias") }
}
