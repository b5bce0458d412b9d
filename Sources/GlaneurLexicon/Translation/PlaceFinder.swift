import GlaneurCore

/// Chooses the place that words inside a name stand for.
enum PlaceFinder {
    /// The concept of the places that a phrase of the name tables may stand for: a country before all others, then one whose
    /// form is not weak, then the first of the tables, so that both languages' forms of a place give the same.
    static func place(_ node: PhraseTable.Node, _ lexemes: ArraySlice<Lexeme>, _ lexicon: Lexicon) -> Int? {
        var best: (rank: Int, concept: Int)?
        lexicon.forEachNameForm(node) { form in
            guard lexicon.label(ofConcept: form.concept) == .location, form.admits(lexemes) else { return }
            // `Ore.` is no ore: the point is not looked at here.
            if form.flags.contains(.pointed), lexemes.count == 1 { return }
            let kind = lexicon.concept(form.concept).kind
            let rank = isCountry(kind) ? 0 : form.flags.contains(.weak) ? 2 : 1
            if best.map({ rank < $0.rank }) ?? true { best = (rank, form.concept) }
        }
        return best?.concept
    }

    /// Whether places of a kind are countries, those of the past among them.
    static func isCountry(_ kind: String) -> Bool { kind == "country" || kind == "former-country" }

    /// The concept of a people or of an international body: what stands inside other names as places do, as the United Nations in
    /// *UN Women*.
    ///
    /// Bodies count by their acronyms and by names of at most two words; longer ones begin other names too, as *International
    /// Energy Agency* nearly does.
    static func body(_ node: PhraseTable.Node, _ lexemes: ArraySlice<Lexeme>, _ lexicon: Lexicon) -> Int? {
        var found: Int?
        lexicon.forEachNameForm(node) { form in
            guard found == nil, !form.flags.contains(.weak) || form.flags.contains(.strict), form.admits(lexemes)
            else { return }
            let isBody =
                switch lexicon.label(ofConcept: form.concept) {
                case .organization:
                    lexicon.maker(ofConcept: form.concept) == "lexicon:institutions" && lexemes.count <= 2
                        && ["international", "eu"].contains(lexicon.concept(form.concept).kind)
                case .group: true
                default: false
                }
            if isBody { found = form.concept }
        }
        return found
    }
}
