import GlaneurCore

/// How often an entity is mentioned by each form, and what is known of the forms.
struct NameCounts: Sendable, Equatable {
    /// A form in one language.
    struct Form: Hashable, Sendable {
        let language: Language
        let text: String

        /// The order in which forms are kept and written to records.
        static func precedes(_ left: Form, _ right: Form) -> Bool {
            if left.language != right.language { return left.language.rawValue < right.language.rawValue }
            return left.text.precedesByBytes(right.text)
        }
    }

    /// What is known of a form.
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt8

        /// A document uses the form for an entity that is called otherwise.
        static let alias = Marks(rawValue: 1)
        /// The text itself says that the form is another name of the entity.
        static let stated = Marks(rawValue: 2)
    }

    /// The number of mentions and the marks of a form.
    struct Use: Sendable, Equatable {
        var count = 0
        var marks: Marks = []
    }

    /// A form with its use.
    struct Entry: Sendable, Equatable {
        let form: Form
        var use: Use
    }

    /// The forms in their order: most entities have one or two in a document, for which a dictionary is much.
    private(set) var entries: [Entry] = []

    /// Counts mentions by one form.
    mutating func add(_ form: Form, _ use: Use) {
        let place = entries.partitioningIndex { !Form.precedes($0.form, form) }
        if let known = self.place(of: form, at: place) {
            entries[known].use.count += use.count
            entries[known].use.marks.formUnion(use.marks)
        } else {
            entries.insert(Entry(form: form, use: use), at: place)
        }
    }

    /// The place of a form: where its bytes belong, or that of the same letters with accents set otherwise.
    private func place(of form: Form, at place: Int) -> Int? {
        if place < entries.count, entries[place].form == form { return place }
        guard form.text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
        return entries.firstIndex { $0.form == form }
    }

    /// Takes in other counts.
    mutating func merge(_ other: NameCounts) {
        guard !entries.isEmpty else {
            entries = other.entries
            return
        }
        for entry in other.entries { add(entry.form, entry.use) }
    }

    /// The number of mentions.
    var mentions: Int { entries.reduce(0) { $0 + $1.use.count } }

    /// The languages of the forms.
    var languages: Set<Language> { entries.reduce(into: []) { $0.insert($1.form.language) } }

    /// The forms, the most frequent first.
    var ranked: [EntityRecord.Name] {
        entries.map { EntityRecord.Name(language: $0.form.language, text: $0.form.text, count: $0.use.count) }
            .sorted { left, right in
                if left.count != right.count { return left.count > right.count }
                if left.language != right.language { return left.language.code < right.language.code }
                return left.text.precedesByBytes(right.text)
            }
    }

    /// Adds them to a record, equal counts as equal bytes.
    func write(to record: inout RecordWriter) {
        record.number(entries.count)
        for entry in entries {
            record.byte(entry.form.language.rawValue << 4 | entry.use.marks.rawValue)
            record.number(entry.use.count)
            record.string(entry.form.text)
        }
    }

    /// Makes counts of nothing.
    init() {}

    /// Reads them from a record.
    init(from record: inout RecordReader) {
        let count = record.number()
        entries.reserveCapacity(count)
        for _ in 0..<count {
            let head = record.byte()
            let use = Use(count: record.number(), marks: Marks(rawValue: head & 0xF))
            let form = Form(language: Language(rawValue: head >> 4) ?? .undetermined, text: record.string())
            entries.append(Entry(form: form, use: use))
        }
    }
}

extension String {
    /// Whether the bytes of a string stand before those of another, which is the same on every machine.
    func precedesByBytes(_ other: String) -> Bool {
        let (left, right) = (utf8.span, other.utf8.span)
        let shared = min(left.count, right.count)
        var index = 0
        while index < shared {
            if left[index] != right[index] { return left[index] < right[index] }
            index += 1
        }
        return left.count < right.count
    }
}
