import GlaneurCore
import GlaneurLexicon

/// The other forms that the names of one document have in that document.
///
/// `Peter Bannon` licenses `Bannon` and `Peter`; `Organisation mondiale de la santé (OMS)` licenses `OMS`; `GLR Research`
/// licenses `GLR`; `Density AI` and `DensityAI` are one; `Valéor, ex-Duclos` makes `Duclos` and `Valéor` one. A short form that two
/// names share licenses nothing.
///
/// Forms are compared by the hash of their key: letters and digits in lower case without accents.
struct DocumentAliases {
    /// What a form stands for.
    struct Referent {
        let entityID: String
        let label: Label
        /// The index of its record.
        let record: Int
        /// Whether the text says so in words or brackets.
        let isStated: Bool
    }

    let text: [UInt8]
    let parts: NameParts
    /// The keys of the candidates; 0 for those that are no names.
    let keys: [UInt64]
    var announced: AnnouncedLabels
    var records: NameRecords
    /// By the key of the form; nothing where it is ambiguous.
    var referents: KeyTable<Referent?>
    /// The people who share a family name.
    var rivals: [UInt64: [Int]] = [:]
    /// Candidates that are no names because a cue begins them, and single mentions that a cue explains, by their indices.
    var fallen: [Int] = []
    var explained: [(index: Int, record: Int)] = []
    var explainedStarts: Set<Int> = []
    /// The entities that a sure mention shows to be in the document.
    private(set) var presentEntities: [String] = []
    /// The entity each key and label was first identified with.
    var entities: KeyTable<String>

    init(text: [UInt8], candidates: [Mention], parts: NameParts) {
        self.text = text
        self.parts = parts
        var keys = [UInt64](repeating: 0, count: candidates.count)
        for index in candidates.indices where candidates[index].label.isName {
            keys[index] = EntityName.keyHash(text, in: candidates[index].span.range)
        }
        self.keys = keys
        announced = AnnouncedLabels(candidates, keys: keys, parts: parts)
        // A name licenses one or two short forms beside its own, and most names stand more than once.
        referents = KeyTable(minimumCapacity: candidates.count)
        entities = KeyTable(minimumCapacity: candidates.count)
        records = NameRecords(minimumCapacity: candidates.count)
        // Candidates are read where they lie: one that is copied counts three references.
        for index in candidates.indices where candidates[index].isStanding { record(candidates, index) }
        joinPeople()
        let stated = readStatements(candidates) + readAcronyms(candidates)
        // Full names first: a family name that a rule found alone is no rival of the person it belongs to.
        for index in records.records.indices where !records.records[index].yields { licenseForms(of: index) }
        settleContests(candidates)
        for index in records.records.indices
        where records.records[index].yields && referents[records.records[index].key] == nil { licenseForms(of: index) }
        for (key, index) in stated { state(key, index) }
    }

    func key(_ range: Range<Int>) -> UInt64 { EntityName.keyHash(text, in: range) }

    // MARK: Learning

    /// Makes a record of the candidate at an index, where its name has none; returns its index.
    @discardableResult
    mutating func record(_ candidates: [Mention], _ index: Int, as label: Label? = nil) -> Int {
        let label = label ?? self.label(candidates, index)
        if let known = records.index(keys[index], label) {
            records.strengthen(known, score: candidates[index].score)
            if let id = candidates[index].entityID, !records.records[known].isListed {
                presentEntities.append(id)
                records.list(known, as: id)
            }
            return known
        }
        let range = candidates[index].span.range
        let words = label == .person || label == .organization ? parts.words(in: range) : []
        let isListed = candidates[index].isOfLexicon
        var id = candidates[index].label == label ? candidates[index].entityID : nil
        if let id { presentEntities.append(id) }
        if id == nil { id = EntityName.entityID(label: label, name: text, in: named(range, label, words)) }
        let score = candidates[index].score ?? 1
        return records.add { place in
            NameRecords.Record(
                key: keys[index], label: label, range: range, words: words, entityID: id ?? "", isListed: isListed,
                isLone: !isListed && !text[range].contains(0x20), score: score, root: place)
        }
    }

