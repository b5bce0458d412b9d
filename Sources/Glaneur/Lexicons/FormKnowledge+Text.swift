package import GlaneurLexicon
import GlaneurWriters

extension FormKnowledge {
    /// The answer for people: the form, then a row for each concept and each class.
    package var lines: [String] {
        var concepts = TerminalTable(indentation: 2)
        for name in names {
            let concept = name.concept
            var cells: [TerminalTable.Cell] = [
                .init(concept.entityID), .init(concept.label.rawValue),
                .init(concept.kind.isEmpty ? "-" : concept.kind), .init(concept.table),
                .init(name.words.joined(separator: ", ")), .init(concept.name),
            ]
            if let id = concept.knowledgeBaseID { cells.append(.init(id)) }
            concepts.add(cells)
        }
        var classes = TerminalTable(indentation: 2)
        for word in words {
            let value = word.value.isEmpty ? "-" : word.value
            classes.add([.init(word.language.code), .init(word.wordClass.name), .init(value), .init(word.table)])
        }
        let nothing = isEmpty ? ["  unknown"] : []
        return [DisplayWidth.oneLine(form)] + concepts.lines() + classes.lines() + nothing
    }
}

extension FormKnowledge.Name {
    /// What is known of the form, in words.
    var words: [String] {
        var words = [flags.contains(.weak) ? "weak" : "strong"]
        if flags.contains(.strict) { words.append("strict") }
        if flags.contains(.mixed) { words.append("mixed") }
        if flags.contains(.pointed) { words.append("pointed") }
        if !isAdmitted { words.append("not so written") }
        return words
    }
}
