import GlaneurLexicon

/// What the words of class, id and data attributes say of the things they are put on.
struct PageNames: Sendable {
    /// What a name speaks of.
    struct Subjects: OptionSet, Sendable, Hashable {
        let rawValue: UInt16

        static let author = Subjects(rawValue: 1)
        static let date = Subjects(rawValue: 2)
        static let published = Subjects(rawValue: 4)
        static let updated = Subjects(rawValue: 8)
        static let title = Subjects(rawValue: 16)
        /// What lies around the article: comments, teasers.
        static let away = Subjects(rawValue: 32)
        static let notAuthor = Subjects(rawValue: 64)
        static let notDate = Subjects(rawValue: 128)
        /// A folder of addresses under which authors have their pages.
        static let authorFolder = Subjects(rawValue: 256)
        /// A word in a line that may open a byline: *by*, *par*.
        static let opener = Subjects(rawValue: 512)

        /// Whether it speaks of the author, and not of the author's portrait.
        var tellAuthor: Bool { contains(.author) && !contains(.notAuthor) }
        /// Whether it speaks of a day that may be that of publication.
        var tellDate: Bool { !isDisjoint(with: [.date, .published, .updated]) && !contains(.notDate) }
    }

    /// A table of hashes, open addressing: every element of every page asks for some words.
    private var slots: [(hash: UInt32, subjects: Subjects)] = []

    /// Knows no words.
    init() {}

    /// Knows the words of the glossary kind `page-name`.
    init(lexicon: Lexicon) {
        slots = Array(repeating: (0, []), count: PageNames.size)
        let subjects: [String: Subjects] = [
            "author": .author, "date": .date, "published": .published, "updated": .updated, "title": .title,
            "away": .away, "not-author": .notAuthor, "not-date": .notDate, "author-folder": .authorFolder,
        ]
        for entry in lexicon.glossary("page-name") {
            guard let subject = subjects[entry.concept] else { continue }
            for word in entry.french + entry.english { insert(word, subject) }
        }
    }

    private static let size = 1024

    /// Adds a word.
    mutating func insert(_ word: String, _ subject: Subjects) {
        var hash = Hash()
        for byte in word.utf8 { hash.add(byte) }
        var index = Int(hash.value) & (PageNames.size - 1)
        // Half the table stays empty; the words are some two hundred.
        while slots[index].hash != 0, slots[index].hash != hash.value { index = (index + 1) & (PageNames.size - 1) }
        slots[index] = (hash.value, slots[index].subjects.union(subject))
    }

    /// Tells what names say, cut at everything but letters and where a capital follows a small letter.
    func subjects(of names: UnsafeBufferPointer<UInt8>) -> Subjects {
        guard !slots.isEmpty else { return [] }
        var found: Subjects = []
        var hash = Hash()
        var wasSmall = false
        for byte in names.prefix(PageNames.limit) {
            let small = byte | 0x20
            guard (0x61...0x7A).contains(small) || byte >= 0x80 else {
                found.formUnion(look(up: hash))
                hash = Hash()
                wasSmall = false
                continue
            }
            if wasSmall, byte & 0x20 == 0 {
                found.formUnion(look(up: hash))
                hash = Hash()
            }
            hash.add(byte < 0x80 ? small : byte)
            wasSmall = byte < 0x80 && byte & 0x20 != 0
        }
        found.formUnion(look(up: hash))
        return found
    }

    /// Whether an address leads to the page of an author: `/author/ann-onyme/`.
    func isAuthorPage(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !slots.isEmpty else { return false }
        var hash = Hash()
        for (index, byte) in address.prefix(PageNames.limit).enumerated() {
            if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { return false }
            guard byte == UInt8(ascii: "/") else {
                hash.add(byte | 0x20)
                continue
            }
            if look(up: hash).contains(.authorFolder) { return index + 4 < address.count }
            hash = Hash()
        }
        return false
    }

    /// Nobody writes longer names by hand.
    private static let limit = 400

    @inline(__always)
    private func look(up hash: Hash) -> Subjects {
        guard hash.count > 1 else { return [] }
        var index = Int(hash.value) & (PageNames.size - 1)
        while slots[index].hash != 0 {
            if slots[index].hash == hash.value { return slots[index].subjects }
            index = (index + 1) & (PageNames.size - 1)
        }
        return []
    }

    /// FNV-1a of 32 bits, never zero.
    private struct Hash {
        private(set) var state: UInt32 = 2_166_136_261
        private(set) var count = 0
        var value: UInt32 { state | 1 }

        @inline(__always)
        mutating func add(_ byte: UInt8) {
            state = (state ^ UInt32(byte)) &* 16_777_619
            count += 1
        }
    }
}
