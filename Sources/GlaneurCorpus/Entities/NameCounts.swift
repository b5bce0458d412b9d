import GlaneurCore

/// How often an entity is mentioned by each form, and what is known of the forms.
struct NameCounts: Sendable, Equatable {
    /// A form in one language.
    struct Form: Hashable, Sendable {
        let language: Language
        let text: String

        /// The order in which forms are written to records.
        static func precedes(_ left: Form, _ right: Form) -> Bool {
            if left.language != right.language { return left.language.rawValue < right.language.rawValue }
            return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
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

    /// The forms.
    private(set) var uses: [Form: Use] = [:]

    /// Counts mentions by one form.
    mutating func add(_ form: Form, _ use: Use) {
        var known = uses[form] ?? Use()
        known.count += use.count
        known.marks.formUnion(use.marks)
        uses[form] = known
    }

    /// Takes in other counts.
    mutating func merge(_ other: NameCounts) {
        for (form, use) in other.uses { add(form, use) }
    }

    /// The number of mentions.
    var mentions: Int { uses.values.reduce(0) { $0 + $1.count } }

    /// The languages of the forms.
    var languages: Set<Language> { Set(uses.keys.map(\.language)) }

    /// The forms, the most frequent first.
    var ranked: [EntityRecord.Name] {
        uses.map { EntityRecord.Name(language: $0.key.language, text: $0.key.text, count: $0.value.count) }
            .sorted { left, right in
                if left.count != right.count { return left.count > right.count }
                if left.language != right.language { return left.language.code < right.language.code }
                return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
            }
    }

    /// Adds them to a record, equal counts as equal bytes.
    func write(to record: inout RecordWriter) {
        record.number(uses.count)
        for (form, use) in uses.sorted(by: { Form.precedes($0.key, $1.key) }) {
            record.byte(form.language.rawValue << 4 | use.marks.rawValue)
            record.number(use.count)
            record.string(form.text)
        }
    }

    /// Makes counts of nothing.
    init() {}

    /// Reads them from a record.
    init(from record: inout RecordReader) {
        for _ in 0..<record.number() {
            let head = record.byte()
            let count = record.number()
            let form = Form(language: Language(rawValue: head >> 4) ?? .undetermined, text: record.string())
            uses[form] = Use(count: count, marks: Marks(rawValue: head & 0xF))
        }
    }
}
