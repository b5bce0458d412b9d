import GlaneurCore
import GlaneurLexicon

/// Sorts people from outlets among those a page names as its authors.
struct PageAuthors {
    let words: PageWords
    /// What the page and its publisher are called.
    let outlets: [String]

    /// The people among some names; where there are none, the others.
    func people(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        let cleaned = names.prefix(PageAuthors.limit).map(withoutOutlet).filter {
            !$0.isEmpty && seen.insert($0.lowercased()).inserted
        }
        let people = cleaned.filter { !isOutlet($0) }
        return people.isEmpty ? cleaned : people
    }

    /// More authors than this have papers of physics, and lists of something else.
    private static let limit = 50

    /// Whether a name is that of the outlet itself, an agency or another organization.
    func isOutlet(_ name: String) -> Bool {
        let lowered = name.lowercased()
        if outlets.contains(where: {
            $0.lowercased() == lowered || PageAuthors.letters($0) == PageAuthors.letters(name)
        }) {
            return true
        }
        // *CNN Business* of CNN.
        if outlets.contains(where: { lowered.hasPrefix($0.lowercased() + " ") }) { return true }
        // A part of it, where *and* stands in it: *The Worcester Telegram & Gazette*.
        if name.utf8.count > 4, outlets.contains(where: { $0.lowercased().contains(lowered) }) { return true }
        // Initials of an agency; people have more than one word, or small letters.
        if name.utf8.count <= 5, !name.contains(" "), name == name.uppercased() { return true }
        let bytes = Array(name.utf8)
        let lexemes = lexemes(bytes)
        let start = lowered.hasPrefix("the ") ? 1 : 0
        return lexemes.count > start && isOrganization(lexemes, from: start)
    }

    /// Takes the name of an outlet off the end of a person's: `Ann Onyme The Associated Press`.
    private func withoutOutlet(_ name: String) -> String {
        let bytes = Array(name.utf8)
        let lexemes = lexemes(bytes)
        guard lexemes.count > 3 else { return name }
        for start in 2..<(lexemes.count - 1) where isOrganization(lexemes, from: start) {
            var end = start
            let before = String(decoding: bytes[lexemes[start - 1].span.range], as: UTF8.self).lowercased()
            if before == "the" || before == "for" { end -= 1 }
            guard end >= 2 else { return name }
            return String(decoding: bytes[..<Int(lexemes[end - 1].end)], as: UTF8.self)
        }
        return name
    }

    private func lexemes(_ bytes: [UInt8]) -> [Lexeme] {
        var lexemes: [Lexeme] = []
        LexemeScanner.scan(bytes, into: &lexemes)
        return lexemes
    }

    private func isOrganization(_ lexemes: [Lexeme], from start: Int) -> Bool {
        guard let lexicon = words.lexicon else { return false }
        var found = false
        lexicon.names.forEachName(lexemes, at: start) { match in
            guard match.end == lexemes.count else { return }
            let labels = lexicon.nameForms(match.node).map { lexicon.label(ofConcept: $0.concept) }
            found = labels.contains(.organization) && !labels.contains(.person)
        }
        return found
    }

    /// The letters of a text, small.
    static func letters(_ text: String) -> String {
        String(String.UnicodeScalarView(text.lowercased().unicodeScalars.filter(\.properties.isAlphabetic)))
    }
}
