import Glibc

/// The compiled form of all lexicons: one file, versioned, with a checksum, mapped as it is.
///
///     offset  bytes  what
///     0       8      "GLANEURX"
///     8       4      version of the format
///     12      4      number of sections
///     16      8      checksum of everything behind the header
///     24      8      length of the file
///     32      n × 24 sections: kind (8), offset (8), number of records (8)
///     …              the sections, each aligned to 16 bytes
///
/// All numbers are little-endian.
struct LexiconImage: Sendable {
    /// What a section holds.
    enum Section: UInt64, CaseIterable {
        case strings = 1
        case names, frenchWords, englishWords, nameSenses, wordSenses, concepts, tables, smallStarts, palette, links
        case glossary
    }

    /// A piece of the string section.
    struct Text {
        var offset: UInt32
        var count: UInt32
    }

    /// Something in the world that has a name.
    struct Concept {
        var entityID: Text
        var name: Text
        var french: Text
        var english: Text
        var kind: Text
        var label: UInt32
        /// The index of the table it stands in.
        var table: UInt32
    }

    /// What a concept is called in a knowledge base; most are not.
    struct Link {
        var concept: UInt32
        var id: Text
    }

    /// A concept with the words that both languages have for it, each list with `|` between.
    struct GlossaryEntry {
        var concept: Text
        var kind: Text
        var value: Text
        var french: Text
        var english: Text
    }

    /// A name as one of the forms of a concept.
    struct NameSense {
        var concept: UInt32
        var flags: UInt16
        /// Bit i is set when lexeme i of the form starts with a capital.
        var capitals: UInt16
    }

    /// A word as a member of one class.
    struct WordSense {
        var value: Text
        /// The value as a number, or `Int64.min`.
        var number: Int64
        var wordClass: UInt8
        var isLast: UInt8
        var padding: UInt16
        var table: UInt32
    }

    static let magic: [UInt8] = Array("GLANEURX".utf8)
    static let version: UInt32 = 9
    static let headerSize = 32

    let file: MappedFile
    let strings: MappedTable<UInt8>
    let names: PhraseTable
    let frenchWords: PhraseTable
    let englishWords: PhraseTable
    let nameSenses: MappedTable<NameSense>
    let wordSenses: MappedTable<WordSense>
    let concepts: MappedTable<Concept>
    let links: MappedTable<Link>
    let glossary: MappedTable<GlossaryEntry>
    let tables: MappedTable<Text>
    /// 65,536 bits: bit `hash & 0xFFFF` is set where a name begins with a lexeme of that hash without capitals.
    let smallStarts: MappedTable<UInt64>
    /// What the filters of the phrase tables lie in.
    private let filters: [MappedFile]

    /// Checks a file and finds its sections.
    init(_ file: MappedFile, path: String) throws(LexiconError) {
        let bytes = file.bytes
        guard bytes.count >= LexiconImage.headerSize, bytes.prefix(8).elementsEqual(LexiconImage.magic) else {
            throw LexiconError(path: path, reason: "not a compiled lexicon")
        }
        let version = bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
        guard version == LexiconImage.version else {
            throw LexiconError(path: path, reason: "format \(version), expected \(LexiconImage.version)")
        }
        guard bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self) == UInt64(bytes.count) else {
            throw LexiconError(path: path, reason: "cut short: \(bytes.count) bytes")
        }
        let stored = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        let content = UnsafeRawBufferPointer(rebasing: bytes[LexiconImage.headerSize...])
        guard stored == Checksum.of(content) else {
            throw LexiconError(path: path, reason: "damaged: the checksum does not fit")
        }
        self.file = file
        let sections = try LexiconImage.sections(of: bytes, path: path)
        func table<Record>(_ section: Section, _: Record.Type) throws(LexiconError) -> MappedTable<Record> {
            guard let place = sections[section],
                let table = MappedTable<Record>(file, offset: place.offset, count: place.count)
            else { throw LexiconError(path: path, reason: "section \(section) is missing or misplaced") }
            return table
        }
        var filters: [MappedFile] = []
        func phrases(_ section: Section) throws(LexiconError) -> PhraseTable {
            let slots = try table(section, PhraseTable.Slot.self)
            guard slots.count > 0, slots.count & (slots.count - 1) == 0 else {
                throw LexiconError(path: path, reason: "section \(section) has \(slots.count) slots, no power of two")
            }
            let file = MappedFile(copying: KeyFilter.bytes(of: slots))
            guard let filter = KeyFilter(file) else { preconditionFailure("a filter of its own bytes") }
            filters.append(file)
            return PhraseTable(slots: slots, palette: palette, filter: filter)
        }
        let palette = try table(.palette, UInt64.self)
        strings = try table(.strings, UInt8.self)
        names = try phrases(.names)
        frenchWords = try phrases(.frenchWords)
        englishWords = try phrases(.englishWords)
        nameSenses = try table(.nameSenses, NameSense.self)
        wordSenses = try table(.wordSenses, WordSense.self)
        concepts = try table(.concepts, Concept.self)
        links = try table(.links, Link.self)
        glossary = try table(.glossary, GlossaryEntry.self)
        tables = try table(.tables, Text.self)
        self.filters = filters
        smallStarts = try table(.smallStarts, UInt64.self)
        guard smallStarts.count == 1024 else {
            throw LexiconError(path: path, reason: "section smallStarts has \(smallStarts.count) words, expected 1024")
        }
        try checkRecords(path: path)
    }

    /// The checksum in hexadecimal digits.
    var fingerprint: String {
        let digits = String(file.bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Returns a piece of the string section.
    func string(_ text: Text) -> String {
        String(decoding: strings.buffer(Int(text.offset)..<Int(text.offset + text.count)), as: UTF8.self)
    }

    /// Whether a piece of the string section says this, without making a string of it.
    func holds(_ text: Text, _ value: StaticString) -> Bool {
        let count = value.utf8CodeUnitCount
        guard Int(text.count) == count else { return false }
        let range = Int(text.offset)..<Int(text.offset + text.count)
        guard let start = strings.buffer(range).baseAddress else { return false }
        return memcmp(start, value.utf8Start, count) == 0
    }

    private static func sections(
        of bytes: UnsafeRawBufferPointer, path: String
    ) throws(LexiconError) -> [Section: (offset: Int, count: Int)] {
        var sections: [Section: (offset: Int, count: Int)] = [:]
        let count = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
        // The checksum leaves the header out, so the number of sections is checked by itself.
        guard count == Section.allCases.count, headerSize + count * 24 <= bytes.count else {
            throw LexiconError(path: path, reason: "damaged: \(count) sections, expected \(Section.allCases.count)")
        }
        for index in 0..<count {
            let entry = headerSize + index * 24
            guard let section = Section(rawValue: bytes.loadUnaligned(fromByteOffset: entry, as: UInt64.self)) else {
                continue
            }
            sections[section] = (
                Int(clamping: bytes.loadUnaligned(fromByteOffset: entry + 8, as: UInt64.self)),
                Int(clamping: bytes.loadUnaligned(fromByteOffset: entry + 16, as: UInt64.self))
            )
        }
        return sections
    }
}
