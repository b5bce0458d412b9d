import GlaneurCore

/// Reads one name into the concepts of its words.
struct NameReader {
    private typealias Part = NameTranslator.Part

    private let translator: NameTranslator
    private let bytes: [UInt8]
    private let lexemes: [Lexeme]
    /// All words but articles and prepositions.
    private let words: [NameWord]
    private var lexicon: Lexicon { translator.lexicon }
    private var glossary: TranslationGlossary { translator.glossary }

    /// Takes a name apart.
    init(_ translator: NameTranslator, _ bytes: [UInt8], _ lexemes: [Lexeme]) {
        self.translator = translator
        self.bytes = bytes
        self.lexemes = lexemes
        // In a name with small letters, `UN` and `LA` in capitals are no articles.
        let isMixed = lexemes.contains { $0.shape.contains(.small) }
        words = lexemes.indices.compactMap { index in
            let lexeme = lexemes[index]
            let isAcronym = isMixed && lexeme.shape.isAllCapitals && lexeme.count > 1
            if !isAcronym, translator.glossary.grammar.contains(lexeme.nameHash) { return nil }
            return NameWord(lexeme, at: index, of: bytes)
        }
    }

    /// The parts of the name of an institution, a place, an event, a work or a people; nothing where it has no translation.
    func parts(_ label: Label) -> [NameTranslator.Part]? {
        // Names of firms stay as they are; peoples are not what their adjectives say: the Scots are British, and more than that.
        let tables: Set = ["lexicon:organizations", "lexicon:media", "lexicon:products"]
        if isName(ofTables: label == .group ? tables.union(["lexicon:groups"]) : tables) { return nil }
        var parts: [Part] = []
        var place = 0
        var lexeme = 0
        while lexeme < lexemes.count {
            while place < words.count, words[place].lexeme < lexeme { place += 1 }
            let rest = words[place...]
            let isWord = rest.first?.lexeme == lexeme
            let known = longestKnown(at: lexeme, isGrammar: !isWord)
            if isWord, let (found, count) = ownWords(rest), end(rest, count) >= known?.end ?? 0 {
                parts += found
                lexeme = end(rest, count)
            } else if let known {
                parts.append(known.part)
                lexeme = known.end
            } else if isWord, let word = rest.first, let number = number(at: word, isFirst: lexeme == 0) {
                parts.append(Part(concept: "#\(number)", isTranslatable: false, isName: .never))
                lexeme = end(rest, numberCount(rest))
            } else if isWord, let (entry, count) = glossary.words.longest(rest, exactly: false) {
                parts.append(part(entry, count))
                lexeme = end(rest, count)
            } else if isWord, let title = glossary.titles.entry(rest.prefix(1), exactly: false) {
                parts.append(part(title.concept))
                lexeme = end(rest, 1)
            } else if isWord, let word = rest.first {
                parts.append(Part(concept: "=" + word.singular, isTranslatable: false, isName: .never))
                lexeme += 1
            } else {
                lexeme += 1
            }
        }
        let isName =
            parts.count == 1
            ? parts[0].standsAlone(label) && parts[0].isTranslatable : parts.contains(where: \.isTranslatable)
        return isName ? parts : nil
    }

    /// The parts of the name of a ruler, a saint or one from another script; nothing where it is the name of anybody else.
    func person() -> [NameTranslator.Part]? {
        if let parts = ruler() { return parts }
        let parts = translator.romanizedNames.parts(words.map(\.text))
        return parts?.map { Part(concept: $0, isTranslatable: true, isName: .always) }
    }

