import GlaneurCore

/// Finds doubtful rows by asking the compiled form of all tables about each of their forms.
struct DoubtFinder {
    private let lexicon: Lexicon
    private let concepts: [String: Int]
    /// Where the row of each concept stands.
    private var places: [Int: String] = [:]
    /// The first concept with each id of a knowledge base.
    private var holders: [String: Int] = [:]

    /// Prepares to look at tables that were compiled into a lexicon.
    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        concepts = Dictionary(
            (0..<lexicon.conceptCount).map { (lexicon.entityID(ofConcept: $0), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Notes where concepts stand; all tables are to be noted before one is looked at.
    mutating func register(_ table: Table) {
        forEachConcept(of: table) { row, concept in
            // A row that repeats an id was not compiled.
            guard places[concept] == nil else { return }
            places[concept] = "\(table.path):\(row.line)"
            let id = row.knowledgeBaseID
            if !id.isEmpty, holders[id] == nil { holders[id] = concept }
        }
    }

    /// Returns what is doubtful in a table, in the order of its rows; what concerns two rows is told at the later one.
    func doubts(in table: Table) -> [LexiconDoubt] {
        var doubts: [LexiconDoubt] = []
        forEachConcept(of: table) { row, concept in
            guard places[concept] == "\(table.path):\(row.line)" else { return }
            func add(_ kind: LexiconDoubt.Kind, _ reason: String) {
                doubts.append(LexiconDoubt(kind: kind, path: table.path, line: row.line, reason: reason))
            }
            for form in row.forms where !form.isWeak {
                let rivals = rivals(of: concept, for: form)
                if !rivals.isEmpty {
                    let names = rivals.map(name(ofConcept:)).joined(separator: ", ")
                    add(.sharedForm, "'\(form.text)' is also a form of \(names), weak in neither")
                }
                let languages = languages(withOrdinaryWord: form)
                if !languages.isEmpty {
                    let codes = languages.map(\.code).joined(separator: ", ")
                    add(.ordinaryWord, "'\(form.text)' is an ordinary word (\(codes)), not marked as weak")
                }
            }
            if let holder = holders[row.knowledgeBaseID], holder != concept {
                add(.sharedID, "\(row.knowledgeBaseID) is also that of \(name(ofConcept: holder))")
            }
        }
        return doubts
    }

    private func forEachConcept(of table: Table, _ body: (ConceptRow, Int) -> Void) {
        guard table.kind == .names else { return }
        for row in table.rows {
            let row = ConceptRow(row, of: table)
            guard row.faults.isEmpty, let concept = row.entityID.flatMap({ concepts[$0] }) else { continue }
            body(row, concept)
        }
    }

    /// The earlier concepts that have the form and do not mark it as weak.
    private func rivals(of concept: Int, for form: ConceptRow.Form) -> [Int] {
        var rivals: [Int] = []
        lexicon.forEachNameForm(lexicon.names.node(ofPhrase: form.lexemes.map(\.nameHash))) { other in
            guard other.concept < concept, !other.flags.contains(.weak), !rivals.contains(other.concept) else { return }
            rivals.append(other.concept)
        }
        return rivals
    }

    private func languages(withOrdinaryWord form: ConceptRow.Form) -> [Language] {
        let hashes = form.lexemes.map(\.wordHash)
        return [Language.french, .english].filter {
            lexicon.words($0).node(ofPhrase: hashes).classes.contains(.common)
        }
    }

    private func name(ofConcept concept: Int) -> String {
        let id = lexicon.entityID(ofConcept: concept)
        return places[concept].map { "\(id) (\($0))" } ?? id
    }
}
