import GlaneurLexicon

/// Tables of a few rows, for tests of what compiles and what is found.
enum SmallLexicon {
    static let nameHeader = "name\tlabel\tkind\tfr\ten\taliases\taliases_fr\taliases_en\tweak\tsource\n"
    static let wordHeader = "form\tclass\tvalue\tsource\n"

    /// A table of names out of rows without their source.
    static func names(_ rows: String..., path: String = "shared/names.tsv") -> (path: String, text: String) {
        (path, nameHeader + rows.map { $0 + "\tglaneur\n" }.joined())
    }

    /// A table of words out of rows without their source.
    static func words(_ rows: String..., path: String = "shared/words.tsv") -> (path: String, text: String) {
        (path, wordHeader + rows.map { $0 + "\tglaneur\n" }.joined())
    }

    /// A table as a file.
    static func file(_ table: (path: String, text: String)) -> TableFile {
        TableFile(path: table.path, bytes: Array(table.text.utf8))
    }

    static let tables = [
        words("demi\tfraction\t0.5", "millions\tscale\t6", "vingt\tcardinal\t20", path: "fr/nombres.tsv"),
        names(
            "Orange\tORG\tcompany\t\t\tOrange S.A.\t\t\tOrange",
            "United States\tLOC\tcountry\tÉtats-Unis\t\tUSA\t\tU.S.\t",
            "xAI\tORG\tcompany\t\t\t\t\t\t"),
        words(
            "chief executive\ttitle\t", "chief executive officer\ttitle\tceo", "officer\tperson-cue\t",
            "officer\ttitle\trank"
        ),
    ]

    static func compiled() throws -> [UInt8] { try LexiconCompiler.compile(tables) }

    static func open() throws -> Lexicon { try Lexicon(compiled: compiled(), location: "memory") }
}

extension Lexicon {
    /// The lexemes of a text with what the words of a language say of each.
    func lexemes(_ text: String) -> [Lexeme] {
        var lexemes: [Lexeme] = []
        LexemeScanner.scan(Array(text.utf8), into: &lexemes)
        return lexemes
    }
}
