/// The family names that so many people bear that one alone tells nobody: *Martin*, *Smith*, *Kim*.
///
/// Made once from the rows of kind `family-name` of the glossaries, about 1,700.
package struct FamilyNames: Sendable {
    private let keys: Set<String>

    /// Reads the names from the glossaries.
    package init(lexicon: Lexicon) {
        keys = Set(lexicon.glossary("family-name").flatMap { ($0.french + $0.english).map(EntityName.key(of:)) })
    }

    /// The number of names that differ in more than accents and spaces.
    package var count: Int { keys.count }

    /// Whether the family name with a key of ``EntityName/key(of:)`` is one of them: `martin`, `legall`.
    package func isCommon(_ key: String) -> Bool { keys.contains(key) }
}
