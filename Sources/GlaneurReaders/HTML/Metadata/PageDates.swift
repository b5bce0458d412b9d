import GlaneurCore
import GlaneurLexicon

/// Weighs the days that a page writes and tells when its article was published and last changed.
struct PageDates {
    /// A day, where it stands, and what it is said to be.
    struct Candidate {
        enum Kind { case published, updated, plain }
        /// How near to the headline it stands.
        enum Place: Int { case head, near, far, away }
        var kind: Kind
        let place: Place
        /// For machines, or else what readers see.
        var time: PublicationTime
        /// What readers see beside a time for machines.
        var shown: PublicationTime?
        let evidence: MetadataEvidence.Source
    }

    private let signs: PageSigns
    private let layout: PageLayout
    private let words: PageWords
    private let isDayFirst: Bool
    private(set) var candidates: [Candidate] = []

    init(_ signs: PageSigns, _ layout: PageLayout, words: PageWords, isDayFirst: Bool) {
        self.signs = signs
        self.layout = layout
        self.words = words
        self.isDayFirst = isDayFirst
        collectSigns()
        collectLines()
    }

    // MARK: What machines are told

    private func linked(_ text: String?) -> PublicationTime? {
        text.flatMap { PublicationTime(machineWritten: $0) } ?? text.flatMap(written)
    }

    private func property(_ keys: [String]) -> PublicationTime? {
        keys.lazy.compactMap { signs.properties[$0] }.compactMap { linked($0) }.first
    }

    private func written(_ text: String) -> PublicationTime? {
        guard let lexicon = words.lexicon, text.utf8.count < 100 else { return nil }
        return WrittenDateReader.dates(in: Array(text.utf8), lexicon: lexicon, isDayFirst: isDayFirst).first?.time
    }

    /// Names of `meta` elements for the time of publication, the surest first.
    private static let publicationKeys = [
        "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
        "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "pubdate", "publishdate",
        "publish-date", "publish_date", "publication_date", "published_date", "article.published", "og:pubdate",
        "article_date_original", "originalpublicationdate", "rnews:datepublished", "dcterms.issued", "dc.date.issued",
        "citation_publication_date", "citation_online_date", "bepress_citation_date", "prism.publicationdate",
    ]
    /// Names of `meta` elements for some day: that of publication, or the last change.
    private static let dayKeys = [
        "dc.date", "dc:date", "date", "dcterms.date", "dcterms.created", "dc.created", "datecreated", "created",
        "article:created", "article.created", "citation_date", "dc.date.created", "date.created", "search_date",
    ]
    private static let updateKeys = [
        "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "lastmod", "last-modified",
        "dcterms.modified", "dc.date.modified", "article.updated", "article_date_updated", "revised",
    ]

    // MARK: What stands on the page

    private mutating func collectSigns() {
        for sign in signs.signs {
            let kind: Candidate.Kind
            switch sign.subject {
            case .published: kind = .published
            case .updated: kind = .updated
            case .date: kind = .plain
            case .author: continue
            }
            let place = layout.isAside(block: sign.block) ? Candidate.Place.away : layout.place(ofBlock: sign.block)
            let evidence: MetadataEvidence.Source =
                sign.form == .microdata ? .microdata : sign.form == .time ? .time : .text
            let shown = dates(in: sign.text)
            if let value = sign.value, let time = PublicationTime(machineWritten: value) {
                let said = shown.first
                candidates.append(
                    Candidate(
                        kind: said.map { $0.kind == .plain ? kind : $0.kind } ?? cue(in: sign.text) ?? kind,
                        place: place,
                        time: time, shown: said?.time, evidence: evidence))
            } else {
                for date in shown where sign.parent == nil || sign.form != .names {
                    candidates.append(
                        Candidate(
                            kind: date.kind == .plain ? kind : date.kind, place: place, time: date.time,
                            shown: date.time,
                            evidence: evidence))
                }
            }
        }
    }

