package import GlaneurCore

/// Tells which names of two languages say the same: *Banque de France* and *Bank of France*.
///
/// A key is made of the concepts of a name's words, whatever their order and the small words between them: of *ministère
/// américain de la Justice* and *US Department of Justice* the department, justice and the United States. Words that no table
/// translates stand for themselves. Equal keys say that the names mean the same; whether both are borne by one thing is for
/// the corpus to say.
package struct NameTranslator: Sendable {
    /// What a part can be by itself.
    enum Standing {
        case never, always
        /// An adjective of a place: *French*.
        case ofPeoples
    }

    /// What a word or several words of a name stand for.
    struct Part {
        /// The concept: of the glossary `university`, of a place its entity id, of a number `#5`, of another word `=pasteur`.
        var concept: String
        /// Whether the languages may have different words for it.
        var isTranslatable: Bool
        /// Whether it is a name by itself.
        var isName: Standing

        /// Whether it is a name of a label by itself.
        func standsAlone(_ label: Label) -> Bool { isName == .always || isName == .ofPeoples && label == .group }
    }

    let lexicon: Lexicon
    let glossary: TranslationGlossary
    let romanizedNames: RomanizedNames
    /// The ids of countries by the codes of demonyms.
    private let countries: [String: String]

    /// Reads what is translated from the glossaries of a lexicon.
    package init(lexicon: Lexicon) {
        func place(_ name: String) -> String? {
            let lexemes = LexemeScanner.lexemes(of: name)
            return PlaceFinder.place(lexicon.names.node(ofPhrase: lexemes.map(\.nameHash)), lexemes[...], lexicon)
                .map(lexicon.entityID(ofConcept:))
        }
        self.lexicon = lexicon
        romanizedNames = RomanizedNames(lexicon: lexicon)
        glossary = TranslationGlossary(lexicon: lexicon, place: place)
        countries = glossary.countryNames.compactMapValues(place)
    }

    /// The key of a name with a label, or nothing where no word of it is translated.
    ///
    /// Names with equal keys are one name in two languages or two orders of words. People, works, peoples and all other names
    /// have keys of their own; people only where rulers' and saints' given names are translated, or where a
    /// name comes from another script: *Mikhaïl Gorbatchev* and *Mikhail Gorbachev*.
    package func key(of name: String, label: Label) -> UInt64? {
        guard let concepts = concepts(of: name, label: label) else { return nil }
        var hash = FoldHash()
        for concept in concepts {
            for byte in concept.utf8 { hash.add(byte) }
            hash.add(0)
        }
        return hash.value
    }

    /// What the key of a name is made of, sorted, as `unify --explain` shows it: `bank`, `loc/france`.
    package func concepts(of name: String, label: Label) -> [String]? {
        guard label.isName else { return nil }
        let bytes = Array(name.utf8)
        var lexemes: [Lexeme] = []
        LexemeScanner.scan(bytes, into: &lexemes)
        guard !lexemes.isEmpty, lexemes.count <= 16 else { return nil }
        let reader = NameReader(self, bytes, lexemes)
        guard let parts = label == .person ? reader.person() : reader.parts(label) else { return nil }
        var family: String
        switch label {
        case .person: family = "per:"
        case .work: family = "work:"
        case .group: family = "norp:"
        default: family = "any:"
        }
        // A place alone is a place in the one label and its team or government in the other.
        if parts.count == 1, label != .group, label != .person { family = label.entityPrefix + ":" }
        return [family] + Set(parts.map(\.concept)).sorted()
    }

    /// Whether a key says more than a kind of thing: *Banque de France* does, *Banque centrale* is one of many.
    package func isSpecific(_ name: String, label: Label) -> Bool {
        concepts(of: name, label: label)?.dropFirst().contains { $0.contains { !$0.isLetter && $0 != "-" } } ?? false
    }

    /// Whether a key tells one thing from others of its kind: it says more than a kind (*Banque de France*), or says it at such
    /// length that few share it (*Commission du droit international*).
    package func isTelling(_ name: String, label: Label) -> Bool {
        guard let concepts = concepts(of: name, label: label) else { return false }
        return concepts.count > 3 || isSpecific(name, label: label)
    }

    /// The country that a demonym stands for.
    func country(code: String) -> Part {
        Part(concept: countries[code] ?? "country " + code, isTranslatable: true, isName: .ofPeoples)
    }
}
