import GlaneurCore

/// Compiles the tables of a lexicon folder into the bytes of one ``LexiconImage``.
///
/// Equal tables give equal bytes.
package struct LexiconCompiler {
    private typealias Image = LexiconImage

    private var strings: [UInt8] = []
    private var internedStrings: [String: Image.Text] = [:]
    private var concepts: [Image.Concept] = []
    private var links: [Image.Link] = []
    private var tables: [Image.Text] = []
    private var entries: [Image.GlossaryEntry] = []
    private var entityIDs: [String: Int] = [:]
    private var names = PhraseTableBuilder<Image.NameSense>()
    private var smallStarts = [UInt64](repeating: 0, count: 1024)
    private var words: [Language: PhraseTableBuilder<Image.WordSense>] = [.french: .init(), .english: .init()]

    /// Where the row of each concept stands.
    private var places: [String] = []
    private var faults: [LexiconError] = []

    /// Compiles tables, or throws the first thing that is wrong with them.
    package static func compile(_ files: [TableFile]) throws(LexiconError) -> [UInt8] {
        let (bytes, faults) = compile(files.map { Table($0) })
        if let fault = faults.first { throw fault }
        return bytes
    }

    /// Compiles tables given as (path below the lexicon folder, text), in the order of their paths.
    package static func compile(_ files: [(path: String, text: String)]) throws(LexiconError) -> [UInt8] {
        try compile(files.map { TableFile(path: $0.path, bytes: Array($0.text.utf8)) })
    }

    /// Compiles what is sound of tables, and tells all that is not, in the order of tables and lines.
    static func compile(_ tables: [Table]) -> (bytes: [UInt8], faults: [LexiconError]) {
        var compiler = LexiconCompiler()
        for table in tables { compiler.add(table) }
        return (compiler.image(), compiler.faults)
    }

    private init() {}

    private mutating func add(_ table: Table) {
        tables.append(intern(table.name))
        var found = table.faults
        for row in table.rows {
            let reasons =
                switch table.kind {
                case .names: addConcept(ConceptRow(row, of: table), of: table)
                case .words: addWord(WordRow(row, of: table), of: table)
                case .glossary: addEntry(GlossaryRow(row, of: table))
                case nil: [String]()
                }
            found += reasons.map { LexiconError(path: table.path, line: row.line, reason: $0) }
        }
        // Sorting keeps what is told of one line in its order.
        faults += found.sorted { $0.line ?? 0 < $1.line ?? 0 }
    }

    // MARK: Names

    /// Adds a sound row and returns what is wrong with another.
    private mutating func addConcept(_ row: ConceptRow, of table: Table) -> [String] {
        guard let label = row.label, let entityID = row.entityID,
            let labelIndex = Label.allCases.firstIndex(of: label)
        else { return row.faults }
        if let first = entityIDs[entityID] {
            return row.faults + ["\(entityID) is already made by '\(text(concepts[first].name))' in \(places[first])"]
        }
        guard row.faults.isEmpty else { return row.faults }
        let concept = UInt32(concepts.count)
        entityIDs[entityID] = concepts.count
        places.append("\(table.path):\(row.line)")
        concepts.append(
            Image.Concept(
                entityID: intern(entityID), name: intern(row.name), french: intern(row.french),
                english: intern(row.english), kind: intern(row.kind), label: UInt32(labelIndex),
                table: UInt32(tables.count - 1)))
        if !row.knowledgeBaseID.isEmpty {
            links.append(Image.Link(concept: concept, id: intern(row.knowledgeBaseID)))
        }
        for form in row.forms { addForm(form, concept: concept) }
        return []
    }

    private mutating func addForm(_ form: ConceptRow.Form, concept: UInt32) {
        let lexemes = form.lexemes
        var capitals: UInt16 = 0
        for (index, lexeme) in lexemes.enumerated() where lexeme.shape.contains(.initialCapital) {
            capitals |= 1 << UInt16(index)
        }
        var flags: NameForm.Flags = form.isWeak ? .weak : []
        let letters = lexemes.reduce(0) { $0 + $1.count }
        if lexemes.allSatisfy({ $0.shape.isAllCapitals || $0.shape.isNumber }), letters <= 3 { flags.insert(.strict) }
        if capitals == 0, lexemes.contains(where: { $0.shape.contains(.innerCapital) }) { flags.insert(.mixed) }
        if let first = lexemes.first, !first.shape.hasCapital {
            smallStarts[Int(first.nameHash >> 6 & 1023)] |= 1 << (first.nameHash & 63)
        }
        if form.text.hasSuffix(".") { flags.insert(.pointed) }
        names.add(
            lexemes.map(\.nameHash), classes: [],
            sense: Image.NameSense(concept: concept, flags: flags.rawValue, capitals: capitals))
    }

    // MARK: Words

    /// Adds a sound row and returns what is wrong with another.
    private mutating func addWord(_ row: WordRow, of table: Table) -> [String] {
        guard row.faults.isEmpty, let wordClass = row.wordClass else { return row.faults }
        let sense = Image.WordSense(
            value: intern(row.value), number: Int64(row.value) ?? .min, wordClass: wordClass.rawValue, isLast: 0,
            padding: 0, table: UInt32(tables.count - 1))
        for language in table.languages {
            words[language]?.add(row.lexemes.map(\.wordHash), classes: WordClass.Set(wordClass), sense: sense)
            if let last = row.lexemes.last, row.lexemes.count > 1 {
                words[language]?.add([last.wordHash], classes: WordClass.Set(.phraseEnd), sense: nil)
            }
        }
        return []
    }

    // MARK: Glossaries

    /// Adds a sound row and returns what is wrong with another.
    private mutating func addEntry(_ row: GlossaryRow) -> [String] {
        guard row.faults.isEmpty else { return row.faults }
        entries.append(
            Image.GlossaryEntry(
                concept: intern(row.concept), kind: intern(row.kind), value: intern(row.value),
                french: intern(row.french), english: intern(row.english)))
        return []
    }

    // MARK: Layout

    private mutating func intern(_ string: String) -> Image.Text {
        if let text = internedStrings[string] { return text }
        let text = Image.Text(offset: UInt32(strings.count), count: UInt32(string.utf8.count))
        strings += Array(string.utf8)
        internedStrings[string] = text
        return text
    }

    private func text(_ text: Image.Text) -> String {
        String(decoding: strings[Int(text.offset)..<Int(text.offset + text.count)], as: UTF8.self)
    }

    private func image() -> [UInt8] {
        var nameSenses: [Image.NameSense] = []
        var wordSenses: [Image.WordSense] = []
        var palette = ClassPalette()
        let nameSlots = names.build(palette: &palette) { senses in
            let first = nameSenses.count
            for (index, sense) in senses.enumerated() {
                var sense = sense
                if index == senses.count - 1 { sense.flags |= NameForm.Flags.last.rawValue }
                nameSenses.append(sense)
            }
            return first
        }
        func wordSlots(_ language: Language) -> [PhraseTable.Slot] {
            (words[language] ?? .init()).build(palette: &palette) { senses in
                let first = wordSenses.count
                for (index, sense) in senses.enumerated() {
                    var sense = sense
                    if index == senses.count - 1 { sense.isLast = 1 }
                    wordSenses.append(sense)
                }
                return first
            }
        }
        let french = wordSlots(.french)
        let english = wordSlots(.english)
        var writer = ImageWriter()
        writer.add(.strings, strings)
        writer.add(.names, nameSlots)
        writer.add(.frenchWords, french)
        writer.add(.englishWords, english)
        writer.add(.nameSenses, nameSenses)
        writer.add(.wordSenses, wordSenses)
        writer.add(.concepts, concepts)
        writer.add(.tables, tables)
        writer.add(.smallStarts, smallStarts)
        writer.add(.palette, palette.sets)
        writer.add(.links, links)
        writer.add(.glossary, entries)
        return writer.finish()
    }
}