    /// Days in short lines around the headline.
    private mutating func collectLines() {
        for line in layout.lines where line.text.utf8.contains(where: { (0x30...0x39).contains($0) }) {
            let found = line.text.split(separator: "\n").flatMap { dates(in: PageText.unglued(String($0))) }
            for date in found where date.kind != .plain || date.isFramed {
                candidates.append(
                    Candidate(kind: date.kind, place: line.place, time: date.time, shown: date.time, evidence: .text))
            }
        }
    }

    private struct Written {
        let kind: Candidate.Kind
        let time: PublicationTime
        /// Whether nothing that reads like a sentence stands around it.
        let isFramed: Bool
    }

    private func dates(in text: String) -> [Written] {
        guard let lexicon = words.lexicon, text.utf8.count < 600 else { return [] }
        let bytes = Array(text.utf8)
        var last = 0
        return WrittenDateReader.dates(in: bytes, lexicon: lexicon, isDayFirst: isDayFirst).map { found in
            let before = String(
                decoding: bytes[min(last, found.range.lowerBound)..<found.range.lowerBound], as: UTF8.self)
            last = found.range.upperBound
            let rest = bytes.count - found.range.count
            return Written(kind: kind(before: before), time: found.time, isFramed: rest < 60)
        }
    }

    /// What the words before a day say of it, up to six words away: `Published 8:00 PM EST, Tue`.
    private func kind(before text: String) -> Candidate.Kind {
        let before = PageDates.words(of: text).suffix(9)
        let list = Array(before)
        for end in stride(from: list.count, to: 0, by: -1) {
            if words.phrase(.updated, in: list, endingAt: end) != nil { return .updated }
            if words.phrase(.published, in: list, endingAt: end) != nil { return .published }
        }
        return .plain
    }

    private func cue(in text: String) -> Candidate.Kind? {
        let kind = kind(before: text)
        return kind == .plain ? nil : kind
    }

    private static func words(of text: String) -> [String] {
        text.lowercased().split {
            $0.isWhitespace || $0 == "," || $0 == ":" || $0 == "(" || $0 == "|" || $0 == "\u{1F}" || $0 == "/"
        }.map(String.init)
    }

    // MARK: The verdict

    /// When the article was published, and who says so.
    var published: (time: PublicationTime, evidence: MetadataEvidence.Source)? {
        guard let found = stated else { return nil }
        return edition(after: found.time) ?? (local(found.time), found.evidence)
    }

    /// The day that readers are shown as that of the article, where it is later than what machines are told.
    ///
    /// Guides are published anew under their old address. A day that nothing calls an update is that of the new edition, where
    /// the data know of no other change: in six of six pages it is the one that people take for the day of publication, and a day
    /// *before* the one of the data in none of four. Where only an update is shown, months have to lie between the two: news
    /// are updated for some days and stay the same news.
    private func edition(after told: PublicationTime) -> (time: PublicationTime, evidence: MetadataEvidence.Source)? {
        let near = candidates.filter { $0.place == .near && $0.shown != nil }
        guard let first = near.first(where: { $0.kind != .updated }) ?? near.first, let shown = first.shown else {
            return nil
        }
        guard !near.contains(where: { $0.kind != .updated && $0.shown?.dayNumber == told.dayNumber }) else {
            return nil
        }
        let distance = shown.dayNumber - told.dayNumber
        let changed = updated.map { shown.dayNumber <= $0.time.dayNumber + 1 } ?? true
        let least = first.kind == .updated ? PageDates.revisionDays : 1
        // Within a day of the data, zones alone may tell the two apart.
        guard changed, distance > least || distance == 1 && isLater(shown, told) else { return nil }
        return (first.time.dayNumber == shown.dayNumber ? local(first.time) : shown, first.evidence)
    }

    /// Whether a shown time is later by more than zones make.
    private func isLater(_ shown: PublicationTime, _ told: PublicationTime) -> Bool {
        shown.clock != nil && told.instant != nil && told.zone(showing: shown) == nil
    }

    private static let revisionDays = 120

