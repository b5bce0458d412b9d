import GlaneurCore
import GlaneurLexicon

/// The short forms that the full names of one document license in that document.
///
/// `Peter Bannon` licenses `Bannon` and `Peter`; `Organisation mondiale de la santé (OMS)` licenses `OMS`; `GLR Research`
/// licenses `GLR`; `Density AI` and `DensityAI` are one. A short form that two full names share licenses nothing.
///
/// Forms are compared by the hash of their key: letters and digits in lower case without accents.
struct DocumentAliases {
    /// What a short form stands for.
    private struct Referent {
        var entityID: String
        var label: Label
    }

    private let text: [UInt8]
    private let lexicon: Lexicon
    /// By the key of the short form; nothing where it is ambiguous.
    private var referents: KeyTable<Referent?>
    /// The entities that a sure mention shows to be in the document.
    private var presentEntities: [String] = []
    /// The entity each key and label was first identified with.
    private var entities: KeyTable<String>

    init(document: Document, lexicon: Lexicon) {
        text = document.text
        self.lexicon = lexicon
        let candidates = document.candidates
        // A name licenses one or two short forms beside its own, and most names stand more than once.
        referents = KeyTable(minimumCapacity: candidates.count)
        entities = KeyTable(minimumCapacity: candidates.count)
        // Candidates are read where they lie: one that is copied counts three references.
        var full: [Int] = []
        var lone: [Int] = []
        for index in candidates.indices
        where candidates[index].label.isName && candidates[index].score ?? 1 >= OverlapSettlement.threshold {
            let isLone = isLoneWord(candidates[index].span, candidates[index].maker)
            if isLone { lone.append(index) } else { full.append(index) }
        }
        // Full names first: a family name that a rule found alone is no rival of the person it belongs to.
        for index in full { learn(candidates, index, key(candidates[index].span.range)) }
        for index in lone {
            let key = key(candidates[index].span.range)
            if referents[key] == nil { learn(candidates, index, key) }
        }
    }

    private func key(_ range: Range<Int>) -> UInt64 { EntityName.keyHash(text, in: range) }

    // MARK: Learning

    /// Learns what the candidate at an index, whose key is `own`, stands for and licenses.
    private mutating func learn(_ candidates: [Mention], _ index: Int, _ own: UInt64) {
        let label = candidates[index].label
        let span = candidates[index].span
        // Nothing is to be learned from the same name twice.
        if let known = referents[own] ?? nil, known.label == label,
            candidates[index].entityID.map({ $0 == known.entityID }) ?? true
        {
            return
        }
        let range = span.range
        let words = label == .person || label == .organization ? words(in: range) : []
        let stripped = label == .organization ? withoutLegalForm(words) : words[...]
        let id: String
        if let known = candidates[index].entityID {
            presentEntities.append(known)
            id = known
        } else {
            let end = label == .organization ? stripped.last?.upperBound ?? range.upperBound : range.upperBound
            id = EntityName.entityID(label: label, name: text, in: range.lowerBound..<end)
        }
        let referent = Referent(entityID: id, label: label)
        license(own, referent)
        guard words.count >= 2, let first = words.first, let last = words.last else { return }
        if label == .person {
            license(key(last), referent)
            if let tail = familyNameWithParticles(words) { license(key(tail), referent) }
            if first.count > 2 { license(key(first), referent) }
        } else {
            if stripped.count < words.count, let end = stripped.last?.upperBound {
                license(key(range.lowerBound..<end), referent)
            }
            if first.count >= 3, stripped.count >= 2, isUnlisted(candidates[index].maker), isUnknown(first) {
                license(key(first), referent)
            }
            if let acronym = acronymBehind(span) { license(key(acronym), referent) }
        }
    }

    /// Whether a rule or a model found a name, and no lexicon knows it.
    private func isUnlisted(_ maker: String) -> Bool { !maker.utf8.starts(with: "lexicon:".utf8) }

    /// Whether a rule or a model found a single word, about which no lexicon knows anything.
    private func isLoneWord(_ span: ByteSpan, _ maker: String) -> Bool {
        isUnlisted(maker) && !text[span.range].contains(0x20)
    }

    private mutating func license(_ key: UInt64, _ referent: Referent) {
        guard let known = referents[key] else {
            referents.set(key, referent)
            return
        }
        if let known, known.entityID != referent.entityID { referents.set(key, nil) }
    }

