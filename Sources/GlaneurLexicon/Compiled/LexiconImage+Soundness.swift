import GlaneurCore

extension LexiconImage {
    /// Refuses a file whose records name what is not in it.
    ///
    /// The checksum tells damage; this tells a file that was made wrongly, or to do harm. One pass, so that no look-up asks
    /// again: up to four milliseconds of the 45 of processor time to the first document.
    func checkRecords(path: String) throws(LexiconError) {
        func demand(_ holds: Bool, _ what: String) throws(LexiconError) {
            guard holds else { throw LexiconError(path: path, reason: "damaged: \(what)") }
        }
        try demand(arePhrasesSound(names, senses: nameSenses.count), "a name without its senses")
        try demand(arePhrasesSound(frenchWords, senses: wordSenses.count), "a French word without its senses")
        try demand(arePhrasesSound(englishWords, senses: wordSenses.count), "an English word without its senses")
        // The senses of a phrase go up to the last of them.
        try demand(nameSenses.count == 0 || isLast(nameSenses[nameSenses.count - 1]), "senses without an end")
        try demand(wordSenses.count == 0 || wordSenses[wordSenses.count - 1].isLast == 1, "senses without an end")
        try demand(
            (0..<nameSenses.count).allSatisfy { Int(nameSenses.base[$0].concept) < concepts.count },
            "a sense without its concept")
        try demand(
            (0..<wordSenses.count).allSatisfy {
                isText(wordSenses.base[$0].value) && Int(wordSenses.base[$0].table) < tables.count
                    && Int(wordSenses.base[$0].wordClass) < WordClass.names.count
            }, "a word sense that says nothing")
        try demand((0..<concepts.count).allSatisfy { isSound(concepts.base[$0]) }, "a concept that makes no sense")
        try demand(
            (0..<links.count).allSatisfy { Int(links.base[$0].concept) < concepts.count && isText(links.base[$0].id) },
            "a link without its concept")
        try demand((0..<tables.count).allSatisfy { isText(tables.base[$0]) }, "a table without a name")
        try demand(
            (0..<glossary.count).allSatisfy {
                let entry = glossary.base[$0]
                return isText(entry.concept) && isText(entry.kind) && isText(entry.value) && isText(entry.french)
                    && isText(entry.english)
            }, "a row of the glossary that says nothing")
    }

    /// Whether a look-up in a table ends, and finds senses and sets of classes that are there.
    private func arePhrasesSound(_ phrases: PhraseTable, senses: Int) -> Bool {
        var hasRoom = false
        var payload: UInt32 = 0
        var place: UInt32 = 0
        for index in 0..<phrases.slots.count {
            let slot = phrases.slots.base[index]
            hasRoom = hasRoom || slot.key == 0
            payload = max(payload, slot.phrase & 0xF_FFFF)
            place = max(place, slot.phrase >> 20, slot.next >> 20)
        }
        return hasRoom && Int(payload) <= senses && Int(place) < phrases.palette.count
    }

    private func isLast(_ sense: NameSense) -> Bool { NameForm.Flags(rawValue: sense.flags).contains(.last) }

    private func isText(_ text: Text) -> Bool { Int(text.offset) + Int(text.count) <= strings.count }

    private func isSound(_ concept: Concept) -> Bool {
        isText(concept.entityID) && isText(concept.name) && isText(concept.french) && isText(concept.english)
            && isText(concept.kind) && Int(concept.label) < Label.allCases.count && Int(concept.table) < tables.count
            && Int(concept.table) <= Int(UInt16.max)
    }
}
