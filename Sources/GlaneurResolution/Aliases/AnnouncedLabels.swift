import GlaneurCore
import GlaneurLexicon

/// What the names that no lexicon knows are in a whole document, because one place of it says so: `la société Kelstone`,
/// `Kelstone plc`, `Mme Kervadec`.
///
/// A model that sees one sentence takes `Kelstone` for a firm here and for a town there; one document means one thing. To let the
/// places vote without such a word was tried: it costs 0.1 points of F1 on WiNER-fr and joins less.
struct AnnouncedLabels {
    /// By the key of the name; nothing where two places say different things.
    private var labels: KeyTable<Label?>

    /// Collects what the candidates that stand say, by their keys.
    init(_ candidates: [Mention], keys: [UInt64], parts: NameParts) {
        labels = KeyTable()
        for index in candidates.indices
        where candidates[index].isStanding && !candidates[index].isOfLexicon {
            if candidates[index].isAnnounced { announce(keys[index], candidates[index].label) }
            if candidates[index].label == .organization,
                let name = parts.nameBeforeLegalForm(candidates[index].span.range)
            {
                announce(EntityName.keyHash(parts.text, in: name), .organization)
            }
        }
    }

    private mutating func announce(_ key: UInt64, _ label: Label) {
        let known = labels[key] ?? label
        labels.set(key, known == label ? label : nil)
    }

    /// Says what a name is because the text states it.
    mutating func decide(_ key: UInt64, _ label: Label) { labels.set(key, label) }

    /// The label that a name has in the whole document, where a place says so.
    func label(of key: UInt64) -> Label? { labels[key] ?? nil }
}

extension Mention {
    /// Whether it is a name that is sure enough to stand by itself.
    var isStanding: Bool { label.isName && score ?? 1 >= OverlapSettlement.threshold }

    /// Whether a word beside it says what it is.
    fileprivate var isAnnounced: Bool {
        let maker = maker.utf8.span
        // Few makers end like this, and the last byte tells most of them.
        switch maker.count > 0 ? maker[maker.count - 1] : 0 {
        case UInt8(ascii: "e"):
            return self.maker.hasSuffix(".name.cue") || self.maker.hasSuffix(".name.title")
        default: return false
        }
    }
}
