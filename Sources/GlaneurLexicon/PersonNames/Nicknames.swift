/// The given names that short and familiar ones stand for: *Bill* for *William*.
///
/// Made once from the rows of kind `nickname` of the glossaries, about 160.
package struct Nicknames: Sendable {
    private let names: [String: [String]]

    /// Reads the names from the glossaries.
    package init(lexicon: Lexicon) {
        let entries = lexicon.glossary("nickname").map { entry in
            (EntityName.key(of: entry.concept), Set((entry.french + entry.english).map(EntityName.key(of:))).sorted())
        }
        names = Dictionary(entries, uniquingKeysWith: { $0 + $1 })
    }

    /// The keys of the given names that the nickname with a key of ``EntityName/key(of:)`` may stand for, sorted; none where
    /// it is no nickname: `bill` gives `william`.
    package func formal(_ key: String) -> [String] { names[key] ?? [] }

    /// Whether one of two given names, told by their keys, is short for the other or both are short for one.
    package func mayAgree(_ first: String, _ second: String) -> Bool {
        if first == second { return true }
        let firsts = Set(formal(first) + [first])
        return !firsts.isDisjoint(with: formal(second) + [second])
    }
}
