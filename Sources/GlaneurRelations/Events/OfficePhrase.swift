/// An office with what says of what: *vice-président de l'ingénierie matérielle chez Tesla*.
struct OfficePhrase {
    /// The units of the office, without its firm.
    let units: Range<Int>
    /// The units of the firms.
    let organizations: [Int]
    /// The index behind all of it.
    let end: Int
}

extension SentenceReading {
    private static let longestComplement = 6

    /// Reads the office whose head is a unit.
    func office(at head: Int, _ patterns: EventPatterns) -> OfficePhrase {
        var end = head + 1
        var organizations: [Int] = []
        var firm = -1
        var index = head + 1
        var length = 0
        while index < units.count, units[index].gap == .none, length < SentenceReading.longestComplement {
            let unit = units[index]
            if unit.prepositions & patterns.officeGroups != 0 {
                // The firm, or what the office is about.
                var next = index + 1
                while next < units.count, units[next].gap == .none, units[next].words.contains(.determiner) {
                    next += 1
                }
                guard next < units.count, units[next].gap == .none else { break }
                if units[next].labels.contains(UnitLabels(.organization)) {
                    firm = next
                    break
                }
                guard units[next].isPlain, !units[next].hasCapital else { break }
                index = next
            } else if unit.labels == .office {
                end = index + 1
                index += 1
                continue
            } else if unit.words.contains(.and) {
                // Two offices of one firm.
                guard index + 1 < units.count, units[index + 1].labels == .office else { break }
            } else if !unit.isPlain || unit.hasCapital {
                break
            }
            if units[index].isPlain {
                end = index + 1
                length += 1
            }
            index += 1
        }
        if firm >= 0 {
            organizations = [firm]
            end = max(head + 1, min(end, firm))
            var behind = firm + 1
            while behind + 1 < units.count, units[behind].words.contains(.and) {
                var next = behind + 1
                while next < units.count, units[next].prepositions & patterns.officeGroups != 0 { next += 1 }
                guard next < units.count, units[next].labels.contains(UnitLabels(.organization)) else { break }
                organizations.append(next)
                behind = next + 1
            }
            return OfficePhrase(units: head..<end, organizations: organizations, end: behind)
        }
        // Words behind an office that lead to no firm may be anything, such as a verb without a pattern, unless a comma ends them.
        if index < units.count, units[index].gap == .none { end = officeHeads(from: head) }
        return OfficePhrase(units: head..<end, organizations: [], end: end)
    }

    private func officeHeads(from head: Int) -> Int {
        var end = head + 1
        while end < units.count, units[end].gap == .none {
            if units[end].labels == .office {
                end += 1
            } else if units[end].words.contains(.and), end + 1 < units.count, units[end + 1].labels == .office {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// People who are told by their office: from the article to the firm.
    func people(at head: Int, _ patterns: EventPatterns) -> EventArgument {
        let office = office(at: head, patterns)
        var start = head
        while start > 0, units[start].gap == .none, units[start - 1].labels == .office { start -= 1 }
        while start > 0, units[start].gap == .none, head - start < 3,
            units[start - 1].isPlain || !units[start - 1].words.isDisjoint(with: [.epithet])
        { start -= 1 }
        if start > 0, units[start].gap == .none,
            !units[start - 1].words.isDisjoint(with: [.determiner, .possessive])
        {
            start -= 1
        } else {
            start = head
        }
        let end = max(office.units.upperBound, (office.organizations.last ?? 0) + 1)
        return EventArgument(
            range: units[start].range.lowerBound..<units[end - 1].range.upperBound, unit: head, trust: 0.9,
            organization: office.organizations.first.flatMap { units[$0].mention })
    }
}
