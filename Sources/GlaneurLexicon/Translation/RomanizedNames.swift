/// Names of people from other scripts, which French and English spell in two ways: *Gorbatchev* and *Gorbachev*.
///
/// Where a given name or the ending of the family name tells that a name is romanized, its words are written in one way for both
/// languages. *Roussel* and *Russell* stay two names, for nothing tells it of them.
struct RomanizedNames: Sendable {
    /// A given name: how both languages' keys spell it, and whether it tells by itself that the name is romanized.
    private struct Given {
        let concept: String
        let isEvidence: Bool
    }

    private let given: [String: Given]
    private let endings: [String]
    /// The small words that family names begin with in one text and lack in another.
    private let articles: Set<String>
    /// What each language writes for a sound, the longest first, with what stands for it in keys.
    private let signs: [(from: [UInt8], to: [UInt8])]
    /// The same for the ends of words.
    private let ends: [(from: [UInt8], to: [UInt8])]

    /// Reads given names, endings and signs from the glossaries.
    init(lexicon: Lexicon) {
        var given: [String: Given] = [:]
        for entry in lexicon.glossary("romanized-name") {
            // Alexander, Victor, Natalia are at home in the West too.
            let name = Given(concept: "~" + EntityName.key(of: entry.concept), isEvidence: entry.value != "shared")
            for form in entry.french + entry.english { given[EntityName.key(of: form)] = name }
        }
        self.given = given
        endings = lexicon.glossary("romanized-ending").flatMap { ($0.french + $0.english).map(EntityName.key(of:)) }
        articles = Set(lexicon.glossary("romanized-article").flatMap { $0.french + $0.english })
        func replacements(_ entries: [GlossaryEntry]) -> [(from: [UInt8], to: [UInt8])] {
            entries.flatMap { entry in
                Set(entry.french + entry.english).map { (from: Array($0.utf8), to: Array(entry.concept.utf8)) }
            }
            .sorted {
                $0.from.count != $1.from.count
                    ? $0.from.count > $1.from.count : $0.from.lexicographicallyPrecedes($1.from)
            }
        }
        signs = replacements(lexicon.glossary("romanized-sign"))
        ends = replacements(lexicon.glossary("romanized-end"))
    }

    /// The words of a name as both languages would write them; nothing where it is no romanized name or one of given names alone.
    func parts(_ words: [String]) -> [String]? {
        let names = words.filter { !articles.contains($0) }
        guard let last = names.last, !names.allSatisfy({ given[$0] != nil }) else { return nil }
        let hasEnding = given[last] == nil && last.utf8.count > 4 && endings.contains(where: last.hasSuffix)
        let isRomanized =
            if names.count > 1 {
                hasEnding || names.dropLast().contains { given[$0]?.isEvidence ?? false }
            } else {
                // One word alone is a family name only where it is long enough to be nothing else.
                hasEnding && last.utf8.count > 6
            }
        guard isRomanized else { return nil }
        return names.map { given[$0]?.concept ?? "~" + spelling($0) }
    }

    /// A word in the one spelling: `gorbatchev` and `gorbachev` are `gorbasev`, `chostakovitch` and `shostakovich` are `sostakovis`.
    private func spelling(_ word: String) -> String {
        var letters: [UInt8] = []
        let bytes = Array(word.utf8)
        var index = 0
        while index < bytes.count {
            let rest = bytes[index...]
            let sign = signs.first { rest.starts(with: $0.from) } ?? ([bytes[index]], [bytes[index]])
            index += sign.from.count
            // Double letters, `iy` and `yi` are one.
            for letter in sign.to where letters.last != letter { letters.append(letter) }
        }
        if let end = ends.first(where: { letters.suffix($0.from.count).elementsEqual($0.from) }) {
            letters.removeLast(end.from.count)
            letters += end.to
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
