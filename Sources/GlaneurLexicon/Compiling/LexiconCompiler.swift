import GlaneurCore

/// Compiles the tables of a lexicon folder into the bytes of one ``LexiconImage``.
///
/// Equal tables give equal bytes.
package struct LexiconCompiler {
    private typealias Image = LexiconImage

    private var strings: [UInt8] = []
    private var internedStrings: [String: Image.Text] = [:]
    private var concepts: [Image.Concept] = []
    private var tables: [Image.Text] = []
    private var entityIDs: [String: Int] = [:]
    private var names = PhraseTableBuilder<Image.NameSense>()
    private var smallStarts = [UInt64](repeating: 0, count: 1024)
    private var words: [Language: PhraseTableBuilder<Image.WordSense>] = [.french: .init(), .english: .init()]

    /// Compiles tables given as (path below the lexicon folder, text), in the order of their paths.
    package static func compile(_ files: [(path: String, text: String)]) throws(LexiconError) -> [UInt8] {
        var compiler = LexiconCompiler()
        for file in files { try compiler.add(Table(path: file.path, text: file.text)) }
        return compiler.image()
    }

    private init() {}

    private mutating func add(_ table: Table) throws(LexiconError) {
        let stem = table.path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? table.path
        tables.append(intern(stem))
        if table.columns.contains("label") {
            for row in table.rows { try addConcept(row, of: table) }
        } else if table.columns.contains("class") {
            for row in table.rows { try addWord(row, of: table) }
        } else {
            throw LexiconError(path: table.path, line: 1, reason: "neither a column 'label' nor a column 'class'")
        }
    }

    // MARK: Names

    private mutating func addConcept(_ row: Table.Row, of table: Table) throws(LexiconError) {
        func refuse(_ reason: String) -> LexiconError {
            LexiconError(path: table.path, line: row.line, reason: reason)
        }
        let name = String(table.cell(row, "name"))
        guard let label = Label(rawValue: String(table.cell(row, "label"))), label.isName,
            let labelIndex = Label.allCases.firstIndex(of: label)
        else { throw refuse("no name label '\(table.cell(row, "label"))'") }
        let entityID = EntityName.entityID(label: label, name: name)
        if let first = entityIDs[entityID] {
            throw refuse("\(entityID) is already made by '\(text(concepts[first].name))'")
        }
        let french = table.cell(row, "fr")
        let english = table.cell(row, "en")
        let concept = UInt32(concepts.count)
        entityIDs[entityID] = concepts.count
        concepts.append(
            Image.Concept(
                entityID: intern(entityID), name: intern(name),
                french: intern(french.isEmpty ? name : String(french)),
                english: intern(english.isEmpty ? name : String(english)),
                kind: intern(String(table.cell(row, "kind"))), label: UInt32(labelIndex),
                table: UInt32(tables.count - 1)))

        let weak = Set(table.forms(row, "weak"))
        var forms: [Substring] = []
        // The canonical name of a concept that had to be told apart ("Georgia (U.S. state)") is no form of its own.
        if !name.hasSuffix(")") { forms.append(name[...]) }
        forms += [french, english].filter { !$0.isEmpty }
        for column in ["aliases", "aliases_fr", "aliases_en"] { forms += table.forms(row, column) }
        if let stray = weak.first(where: { !forms.contains($0) }) { throw refuse("weak form '\(stray)' is no form") }
        var seen: Set<Substring> = []
        for form in forms where seen.insert(form).inserted {
            try addForm(form, concept: concept, isWeak: weak.contains(form), refuse: refuse)
        }
    }

    private mutating func addForm(
        _ form: Substring, concept: UInt32, isWeak: Bool, refuse: (String) -> LexiconError
    ) throws(LexiconError) {
        let lexemes = LexiconCompiler.lexemes(of: form)
        guard !lexemes.isEmpty, lexemes.count <= 16 else { throw refuse("'\(form)' has \(lexemes.count) words") }
        var capitals: UInt16 = 0
        for (index, lexeme) in lexemes.enumerated() where lexeme.shape.contains(.initialCapital) {
            capitals |= 1 << UInt16(index)
        }
        var flags: NameForm.Flags = isWeak ? .weak : []
        let letters = lexemes.reduce(0) { $0 + $1.count }
        if lexemes.allSatisfy({ $0.shape.isAllCapitals || $0.shape.isNumber }), letters <= 3 { flags.insert(.strict) }
        if capitals == 0, lexemes.contains(where: { $0.shape.contains(.innerCapital) }) { flags.insert(.mixed) }
        if let first = lexemes.first, !first.shape.hasCapital {
            smallStarts[Int(first.nameHash >> 6 & 1023)] |= 1 << (first.nameHash & 63)
        }
        if form.hasSuffix(".") { flags.insert(.pointed) }
        names.add(
            lexemes.map(\.nameHash), classes: [],
            sense: Image.NameSense(concept: concept, flags: flags.rawValue, capitals: capitals))
    }

    // MARK: Words

    private mutating func addWord(_ row: Table.Row, of table: Table) throws(LexiconError) {
        func refuse(_ reason: String) -> LexiconError {
            LexiconError(path: table.path, line: row.line, reason: reason)
        }
        let form = table.cell(row, "form")
        guard let wordClass = WordClass(table.cell(row, "class")), wordClass != .phraseEnd else {
            throw refuse("no word class '\(table.cell(row, "class"))'")
        }
        let lexemes = LexiconCompiler.lexemes(of: form)
        guard !lexemes.isEmpty, lexemes.count <= 8 else { throw refuse("'\(form)' has \(lexemes.count) words") }
        let value = String(table.cell(row, "value"))
        let sense = Image.WordSense(
            value: intern(value), number: Int64(value) ?? .min, wordClass: wordClass.rawValue, isLast: 0, padding: 0,
            table: UInt32(tables.count - 1))
        let languages: [Language]
        switch table.path.split(separator: "/").first {
        case "fr": languages = [.french]
        case "en": languages = [.english]
        default: languages = [.french, .english]
        }
        for language in languages {
            words[language]?.add(lexemes.map(\.wordHash), classes: WordClass.Set(wordClass), sense: sense)
            if let last = lexemes.last, lexemes.count > 1 {
                words[language]?.add([last.wordHash], classes: WordClass.Set(.phraseEnd), sense: nil)
            }
        }
    }

    private static func lexemes(of form: Substring) -> [Lexeme] {
        var lexemes: [Lexeme] = []
        LexemeScanner.scan(Array(form.utf8), into: &lexemes)
        return lexemes
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