    /// The words of a range, cut at plain and no-break spaces.
    private func words(in range: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            let (scalar, length) = text.scalar(at: index)
            if ScalarClass.of(scalar) == .space {
                if start < index { words.append(start..<index) }
                start = index + length
            }
            index += length
        }
        if start < range.upperBound { words.append(start..<range.upperBound) }
        return words
    }

    /// The family name with the small words before it: `van der Leyen`.
    private func familyNameWithParticles(_ words: [Range<Int>]) -> Range<Int>? {
        guard words.count >= 3, let last = words.last,
            let particle = words.dropFirst().first(where: { text[$0.lowerBound] &- 0x61 < 26 })
        else { return nil }
        return particle.lowerBound..<last.upperBound
    }

    /// The acronym in brackets right behind a name, where its letters are those of the name's words.
    private func acronymBehind(_ span: ByteSpan) -> Range<Int>? {
        var index = span.end
        while index < text.count, text[index] == 0x20 { index += 1 }
        guard index < text.count, text[index] == UInt8(ascii: "("),
            let close = text[index..<min(index + 14, text.count)].firstIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let inside = (index + 1)..<close
        guard inside.count >= 2, inside.allSatisfy({ text[$0] &- 0x41 < 26 || text[$0] == 0x2E }) else { return nil }
        let name = String(decoding: text[span.range], as: UTF8.self)
        var letters = EntityName.slug(of: name).split(separator: "-").compactMap(\.first)[...]
        // Small words may be left out, so the letters of the acronym need only come in order.
        for letter in EntityName.key(of: String(decoding: text[inside], as: UTF8.self)) {
            guard let found = letters.firstIndex(of: letter) else { return nil }
            letters = letters[(found + 1)...]
        }
        return inside
    }

    private func isUnknown(_ word: Range<Int>) -> Bool {
        let hash = LexemeScanner.wordHash(text.span, in: word)
        let known = WordClass.Set(.stop, .common, .organizationHead)
        return lexicon.words(.french).node(of: hash).classes.isDisjoint(with: known)
            && lexicon.words(.english).node(of: hash).classes.isDisjoint(with: known)
    }

    // MARK: Applying

    /// Raises and relabels the candidates that the document's full names support.
    func apply(to candidates: inout [Mention]) {
        // Few documents have a weak name that asks for it.
        lazy var present = Set(presentEntities)
        for index in candidates.indices where candidates[index].label.isName {
            let isWeak = candidates[index].score ?? 1 < OverlapSettlement.threshold
            // "Twitter" in the document makes an "X" the network.
            if isWeak, let id = candidates[index].entityID, present.contains(id) {
                candidates[index].score = 0.6
                candidates[index].maker = "rule:alias"
                continue
            }
            let span = candidates[index].span
            guard let referent = referents[key(span.range)] ?? nil else { continue }
            // A family name of the document beats what the word means elsewhere.
            let isFamilyName =
                referent.label == .person && candidates[index].label != .person
                && !span.range.contains(where: { text[$0] &- 0x30 < 10 })
            guard isWeak || isFamilyName || candidates[index].label == referent.label else { continue }
            candidates[index].label = referent.label
            if candidates[index].entityID != referent.entityID { candidates[index].entityID = referent.entityID }
            if isWeak || isFamilyName {
                candidates[index].maker = "rule:alias"
                candidates[index].score = 0.8
            }
        }
    }

    /// Gives a mention the id of its entity, where it is a name.
    mutating func identify(_ mention: inout Mention) {
        guard mention.label.isName else { return }
        // Two spellings that differ in spaces, hyphens or accents alone are one entity in the document.
        let key = max(1, key(mention.span.range) ^ UInt64(mention.label.place) << 56)
        let known = entities[key]
        let id = mention.maker.hasPrefix("lexicon:") ? mention.entityID : known
        mention.entityID = id ?? mention.entityID ?? identity(of: mention)
        if known == nil, let id = mention.entityID { entities.set(key, id) }
    }

    private func identity(of mention: Mention) -> String {
        if let id = mention.entityID { return id }
        var range = mention.span.range
        if mention.label == .organization, let end = withoutLegalForm(words(in: range)).last?.upperBound {
            range = range.lowerBound..<end
        }
        return EntityName.entityID(label: mention.label, name: text, in: range)
    }

    /// Takes legal forms off the end: `Tesla, Inc.` is `Tesla`.
    private func withoutLegalForm(_ words: [Range<Int>]) -> ArraySlice<Range<Int>> {
        var words = words[...]
        while words.count > 1, let last = words.last {
            // The hash passes over points and commas.
            let hash = LexemeScanner.wordHash(text.span, in: last)
            guard
                lexicon.words(.english).node(of: hash).classes.contains(.legalForm)
                    || lexicon.words(.french).node(of: hash).classes.contains(.legalForm)
            else { break }
            words.removeLast()
        }
        return words
    }
}