    /// The label that a candidate has in the whole document.
    func label(_ candidates: [Mention], _ index: Int) -> Label {
        if candidates[index].isOfLexicon { return candidates[index].label }
        return announced.label(of: keys[index]) ?? candidates[index].label
    }

    /// The part of a name that its id is made of.
    func named(_ range: Range<Int>, _ label: Label, _ words: [Range<Int>]) -> Range<Int> {
        guard label == .organization else { return range }
        let bare = parts.bareFirm(words)
        guard let first = bare.first, let last = bare.last else { return range }
        return first.lowerBound..<last.upperBound
    }

    /// Licenses a name and its short forms.
    private mutating func licenseForms(of index: Int) {
        let record = records.records[index]
        let referent = referent(of: index)
        license(record.key, referent)
        let words = record.words
        guard words.count >= 2, let first = words.first else { return }
        if record.label == .person {
            for name in parts.familyNames(words) { license(key(name), referent, isFamilyName: true) }
            if first.count > 2, !parts.isInitial(first) { license(key(first), referent) }
            return
        }
        let bare = parts.bareFirm(words)
        if bare.count < words.count, let start = bare.first, let end = bare.last {
            license(key(start.lowerBound..<end.upperBound), referent)
        }
        if let first = bare.first, first.count >= 3, bare.count >= 2, !record.isListed, parts.isDistinct(first) {
            license(key(first), referent)
        }
    }

    func referent(of index: Int, isStated: Bool = false) -> Referent {
        let root = records.root(index)
        let record = records.records[root]
        return Referent(entityID: record.entityID, label: record.label, record: root, isStated: isStated)
    }

    private mutating func license(_ key: UInt64, _ referent: Referent, isFamilyName: Bool = false) {
        guard let known = referents[key] else {
            referents.set(key, referent)
            if rivals[key] != nil { rivals[key]?.append(referent.record) }
            return
        }
        if let known {
            guard known.entityID != referent.entityID else { return }
            referents.set(key, nil)
            rivals[key] = [known.record, referent.record]
        } else if rivals[key]?.contains(referent.record) == false {
            rivals[key]?.append(referent.record)
        }
    }

    /// Makes a form stand for a name because the text says so, whatever it stands for elsewhere.
    mutating func state(_ key: UInt64, _ index: Int) {
        let referent = referent(of: index, isStated: true)
        if let known = referents[key] ?? nil, known.isStated, known.entityID != referent.entityID {
            referents.set(key, nil)
        } else {
            referents.set(key, referent)
        }
    }

    /// Finds the acronyms beside long names; returns their keys and the indices of the names' records.
    private mutating func readAcronyms(_ candidates: [Mention]) -> [(key: UInt64, record: Int)] {
        let reader = AcronymReader(text: text, words: parts.words, lexicon: parts.lexicon)
        var stated: [(key: UInt64, record: Int)] = []
        for index in candidates.indices
        where candidates[index].isStanding && candidates[index].label != .person
            && text[candidates[index].span.range].contains(0x20)
        {
            let acronyms = reader.acronyms(beside: candidates[index].span.range)
            let label = label(candidates, index)
            guard !acronyms.isEmpty, let name = records.index(keys[index], label) else { continue }
            for acronym in acronyms {
                let key = key(acronym)
                // The lexicons may know the acronym alone: "Commonwealth Scientific and Industrial Research Organisation (CSIRO)".
                // Where they know it for another long name, the text is right.
                if let known = records.index(key, label), records.records[known].isListed,
                    records.records[known].entityID == EntityName.entityID(label: label, name: text, in: acronym),
                    records.join(name, to: known) != nil
                {
                    stated.append((keys[index], known))
                } else {
                    stated.append((key, name))
                }
            }
        }
        return stated
    }
}
