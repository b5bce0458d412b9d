package import GlaneurCore

/// Everything the lexicons know, ready for look-up from any task.
package final class Lexicon: Sendable {
    let image: LexiconImage
    private let makers: [String]
    /// Made once: mentions of one concept then share one string.
    private let entityIDs: [String]
    /// What each concept is and the table it stands in, in four bytes: the records of all concepts fill a megabyte.
    private let kinds: [(label: Label, table: UInt16)]
    private let contractions: SenseTable<Contraction>
    private let currencies: SenseTable<CurrencyName>
    private let stopUses: [StopUse]

    /// The ids in knowledge bases of the entities whose rows tell one: `per/douglas-adams` is `wikidata:Q42`.
    package let knowledgeBaseIDs: [String: String]

    /// Where it came from, as it is reported.
    package let location: String

    /// Opens a compiled lexicon file.
    package convenience init(compiledFile path: String) throws(LexiconError) {
        try self.init(LexiconImage(MappedFile(path: path), path: path), location: path)
    }

    /// Uses a compiled lexicon that lies in memory.
    package convenience init(compiled bytes: [UInt8], location: String) throws(LexiconError) {
        try self.init(LexiconImage(MappedFile(copying: bytes), path: location), location: location)
    }

    /// Uses a compiled lexicon in bytes that stay where they are.
    convenience init(_ file: MappedFile, location: String) throws(LexiconError) {
        try self.init(LexiconImage(file, path: location), location: location)
    }

    /// The checksum of everything the lexicons say, in hexadecimal digits.
    package var fingerprint: String { image.fingerprint }

    /// Hands the compiled form to `body`, which must not keep it.
    package func withCompiledBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        body(image.file.bytes)
    }

    private init(_ image: LexiconImage, location: String) {
        self.image = image
        let entityIDs = (0..<image.concepts.count).map { image.string(image.concepts[$0].entityID) }
        self.entityIDs = entityIDs
        let links = (0..<image.links.count).map { image.links[$0] }
        knowledgeBaseIDs = Dictionary(
            links.map { (entityIDs[Int($0.concept)], image.string($0.id)) }, uniquingKeysWith: { first, _ in first })
        let labels = Label.allCases
        kinds = (0..<image.concepts.count).map {
            (labels[Int(image.concepts[$0].label)], UInt16(image.concepts[$0].table))
        }
        makers = (0..<image.tables.count).map { "lexicon:" + image.string(image.tables[$0]) }
        contractions = SenseTable(image, WordClass.Set(.contraction), Contraction.init)
        currencies = SenseTable(image, WordClass.Set(.currency, .currencyCode), CurrencyName.init)
        stopUses = StopUse.all(of: image)
        self.location = location
    }

    /// The names of both languages, by the hashes of their lexemes without accents.
    package var names: PhraseTable { image.names }

    /// The words of a language, by the hashes of their lexemes with accents; English where the language is neither.
    package func words(_ language: Language) -> PhraseTable {
        language == .french ? image.frenchWords : image.englishWords
    }

    /// The concepts that the phrase of a name node may stand for.
    package func nameForms(_ node: PhraseTable.Node) -> [NameForm] {
        var forms: [NameForm] = []
        forEachNameForm(node) { forms.append($0) }
        return forms
    }

    /// Calls `body` with each concept that the phrase of a name node may stand for.
    package func forEachNameForm(_ node: PhraseTable.Node, _ body: (NameForm) -> Void) {
        guard node.isPhrase else { return }
        var index = Int(node.payload) - 1
        while true {
            let sense = image.nameSenses[index]
            let flags = NameForm.Flags(rawValue: sense.flags)
            body(NameForm(concept: Int(sense.concept), flags: flags, capitals: sense.capitals))
            if flags.contains(.last) { return }
            index += 1
        }
    }

    /// A concept by its index.
    package func concept(_ index: Int) -> Concept {
        let record = image.concepts[index]
        return Concept(
            entityID: image.string(record.entityID), name: image.string(record.name),
            label: label(ofConcept: index), kind: image.string(record.kind),
            table: image.string(image.tables[Int(record.table)]), french: image.string(record.french),
            english: image.string(record.english), knowledgeBaseID: knowledgeBaseIDs[entityIDs[index]])
    }

    /// The label of a concept by its index.
    package func label(ofConcept index: Int) -> Label { kinds[index].label }

    /// The id of the entity that a concept is.
    package func entityID(ofConcept index: Int) -> String { entityIDs[index] }

    /// The name of the table a concept stands in, as mentions report it: `lexicon:organizations`.
    package func maker(ofConcept index: Int) -> String { makers[Int(kinds[index].table)] }

    /// Whether some name may begin with a lexeme of this hash that is written without capitals.
    ///
    /// A filter, not a fact: for one word in thirty it says yes although there is none.
    package func mayBeginSmall(_ nameHash: UInt64) -> Bool {
        image.smallStarts[Int(nameHash >> 6 & 1023)] >> (nameHash & 63) & 1 == 1
    }

    /// The number of concepts.
    package var conceptCount: Int { image.concepts.count }

    /// The value of the first sense of a phrase that belongs to `wordClass`, as a string.
    package func value(_ node: PhraseTable.Node, _ wordClass: WordClass) -> String? {
        sense(node, wordClass).map { image.string($0.value) }
    }

    /// What the phrase of a node says as a contraction, if it is one.
    package func contraction(_ node: PhraseTable.Node) -> Contraction? {
        senseIndex(node, .contraction).flatMap { contractions[$0] }
    }

    /// What the phrase of a node says as a word (`currency`) or code (`currency-code`) of a currency, if it is one.
    package func currency(_ node: PhraseTable.Node, _ wordClass: WordClass) -> CurrencyName? {
        senseIndex(node, wordClass).flatMap { currencies[$0] }
    }

    /// The value of the first sense of a phrase that belongs to `wordClass`, as a whole number.
    package func number(_ node: PhraseTable.Node, _ wordClass: WordClass) -> Int? {
        guard let number = sense(node, wordClass)?.number, number != .min else { return nil }
        return Int(number)
    }

    /// All values of the senses of a phrase that belong to `wordClass`.
    package func values(_ node: PhraseTable.Node, _ wordClass: WordClass) -> [String] {
        var values: [String] = []
        forEachSense(node) { if $0.wordClass == wordClass.rawValue { values.append(image.string($0.value)) } }
        return values
    }

    /// Whether one of the senses of a phrase that belong to `wordClass` has this value.
    package func hasValue(_ node: PhraseTable.Node, _ wordClass: WordClass, _ value: StaticString) -> Bool {
        guard node.isPhrase, node.classes.contains(wordClass) else { return false }
        // Readers of dates and amounts ask this ten times for each they look at, mostly of words with many senses.
        let senses = image.wordSenses
        var index = Int(node.payload) - 1
        while index < senses.count {
            if senses.base[index].wordClass == wordClass.rawValue, image.holds(senses.base[index].value, value) {
                return true
            }
            if senses.base[index].isLast == 1 { return false }
            index += 1
        }
        preconditionFailure("the senses of a phrase have a last one")
    }

    /// What the phrase of a node does as a stop word; nothing where it is none.
    package func stopUse(_ node: PhraseTable.Node) -> StopUse {
        node.isPhrase ? stopUses[Int(node.payload) - 1] : []
    }

    private func sense(_ node: PhraseTable.Node, _ wordClass: WordClass) -> LexiconImage.WordSense? {
        senseIndex(node, wordClass).map { image.wordSenses[$0] }
    }

    /// The index of the first sense of a phrase that belongs to `wordClass`.
    private func senseIndex(_ node: PhraseTable.Node, _ wordClass: WordClass) -> Int? {
        guard node.isPhrase, node.classes.contains(wordClass) else { return nil }
        let senses = image.wordSenses
        var index = Int(node.payload) - 1
        while index < senses.count {
            if senses.base[index].wordClass == wordClass.rawValue { return index }
            if senses.base[index].isLast == 1 { return nil }
            index += 1
        }
        preconditionFailure("the senses of a phrase have a last one")
    }

    func forEachSense(_ node: PhraseTable.Node, _ body: (LexiconImage.WordSense) -> Void) {
        guard node.isPhrase else { return }
        var index = Int(node.payload) - 1
        while true {
            let sense = image.wordSenses[index]
            body(sense)
            if sense.isLast == 1 { return }
            index += 1
        }
    }
}
