import GlaneurCore
import GlaneurLexicon

/// The short forms that the full names of one document license in that document.
///
/// `Peter Bannon` licenses `Bannon` and `Peter`; `Organisation mondiale de la santé (OMS)` licenses `OMS`; `GLR Research`
/// licenses `GLR`; `Density AI` and `DensityAI` are one. A short form that two full names share licenses nothing.
struct DocumentAliases {
    /// What a short form stands for.
    private struct Referent {
        var entityID: String
        var label: Label
    }

    private let text: [UInt8]
    private let lexicon: Lexicon
    /// By the key of the short form; nothing where it is ambiguous.
    private var referents: [String: Referent?] = [:]
    /// The entities that a sure mention shows to be in the document.
    private var presentEntities: Set<String> = []
    /// The entity each compact key of a full name was first seen with.
    private var entities: [String: String] = [:]

    init(document: Document, lexicon: Lexicon) {
        text = document.text
        self.lexicon = lexicon
        let names = document.candidates.filter {
            $0.label.isName && $0.score ?? 1 >= OverlapSettlement.threshold
        }
        // Full names first: a family name that a rule found alone is no rival of the person it belongs to.
        for name in names where !isLoneWord(name) { learn(name) }
        for name in names where isLoneWord(name) && referents[EntityName.key(of: string(name.span))] == nil { learn(name) }
    }

    // MARK: Learning

    private mutating func learn(_ candidate: Mention) {
        let name = string(candidate.span)
        if let id = candidate.entityID { presentEntities.insert(id) }
        let referent = Referent(entityID: identity(of: candidate, name: name), label: candidate.label)
        let key = EntityName.key(of: name)
        license(key, referent)
        let words = name.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
        switch candidate.label {
        case .person where words.count >= 2:
            if let surname = words.last { license(EntityName.key(of: String(surname)), referent) }
            if words.count >= 3, let tail = DocumentAliases.surnameWithParticles(words) {
                license(EntityName.key(of: tail), referent)
            }
            if let first = words.first, first.count > 2 { license(EntityName.key(of: String(first)), referent) }
        case .organization where words.count >= 2:
            let stripped = withoutLegalForm(words)
            if stripped.count < words.count { license(EntityName.key(of: stripped.joined(separator: " ")), referent) }
            if let first = stripped.first, first.count >= 3, isUnknown(first), candidate.maker.hasPrefix("rule:") {
                license(EntityName.key(of: String(first)), referent)
            }
            if let acronym = acronymBehind(candidate.span) { license(EntityName.key(of: acronym), referent) }
        default: break
        }
    }

    /// Whether a rule found a single word, about which no lexicon knows anything.
    private func isLoneWord(_ name: Mention) -> Bool {
        name.maker.hasPrefix("rule:") && !text[name.span.range].contains(0x20)
    }

    private mutating func license(_ key: String, _ referent: Referent) {
        guard !key.isEmpty else { return }
        guard let known = referents[key] else {
            referents[key] = referent
            return
        }
        if let known, known.entityID != referent.entityID { referents[key] = .some(nil) }
    }

    /// The family name with the small words before it: `van der Leyen`.
    private static func surnameWithParticles(_ words: [Substring]) -> String? {
        guard let particle = words.dropFirst().firstIndex(where: { $0.first?.isLowercase ?? false }) else { return nil }
        return words[particle...].joined(separator: " ")
    }

    /// The acronym in brackets right behind a name, where its letters are those of the name's words.
    private func acronymBehind(_ span: ByteSpan) -> String? {
        var index = span.end
        while index < text.count, text[index] == 0x20 { index += 1 }
        guard index < text.count, text[index] == UInt8(ascii: "("),
            let close = text[index..<min(index + 14, text.count)].firstIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let inside = String(decoding: text[(index + 1)..<close], as: UTF8.self)
        guard inside.count >= 2, inside.allSatisfy({ $0.isUppercase || $0 == "." }) else { return nil }
        let letters = EntityName.slug(of: string(span)).split(separator: "-").compactMap(\.first)
        let wanted = EntityName.key(of: inside)
        // Small words may be left out, so the letters of the acronym need only come in order.
        var rest = letters[...]
        for letter in wanted {
            guard let found = rest.firstIndex(of: letter) else { return nil }
            rest = rest[(found + 1)...]
        }
        return inside
    }

    private func isUnknown(_ word: Substring) -> Bool {
        let hash = LexemeScanner.wordHash(Array(word.utf8).span, in: 0..<word.utf8.count)
        return [Language.french, .english].allSatisfy {
            lexicon.words($0).node(of: hash).classes.isDisjoint(with: WordClass.Set(.stop, .common, .organizationHead))
        }
    }

    // MARK: Applying

    /// Raises and relabels the candidates that the document's full names support.
    mutating func apply(to candidates: inout [Mention]) {
        for index in candidates.indices where candidates[index].label.isName {
            let candidate = candidates[index]
            let key = EntityName.key(of: string(candidate.span))
            // "Twitter" in the document makes an "X" the network.
            if let id = candidate.entityID, candidate.score ?? 1 < OverlapSettlement.threshold, presentEntities.contains(id) {
                candidates[index].score = 0.6
                candidates[index].maker = "rule:alias"
                continue
            }
            guard let referent = referents[key] ?? nil else { continue }
            let isWeak = candidate.score ?? 1 < OverlapSettlement.threshold
            // A family name of the document beats what the word means elsewhere.
            let isFamilyName = referent.label == .person && candidate.label != .person && !key.contains(where: \.isNumber)
            guard isWeak || isFamilyName || candidate.label == referent.label else { continue }
            candidates[index].label = referent.label
            candidates[index].entityID = referent.entityID
            if isWeak || isFamilyName {
                candidates[index].maker = "rule:alias"
                candidates[index].score = 0.8
            }
        }
    }

    /// Returns a mention with the id of its entity, where it is a name.
    mutating func identified(_ mention: Mention) -> Mention {
        guard mention.label.isName else { return mention }
        var mention = mention
        let name = string(mention.span)
        let id = mention.entityID ?? identity(of: mention, name: name)
        let key = "\(mention.label.entityPrefix)/\(EntityName.key(of: name))"
        // Two spellings that differ in spaces, hyphens or accents alone are one entity in the document.
        mention.entityID = mention.maker.hasPrefix("lexicon:") ? id : entities[key] ?? id
        if entities[key] == nil { entities[key] = id }
        return mention
    }

    private func identity(of mention: Mention, name: String) -> String {
        if let id = mention.entityID { return id }
        guard mention.label == .organization else { return EntityName.entityID(label: mention.label, name: name) }
        let words = name.split(separator: " ")
        let stripped = withoutLegalForm(words)
        return EntityName.entityID(label: mention.label, name: stripped.joined(separator: " "))
    }

    /// Takes legal forms off the end: `Tesla, Inc.` is `Tesla`.
    private func withoutLegalForm(_ words: [Substring]) -> [Substring] {
        var words = words
        while words.count > 1, let last = words.last {
            let bare = last.filter { $0 != "." && $0 != "," }
            let hash = LexemeScanner.wordHash(Array(bare.utf8).span, in: 0..<bare.utf8.count)
            guard lexicon.words(.english).node(of: hash).classes.contains(.legalForm)
                || lexicon.words(.french).node(of: hash).classes.contains(.legalForm)
            else { break }
            words.removeLast()
        }
        return words
    }

    private func string(_ span: ByteSpan) -> String { String(decoding: text[span.range], as: UTF8.self) }
}