    /// The parts of the name of a ruler or saint.
    ///
    /// Given names are translated where a number, a title, a surname as *the Great* or a realm tells that the name is.
    private func ruler() -> [NameTranslator.Part]? {
        var parts: [Part] = []
        var isRuler = false
        var givenCount = 0
        var index = 0
        while index < words.count {
            let word = words[index]
            let behind = words[index...]
            if index > 0, let (entry, count) = glossary.bynames.longest(behind, exactly: true), hasArticle(word) {
                parts.append(Part(concept: entry.concept, isTranslatable: true, isName: .never))
                isRuler = true
                index += count
            } else if let entry = glossary.titles.entry(behind.prefix(1), exactly: true), index + 1 < words.count {
                _ = entry
                isRuler = true
                index += 1
            } else if index == 0, isSaint(word), words.count > 1 {
                parts.append(Part(concept: "saint", isTranslatable: true, isName: .never))
                isRuler = true
                index += 1
            } else if let given = glossary.givenNames.entry(behind.prefix(1), exactly: true) {
                parts.append(Part(concept: given.concept, isTranslatable: true, isName: .never))
                if tiesRealm(word, to: words.dropFirst(index + 1).first) { isRuler = true }
                givenCount += 1
                index += 1
            } else if let number = number(at: word, isFirst: index == 0) {
                parts.append(Part(concept: "#\(number)", isTranslatable: false, isName: .never))
                if index > 0 { isRuler = true }
                index += 1
            } else if let known = longestKnown(at: word.lexeme, isGrammar: false) {
                parts.append(known.part)
                index = words.firstIndex { $0.lexeme >= known.end } ?? words.count
            } else {
                parts.append(Part(concept: "=" + word.text, isTranslatable: false, isName: .never))
                index += 1
            }
        }
        return isRuler && givenCount > 0 && parts.count > 1 ? parts : nil
    }

    // MARK: - Words

    /// What the glossary says of the words from here on: a phrase, or a saint or ruler with a given name.
    private func ownWords(_ rest: ArraySlice<NameWord>) -> (parts: [Part], count: Int)? {
        guard let word = rest.first else { return nil }
        let next = rest.dropFirst().prefix(1)
        if let given = glossary.givenNames.entry(next, exactly: true), isSaint(word) || isTitle(word) {
            let head = isSaint(word) ? "saint" : glossary.titles.entry(rest.prefix(1), exactly: true)?.concept ?? ""
            return ([part(head), part(given.concept)], 2)
        }
        if let given = glossary.givenNames.entry(rest.prefix(1), exactly: true), let numeral = next.first,
            let number = number(at: numeral, isFirst: false), numeral.shape.isAllCapitals || numeral.shape.isNumber
        {
            return ([part(given.concept), Part(concept: "#\(number)", isTranslatable: false, isName: .never)], 2)
        }
        if let (entry, count) = glossary.words.longest(rest, exactly: true) {
            return ([part(entry, count)], count)
        }
        return glossary.titles.entry(rest.prefix(1), exactly: true).map { ([part($0.concept)], 1) }
    }

    private func part(_ concept: String) -> NameTranslator.Part {
        Part(concept: concept, isTranslatable: true, isName: .never)
    }

    /// A part that a form of the glossary makes; a phrase is a name by itself: *guerre froide*.
    private func part(_ entry: TranslationGlossary.Entry, _ wordCount: Int) -> NameTranslator.Part {
        Part(
            concept: entry.concept, isTranslatable: true,
            isName: entry.standsAlone || wordCount > 1 ? entry.isAdjective ? .ofPeoples : .always : .never)
    }

    private func isSaint(_ word: NameWord) -> Bool { glossary.words.entry([word], exactly: true)?.concept == "saint" }

    private func isTitle(_ word: NameWord) -> Bool { glossary.titles.entry([word], exactly: true) != nil }

    /// The index of the lexeme behind the first `count` words.
    private func end(_ words: ArraySlice<NameWord>, _ count: Int) -> Int {
        words.dropFirst(count - 1).first.map { $0.lexeme + 1 } ?? lexemes.count
    }

    /// Whether an article stands before a word, as before a surname.
    private func hasArticle(_ word: NameWord) -> Bool {
        word.lexeme > 0 && glossary.grammar.contains(lexemes[word.lexeme - 1].nameHash)
    }

    /// Whether a given name is tied to the word behind it by *of* where it is an English one, by *de* where it is a French one.
    ///
    /// *Pierre de Villiers* is then another name than *Peter de Villiers*.
    private func tiesRealm(_ given: NameWord, to next: NameWord?) -> Bool {
        guard let next, next.lexeme > given.lexeme + 1 else { return false }
        let between = lexemes[given.lexeme + 1]
        return glossary.englishGivenNames.contains(given.hash) && glossary.englishLinks.contains(between.nameHash)
            || glossary.frenchGivenNames.contains(given.hash) && glossary.frenchLinks.contains(between.nameHash)
    }

    // MARK: - Numbers

