package import GlaneurCore

/// One concept that a form in the text may stand for.
package struct NameForm: Sendable {
    /// What is known of a form.
    package struct Flags: OptionSet, Sendable {
        package let rawValue: UInt16

        /// Makes a set from its bits.
        package init(rawValue: UInt16) { self.rawValue = rawValue }

        /// The form is also an ordinary word or another name.
        package static let weak = Flags(rawValue: 1)
        /// A short acronym: it stands only where all its letters are capitals.
        package static let strict = Flags(rawValue: 2)
        /// It starts with a small letter and has a capital inside: `xAI`.
        package static let mixed = Flags(rawValue: 4)
        /// The last form of a phrase in the sense table.
        package static let last = Flags(rawValue: 8)
        /// It ends with a point that belongs to the name, as `Mass.` does.
        package static let pointed = Flags(rawValue: 16)
    }

    /// The index of the concept in the lexicon.
    package let concept: Int
    /// What is known of the form.
    package let flags: Flags
    /// Bit i is set when lexeme i is written with an initial capital in the lexicon.
    package let capitals: UInt16

    /// Whether the lexemes of the text are written as the form asks.
    ///
    /// A capital of the form must be one in the text; more capitals than the form has are allowed (headlines).
    package func admits(_ lexemes: ArraySlice<Lexeme>) -> Bool {
        if flags.contains(.strict) {
            return lexemes.allSatisfy { $0.shape.isAllCapitals || $0.shape.isNumber }
        }
        if flags.contains(.mixed) { return lexemes.contains { $0.shape.hasCapital } }
        for (index, lexeme) in lexemes.enumerated() where capitals >> UInt16(index) & 1 == 1 {
            guard lexeme.shape.contains(.initialCapital) else { return false }
        }
        return true
    }
}

/// Something in the world that has a proper name: a row of a name table.
package struct Concept: Sendable {
    /// The corpus-wide id: `org/tesla`.
    package let entityID: String
    /// The canonical name.
    package let name: String
    /// What it is.
    package let label: Label
    /// A finer word for what it is: `company`, `country`.
    package let kind: String
    /// The table it stands in: `organizations`.
    package let table: String
    /// The usual French form.
    package let french: String
    /// The usual English form.
    package let english: String
    /// Its id in a knowledge base, `wikidata:Q42`, where the row tells it.
    package let knowledgeBaseID: String?
}