/// Lays sections one behind the other and seals them with a header.
private struct ImageWriter {
    private var sections: [(kind: LexiconImage.Section, count: Int, bytes: [UInt8])] = []

    mutating func add<Record>(_ kind: LexiconImage.Section, _ records: [Record]) {
        sections.append((kind, records.count, records.withUnsafeBytes { Array($0) }))
    }

    func finish() -> [UInt8] {
        var body: [UInt8] = []
        var directory: [UInt8] = []
        let start = LexiconImage.headerSize + sections.count * 24
        func append(_ value: UInt64, to bytes: inout [UInt8]) {
            withUnsafeBytes(of: value.littleEndian) { bytes += Array($0) }
        }
        for section in sections {
            while (start + body.count) % 16 != 0 { body.append(0) }
            append(section.kind.rawValue, to: &directory)
            append(UInt64(start + body.count), to: &directory)
            append(UInt64(section.count), to: &directory)
            body += section.bytes
        }
        var bytes = LexiconImage.magic
        append(UInt64(LexiconImage.version) | UInt64(sections.count) << 32, to: &bytes)
        append(0, to: &bytes)
        append(UInt64(start + body.count), to: &bytes)
        bytes += directory + body
        let sum = bytes[LexiconImage.headerSize...].withUnsafeBytes { Checksum.of($0) }
        withUnsafeBytes(of: sum.littleEndian) { bytes.replaceSubrange(16..<24, with: $0) }
        return bytes
    }
}
