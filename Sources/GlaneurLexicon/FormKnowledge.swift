package import GlaneurCore

/// What the lexicons know of one form.
package struct FormKnowledge: Sendable {
    /// A concept that has the form.
    package struct Name: Sendable {
        /// The concept.
        package let concept: Concept
        /// What is known of the form.
        package let flags: NameForm.Flags
        /// Whether the form is written as the concept asks.
        package let isAdmitted: Bool
    }

    /// A class of words that the form belongs to.
    package struct Word: Sendable, Equatable {
        /// The language.
        package let language: Language
        /// The class.
        package let wordClass: WordClass
        /// What the form stands for in the class; may be empty.
        package let value: String
        /// The name of the table.
        package let table: String
    }

    /// The form.
    package let form: String
    /// The concepts, in the order of the tables.
    package let names: [Name]
    /// The classes, French ones first.
    package let words: [Word]

    /// Whether no row knows the form.
    package var isEmpty: Bool { names.isEmpty && words.isEmpty }
}

extension Lexicon {
    /// Tells what the lexicons know of a form, the whole of it.
    package func knowledge(of form: String) -> FormKnowledge {
        let lexemes = LexemeScanner.lexemes(of: form)
        var names: [FormKnowledge.Name] = []
        forEachNameForm(self.names.node(ofPhrase: lexemes.map(\.nameHash))) { name in
            let concept = concept(name.concept)
            let flags = name.flags.subtracting(.last)
            // A row may have the form in several spellings: `États-Unis`, `Etats-Unis`.
            if names.contains(where: { $0.concept.entityID == concept.entityID && $0.flags == flags }) { return }
            names.append(FormKnowledge.Name(concept: concept, flags: flags, isAdmitted: name.admits(lexemes[...])))
        }
        var found: [FormKnowledge.Word] = []
        for language in [Language.french, .english] {
            forEachSense(words(language).node(ofPhrase: lexemes.map(\.wordHash))) { sense in
                found.append(
                    FormKnowledge.Word(
                        language: language, wordClass: WordClass(rawValue: sense.wordClass),
                        value: image.string(sense.value), table: image.string(image.tables[Int(sense.table)])))
            }
        }
        return FormKnowledge(form: form, names: names, words: found)
    }
}

extension PhraseTable {
    /// Looks up a whole phrase by the hashes of its lexemes, whatever stands between them.
    func node(ofPhrase hashes: [UInt64]) -> Node {
        guard let first = hashes.first else { return .none }
        var node = node(of: first)
        for hash in hashes.dropFirst() {
            guard node.next != 0 else { return .none }
            node = self.node(of: hash, behind: node.next)
        }
        return node
    }
}
