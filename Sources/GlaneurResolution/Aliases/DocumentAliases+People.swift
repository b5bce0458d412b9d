import GlaneurCore
import GlaneurLexicon

/// People: longer and shorter full names, and family names that several share.
extension DocumentAliases {
    /// Joins full names that differ in middle names and initials alone: `Elon R. Musk`, `E. Musk` and `Elon Musk`.
    ///
    /// An initial stands for a first name where one person alone fits.
    mutating func joinPeople() {
        let people = records.records.indices.filter { isFullName($0) }
        guard people.count > 1, people.contains(where: { isLongOrShortened($0) }) else { return }
        var plain: [UInt64: [Int]] = [:]
        var byFamilyName: [UInt64: [Int]] = [:]
        for index in people {
            let words = records.records[index].words
            guard let last = words.last, !parts.isInitial(words[0]) else { continue }
            byFamilyName[key(last), default: []].append(index)
            if words.count == 2 { plain[records.records[index].key, default: []].append(index) }
        }
        for index in people where isLongOrShortened(index) {
            let words = records.records[index].words
            guard let first = words.first, let last = words.last else { continue }
            if parts.isInitial(first) {
                let fitting = (byFamilyName[key(last)] ?? []).filter { firstLetter($0) == firstLetter(index) }
                let roots = Set(fitting.map { records.root($0) })
                if roots.count == 1, let one = roots.first { records.join(index, to: one) }
            } else if let short = plain[ends(first, last)]?.first, !isKnownApart(short, from: index) {
                records.join(index, to: short)
            }
        }
    }

    private func isFullName(_ index: Int) -> Bool {
        records.records[index].label == .person && records.records[index].words.count >= 2
    }

    private func isLongOrShortened(_ index: Int) -> Bool {
        let words = records.records[index].words
        return words.count >= 3 || parts.isInitial(words[0])
    }

    /// Whether the lexicons know someone by the longer name and not by the shorter.
    ///
    /// George Martin, who produced records, is not the George R. R. Martin who writes.
    private func isKnownApart(_ short: Int, from long: Int) -> Bool {
        records.records[long].isListed && !records.records[short].isListed
    }

    private func firstLetter(_ index: Int) -> UInt32? {
        let range = records.records[index].words[0]
        return Folding.bare(Folding.lowercase(text.scalar(at: range.lowerBound).value))?.first
    }

    /// The key of a first and a last word.
    private func ends(_ first: Range<Int>, _ last: Range<Int>) -> UInt64 {
        let name = Array(text[first]) + Array(text[last])
        return EntityName.keyHash(name, in: name.indices)
    }

    // MARK: Places of the same name

    /// Decides between a person and a place of the person's family name: `Washington` is George Washington where the full name
    /// comes first and nothing ever puts a place there.
    mutating func settleContests(_ candidates: [Mention]) {
        lazy var byKey = Dictionary(grouping: candidates.indices) { keys[$0] }
        for (key, rivals) in rivals where rivals.list.count == 2 {
            let holders = rivals.list
            let (left, right) = (records.records[holders[0]], records.records[holders[1]])
            guard left.label == .person && right.label == .location || left.label == .location && right.label == .person
            else { continue }
            let (person, place) = left.label == .person ? (holders[0], right) : (holders[1], left)
            let name = records.records[person]
            guard place.key == key, name.key != key, let last = name.words.last, self.key(last) == key else { continue }
            let isPerson = (byKey[key] ?? []).allSatisfy { index in
                candidates[index].span.start > name.range.lowerBound && !isPlaced(candidates[index].span)
            }
            if isPerson { referents.set(key, referent(of: person)) }
        }
    }

    /// Whether a word stands before a name that places follow, or a comma with another capital behind it: `Paris, Texas`.
    private func isPlaced(_ span: ByteSpan) -> Bool {
        if span.end + 2 < text.count, text[span.end] == 0x2C, text[span.end + 2] &- 0x41 < 26 { return true }
        var end = span.start
        while end > 0, text[end - 1] == 0x20 { end -= 1 }
        var start = end
        while start > 0, LexemeScanner.isWordByte(text[start - 1]) { start -= 1 }
        guard start < end, end < span.start else { return false }
        return parts.belongs(start..<end, WordClass.Set(.placePreposition, .placeCue, .placeHead))
    }

    // MARK: Shared family names

    /// Gives a family name that several people of the document share to one of them, where the text decides: a title tells
    /// the sex, or one of them alone was named before in the paragraph.
    func resolveFamilyNames(_ mentions: inout [Mention]) {
        guard !rivals.isEmpty else { return }
        var shared = SharedFamilyNames(
            rivals, isPerson: { records.records[$0].label == .person }, id: { referent(of: $0).entityID })
        guard !shared.isEmpty else { return }
        var end = 0
        for index in mentions.indices where mentions[index].label == .person {
            let span = mentions[index].span
            if text[end..<max(end, span.start)].contains(0x0A) { shared.beginParagraph() }
            end = span.end
            let key = key(span.range)
            if shared.holds(key), referents[key] ?? nil == nil {
                guard let holder = holder(of: key, at: span.start, &shared) else { continue }
                mentions[index].entityID = referent(of: holder).entityID
                mentions[index].maker = "rule:alias"
            }
            if let id = mentions[index].entityID { shared.name(id) }
        }
    }

    private func holder(of key: UInt64, at start: Int, _ shared: inout SharedFamilyNames) -> Int? {
        if let sex = parts.sex(ofTitleBefore: start),
            let holder = shared.holder(
                of: key, sex: sex, sexOf: { records.records[$0].words.first.flatMap { parts.sex(ofFirstName: $0) } })
        {
            return holder
        }
        return shared.holderNear(key)
    }
}
