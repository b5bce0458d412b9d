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
    private let endings: Set<String>

    /// Reads given names and endings from the glossaries.
    init(lexicon: Lexicon) {
        var given: [String: Given] = [:]
        for entry in lexicon.glossary("romanized-name") {
            // Alexander, Victor, Natalia are at home in the West too.
            let name = Given(concept: "~" + EntityName.key(of: entry.concept), isEvidence: entry.value != "shared")
            for form in entry.french + entry.english { given[EntityName.key(of: form)] = name }
        }
        self.given = given
        endings = Set(
            lexicon.glossary("romanized-ending").flatMap { ($0.french + $0.english).map(EntityName.key(of:)) })
    }

    /// The words of a name as both languages would write them; nothing where it is no romanized name or one of given names alone.
    func parts(_ words: [String]) -> [String]? {
        let names = words.filter { $0 != "al" && $0 != "el" }
        guard let last = names.last, !names.allSatisfy({ given[$0] != nil }) else { return nil }
        let hasEnding = given[last] == nil && last.utf8.count > 4 && endings.contains(where: last.hasSuffix)
        // One word alone is a family name only where it is long enough to be nothing else.
        guard
            names.count > 1
                ? hasEnding || names.dropLast().contains(where: { given[$0]?.isEvidence ?? false })
                : hasEnding && last.utf8.count > 6
        else { return nil }
        return names.map { given[$0]?.concept ?? "~" + RomanizedNames.spelling($0) }
    }

    /// A word in the one spelling: `gorbatchev` and `gorbachev` are `gorbasev`, `chostakovitch` and `shostakovich` are `sostakovis`.
    static func spelling(_ word: String) -> String {
        var letters: [UInt8] = []
        let bytes = Array(word.utf8)
        var index = 0
        while index < bytes.count {
            let rest = bytes[index...]
            let (sign, count) =
                replacements.first { rest.starts(with: $0.from) }.map { ($0.to, $0.from.count) }
                ?? ([bytes[index]], 1)
            index += count
            // Double letters and `iy`, `yi` are one.
            for letter in sign where letters.last != letter { letters.append(letter) }
        }
        for (ending, kept) in [("ine", 2), ("ane", 2), ("of", 1), ("ef", 1)] where letters.ends(with: ending.utf8) {
            letters.removeLast(ending.utf8.count - kept)
            if kept == 1 { letters.append(UInt8(ascii: "v")) }
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// French and English signs of one sound, the longest first.
    private static let replacements: [(from: [UInt8], to: [UInt8])] = [
        ("chtch", "s"), ("shch", "s"), ("tch", "s"), ("sch", "s"), ("dzh", "j"), ("sh", "s"), ("ch", "s"), ("dj", "j"),
        ("zh", "j"), ("kh", "h"), ("gh", "g"), ("gue", "ge"), ("gui", "gi"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
        ("ph", "f"), ("x", "ks"), ("q", "k"), ("y", "i"), ("w", "u"),
    ].map { (Array($0.utf8), Array($1.utf8)) }
}

extension Array where Element: Equatable {
    fileprivate func ends(with ending: some Collection<Element>) -> Bool { suffix(ending.count).elementsEqual(ending) }
}