    private var stated: (time: PublicationTime, evidence: MetadataEvidence.Source)? {
        let linkedTime = linked(signs.linked.published)
        if let linkedTime, !signs.linked.isPageOnly { return (linkedTime, .jsonLD) }
        if let time = property(PageDates.publicationKeys) { return (time, .meta) }
        if let found = first({ $0.kind == .published && $0.evidence == .microdata && $0.place != .away }) {
            return found
        }
        if let found = first({ $0.kind == .published && $0.place.rawValue < Candidate.Place.far.rawValue }) {
            return found
        }
        if let found = first({ $0.kind == .plain && $0.place == .near && $0.evidence == .time }) { return found }
        if let found = first({ $0.kind == .plain && $0.place == .near }) { return found }
        if let linkedTime { return (linkedTime, .jsonLD) }
        if let found = first({ $0.kind == .plain && $0.place == .head && $0.evidence == .time }) { return found }
        if let time = property(PageDates.dayKeys) { return (time, .meta) }
        if let time = addressTime { return (time, .url) }
        if let found = first({ $0.kind == .published && $0.place == .far }) { return found }
        if let found = first({ $0.kind == .plain && $0.place == .far }) { return found }
        if let time = signs.headTitle.flatMap(written) { return (time, .text) }
        if let time = linked(signs.linked.created) { return (time, .jsonLD) }
        return updated
    }

    /// When the article was last changed, and who says so.
    var updated: (time: PublicationTime, evidence: MetadataEvidence.Source)? {
        if let time = linked(signs.linked.modified), !signs.linked.isPageOnly { return (time, .jsonLD) }
        if let time = property(PageDates.updateKeys) { return (time, .meta) }
        if let found = first({ $0.kind == .updated && $0.place != .away }) { return found }
        return linked(signs.linked.modified).map { ($0, .jsonLD) }
    }

    private func first(_ fits: (Candidate) -> Bool) -> (time: PublicationTime, evidence: MetadataEvidence.Source)? {
        candidates.first(where: fits).map { ($0.time, $0.evidence) }
    }

    /// The day in the address of the page: `/2019/03/14/`.
    private var addressTime: PublicationTime? {
        for key in ["canonical", "og:url"] {
            guard let address = signs.properties[key] else { continue }
            let parts = address.split(whereSeparator: { $0 == "/" || $0 == "-" || $0 == "_" })
            for index in parts.indices.dropLast(2) {
                guard parts[index].utf8.count == 4, let year = Int(parts[index]), (1990...2100).contains(year),
                    parts[index + 1].utf8.count <= 2, let month = Int(parts[index + 1]),
                    parts[index + 2].utf8.count <= 2, let day = Int(parts[index + 2])
                else { continue }
                if let time = PublicationTime(year: year, month: month, day: day) { return time }
            }
            for part in parts where part.utf8.count == 8 {
                if let number = Int(part),
                    let time = PublicationTime(
                        year: number / 10_000, month: number / 100 % 100, day: number % 100), time.year >= 1990,
                    time.year < 2100
                {
                    return time
                }
            }
        }
        return nil
    }

    // MARK: The clock of the readers

    /// The same moment in the zone that the page shows its readers; servers write Greenwich's, and near midnight that is
    /// another day.
    private func local(_ time: PublicationTime) -> PublicationTime {
        guard time.isZulu, let instant = time.instant else { return time }
        let others =
            [linked(signs.linked.published), property(PageDates.publicationKeys)].compactMap(\.self)
            + candidates.filter { $0.place != .away }.map(\.time)
        for other in others {
            if let zone = other.zoneMinutes, zone != 0, let same = other.instant, abs(same - instant) < 90 {
                return time.moved(toZone: zone)
            }
        }
        let shown = candidates.filter { $0.place == .near && $0.kind != .updated }.compactMap(\.shown)
        for local in shown {
            if let zone = time.zone(showing: local) { return zone == 0 ? time : time.moved(toZone: zone) }
        }
        // A day without a clock: it is the readers' own where it is the one before or behind.
        guard !shown.contains(where: { $0.dayNumber == time.dayNumber }) else { return time }
        if let local = shown.first, local.clock == nil, abs(local.dayNumber - time.dayNumber) == 1 {
            return PublicationTime(year: local.year, month: local.month, day: local.day) ?? time
        }
        return time
    }
}