    /// The number a word stands for: in figures, Roman or in letters; an ordinal is its cardinal.
    private func number(at word: NameWord, isFirst: Bool) -> Int? {
        let range = Int(lexemes[word.lexeme].start)..<Int(lexemes[word.lexeme].end)
        if word.shape.isNumber { return range.count < 10 ? Int(word.text) : nil }
        if word.shape.contains(.initialCapital), range.count > 1 || !isFirst,
            let roman = NameWord.romanNumber(String(decoding: bytes[range], as: UTF8.self))
        {
            return roman
        }
        // `UN` is no article.
        if word.shape.isAllCapitals, range.count < 4 { return nil }
        for language in [Language.french, .english] {
            let node = lexicon.words(language).node(of: lexemes[word.lexeme].wordHash)
            for wordClass in [WordClass.ordinal, .cardinal] {
                if let number = lexicon.number(node, wordClass), number > 0 { return number }
            }
        }
        return nil
    }

    /// The words of a number at the front: one, and the ending of an ordinal in figures.
    private func numberCount(_ rest: ArraySlice<NameWord>) -> Int {
        guard let number = rest.first, number.shape.isNumber, let ending = rest.dropFirst().first,
            lexemes[ending.lexeme].gap == .none, ending.lexeme == number.lexeme + 1
        else { return 1 }
        let isEnding = [Language.french, .english].contains {
            lexicon.words($0).node(of: lexemes[ending.lexeme].wordHash).classes.contains(.ordinalSuffix)
        }
        return isEnding ? 2 : 1
    }

    // MARK: - Names of the tables

    /// Whether the whole name is one of certain tables: those names are not translated word by word.
    private func isName(ofTables tables: Set<String>) -> Bool {
        var found = false
        let node = lexicon.names.node(ofPhrase: lexemes.map(\.nameHash))
        lexicon.forEachNameForm(node) { form in
            if !form.flags.contains(.weak), form.admits(lexemes[...]),
                tables.contains(lexicon.maker(ofConcept: form.concept))
            {
                found = true
            }
        }
        return found
    }

    /// The longest place, demonym, people or institution that begins at a lexeme, and the lexeme behind it.
    private func longestKnown(at start: Int, isGrammar: Bool) -> (part: NameTranslator.Part, end: Int)? {
        var best: (part: Part, end: Int)?
        var isPlace = false
        lexicon.names.forEachName(lexemes, at: start) { match in
            // An article may begin a name: *La Haye*.
            if isGrammar, match.end == start + 1 { return }
            let covered = lexemes[start..<match.end]
            let isWhole = start == 0 && match.end == lexemes.count
            let place = PlaceFinder.place(match.node, covered, lexicon)
            guard let concept = place ?? (isWhole ? nil : PlaceFinder.body(match.node, covered, lexicon)) else {
                return
            }
            let known = lexicon.concept(concept)
            let differs = EntityName.key(of: known.french) != EntityName.key(of: known.english)
            if isWhole, place != nil, !isKeptWhole(known, differs: differs) { return }
            isPlace = place != nil
            best = (Part(concept: known.entityID, isTranslatable: differs, isName: .always), match.end)
        }
        if isGrammar {
            // An article that the place can do without says nothing: *la Loire* and *Loire Valley*.
            return best.flatMap { longestKnown(at: start + 1, isGrammar: false)?.end == $0.end ? nil : $0 }
        }
        for language in [Language.french, .english] {
            let table = lexicon.words(language)
            guard let match = table.longestWord(lexemes, at: start, classes: WordClass.Set(.demonym)),
                match.end > best?.end ?? start || !isPlace && match.end == best?.end,
                let code = lexicon.value(match.node, .demonym)
            else { continue }
            best = (translator.country(code: code), match.end)
            isPlace = true
        }
        return best
    }

    /// Whether a place that the whole name stands for is one part.
    ///
    /// What is not known in both languages is translated by its words, and so is what words as *avenue* tell: *5th Avenue* is
    /// another form than the tables have. Countries are more than their words: *South Africa* is not *Southern Africa*.
    private func isKeptWhole(_ place: Concept, differs: Bool) -> Bool {
        if PlaceFinder.isCountry(place.kind) { return true }
        return differs && !words.contains { glossary.heads.contains($0.singularHash) }
    }
}
