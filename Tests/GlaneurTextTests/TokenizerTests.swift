import GlaneurCore
import GlaneurLexicon
import GlaneurTestSupport
import GlaneurText
import Testing

/// The conventions are those of the French and English treebanks of Universal Dependencies.
@Suite struct TokenizerTests {
    private func tokenize(_ text: String, _ language: Language) -> [Token] {
        var tokens: [Token] = []
        let bytes = Array(text.utf8)
        Tokenizer(lexicon: TestLexicon.shared, language: language).tokenize(bytes, in: 0..<bytes.count, into: &tokens)
        return tokens
    }

    private func words(_ text: String, _ language: Language) -> [String] {
        tokenize(text, language).map { String(decoding: Array(text.utf8)[$0.span.range], as: UTF8.self) }
    }

    // MARK: French

    @Test(arguments: [
        ("L’IA d’abord", ["L’", "IA", "d’", "abord"]), ("L'IA d'abord", ["L'", "IA", "d'", "abord"]),
        ("qu’elle n’a", ["qu’", "elle", "n’", "a"]), ("jusqu’à lorsqu’il", ["jusqu’", "à", "lorsqu’", "il"]),
        ("C’est s’il", ["C’", "est", "s’", "il"]), ("LʼIA", ["Lʼ", "IA"]), ("l’« IA »", ["l’", "«", "IA", "»"]),
        ("aujourd’hui", ["aujourd’hui"]), ("aujourd'hui", ["aujourd'hui"]), ("Aujourd’hui,", ["Aujourd’hui", ","]),
        ("d’aujourd’hui", ["d’", "aujourd’hui"]), ("prud’hommes", ["prud’hommes"]), ("quelqu’un", ["quelqu’un"]),
        ("que l’on voit", ["que", "l’on", "voit"]), ("d’accord", ["d’", "accord"]), ("presqu’île", ["presqu’île"]),
    ])
    func elisionKeepsItsApostrophe(_ text: String, _ tokens: [String]) {
        #expect(words(text, .french) == tokens)
    }

    @Test(arguments: [
        ("dit-il", ["dit", "-il"]), ("A-t-il", ["A", "-t-il"]), ("a-t-elle", ["a", "-t-elle"]),
        ("Est-ce", ["Est", "-ce"]),
        ("peut-on", ["peut", "-on"]), ("donne-le-moi", ["donne", "-le", "-moi"]), ("Pensez-y", ["Pensez", "-y"]),
        ("rendez\u{2011}vous", ["rendez\u{2011}vous"]),
        ("rendez-vous", ["rendez-vous"]), ("peut-être", ["peut-être"]), ("celui-ci", ["celui-ci"]),
        ("porte-parole", ["porte-parole"]), ("c’est-à-dire", ["c’est-à-dire"]), ("États-Unis", ["États-Unis"]),
        ("Saint-Étienne", ["Saint-Étienne"]), ("vingt-deux", ["vingt-deux"]), ("Covid-19", ["Covid-19"]),
        ("moi-même", ["moi-même"]), ("vice-président", ["vice-président"]), ("là-bas", ["là-bas"]),
        ("Paris – Lyon", ["Paris", "–", "Lyon"]),
    ])
    func pronounsLeaveTheirVerbAndCompoundsStay(_ text: String, _ tokens: [String]) {
        #expect(words(text, .french) == tokens)
    }

    @Test(arguments: [
        ("en 52 av. J.-C. déjà", ["en", "52", "av.", "J.-C.", "déjà"]), ("M. Musk", ["M.", "Musk"]),
        ("MM. Musk et Altman", ["MM.", "Musk", "et", "Altman"]), ("Mme Lagarde", ["Mme", "Lagarde"]),
        ("J. Keller", ["J.", "Keller"]), ("l’O.N.U. dit", ["l’", "O.N.U.", "dit"]), ("p. 12", ["p.", "12"]),
        ("des pommes, etc. et", ["des", "pommes", ",", "etc.", "et"]),
        ("des pommes, etc.", ["des", "pommes", ",", "etc", "."]), ("Il part.", ["Il", "part", "."]),
        ("Dr. No", ["Dr.", "No"]),
    ])
    func abbreviationsKeepTheirPoint(_ text: String, _ tokens: [String]) {
        #expect(words(text, .french) == tokens)
    }

    @Test(arguments: [
        "12 000", "12\u{A0}000", "12\u{202F}000", "12\u{2009}000", "12\u{2007}000", "1 234 567",
        "1\u{202F}234\u{202F}567", "12 000,50",
    ])
    func anySpaceMayGroupDigits(_ figure: String) {
        let tokens = tokenize("les \(figure) salariés", .french)
        #expect(words("les \(figure) salariés", .french) == ["les", figure, "salariés"])
        #expect(tokens.map(\.kind) == [.word, .number, .word])
    }

    @Test(arguments: [
        ("16,5 milliards", ["16,5", "milliards"]), ("5,5 %", ["5,5", "%"]), ("5,5\u{A0}%", ["5,5", "%"]),
        ("2,5%", ["2,5", "%"]),
        ("le 1er août", ["le", "1er", "août"]), ("le 20e siècle", ["le", "20e", "siècle"]),
        ("la 2nde", ["la", "2nde"]),
        ("12M€", ["12", "M", "€"]), ("12 M€", ["12", "M", "€"]), ("20h45", ["20", "h", "45"]),
        ("20 h 45", ["20", "h", "45"]), ("9h", ["9", "h"]), ("H100", ["H100"]),
        ("20:45", ["20:45"]), ("en 2023-2024", ["en", "2023-2024"]), ("12/05/2024", ["12/05/2024"]),
        ("500 $ US", ["500", "$", "US"]),
        ("40 000 €", ["40 000", "€"]), ("en 2023 500 salariés", ["en", "2023", "500", "salariés"]), ("3D", ["3D"]),
        ("5G", ["5G"]),
        ("10 et 20", ["10", "et", "20"]), ("n°5", ["n°", "5"]), ("3-2", ["3-2"]), ("-5 °C", ["-5", "°C"]),
    ])
    func figuresKeepGroupsDecimalsAndEndings(_ text: String, _ tokens: [String]) {
        #expect(words(text, .french) == tokens)
    }

    // MARK: English

    @Test(
        arguments: [
            ("don't", ["don't"]), ("don’t", ["don’t"]), ("China's", ["China's"]), ("China’s", ["China’s"]),
            ("cannot", ["cannot"]),
            ("the years' end", ["the", "years'", "end"]), ("the years’ end", ["the", "years’", "end"]),
            ("it's", ["it's"]),
            ("we'll", ["we'll"]), ("I'm", ["I'm"]), ("O'Brien", ["O'Brien"]), ("rock 'n' roll", nil),
            ("the 'old years' end", ["the", "'", "old", "years", "'", "end"]),
            ("‘old years’ end", ["‘", "old", "years", "’", "end"]),
        ] as [(String, [String]?)])
    func cliticsStayInTheirToken(_ text: String, _ tokens: [String]?) {
        if let tokens {
            #expect(words(text, .english) == tokens)
        } else {
            #expect(words(text, .english).joined() == text.filter { $0 != " " })
        }
    }

    @Test(
        arguments: [
            ("full-fledged", ["full", "-", "fledged"]), ("e-mail", ["e-mail"]), ("co-founder", ["co-founder"]),
            ("F-35", ["F", "-", "35"]),
            ("COVID-19", ["COVID", "-", "19"]), ("U.S.-based", nil),
            ("state-of-the-art", ["state", "-", "of", "-", "the", "-", "art"]),
        ] as [(String, [String]?)])
    func hyphensPartWordsButNotPrefixes(_ text: String, _ tokens: [String]?) {
        if let tokens {
            #expect(words(text, .english) == tokens)
        } else {
            #expect(words(text, .english).joined() == text)
        }
    }

    @Test(arguments: [
        ("the U.S. said", ["the", "U.S.", "said"]), ("a Ph.D. student", ["a", "Ph.D.", "student"]),
        ("Mr. Musk", ["Mr.", "Musk"]),
        ("at 5 p.m. today", ["at", "5", "p.m.", "today"]), ("Tesla Inc. said", ["Tesla", "Inc.", "said"]),
        ("J. Smith", ["J.", "Smith"]), ("It left.", ["It", "left", "."]), ("R&D at AT&T", ["R&D", "at", "AT&T"]),
        ("60 km/h", ["60", "km/h"]), ("and/or", ["and", "/", "or"]),
    ])
    func englishAbbreviationsKeepTheirPoint(_ text: String, _ tokens: [String]) {
        #expect(words(text, .english) == tokens)
    }

    @Test(arguments: [
        ("$16.5B", ["$", "16.5", "B"]), ("US$5bn", ["US$", "5", "bn"]), ("12,000 people", ["12,000", "people"]),
        ("the 1990s", ["the", "1990s"]), ("the 3rd", ["the", "3rd"]), ("21st", ["21st"]), ("5.5%", ["5.5", "%"]),
        ("€2m", ["€", "2", "m"]),
        ("2023 500 people", ["2023", "500", "people"]), ("in 2021.", ["in", "2021", "."]),
        ("2024-05-12", ["2024-05-12"]),
        ("10:30", ["10:30"]), ("24/7", ["24/7"]),
    ])
    func englishFiguresStandApartFromTheirSigns(_ text: String, _ tokens: [String]) {
        #expect(words(text, .english) == tokens)
    }

    // MARK: Both

    @Test(arguments: [
        ("https://example.com/a?b=c#d", Token.Kind.url), ("http://www.example.fr", .url), ("www.example.org", .url),
        ("jean.dupont+x@example.fr", .email), ("a_b@example.co.uk", .email), ("@elonmusk", .handle),
        ("#IA2025", .hashtag),
        ("😀", .emoji), ("👩\u{200D}🚀", .emoji), ("👍🏽", .emoji), ("🇫🇷", .emoji), ("❤\u{FE0F}", .emoji), (":)", .emoji),
        (":-(", .emoji), (";)", .emoji),
        ("...", .punctuation), ("--", .punctuation), ("…", .punctuation), ("?!", .punctuation), ("—", .punctuation),
        ("€", .symbol), ("$", .symbol), ("%", .punctuation), ("+", .symbol), ("H100", .word), ("xAI", .word),
        ("16.5", .number),
    ])
    func oneThingIsOneTokenInBothLanguages(_ text: String, _ kind: Token.Kind) {
        for language in [Language.french, .english] {
            #expect(words("mot \(text) mot", language) == ["mot", text, "mot"])
            #expect(tokenize("mot \(text) mot", language).map(\.kind) == [.word, kind, .word])
        }
    }

    @Test(
        arguments: [
            ("(https://example.com).", ["(", "https://example.com", ")", "."]),
            ("www.example.org, mot", ["www.example.org", ",", "mot"]),
            ("a@example.com.", ["a@example.com", "."]), ("@elonmusk:", ["@elonmusk", ":"]),
            ("« IA »", ["«", "IA", "»"]),
            ("“AI”", ["“", "AI", "”"]), ("(IA)", ["(", "IA", ")"]), ("mot...", ["mot", "..."]), ("mot…", ["mot", "…"]),
            ("mot--mot", nil), ("Non !", ["Non", "!"]), ("un\u{AD}mot", ["un\u{AD}mot"]),
            ("un\u{200B}mot", ["un\u{200B}mot"]),
            ("e\u{301}te\u{301}", ["e\u{301}te\u{301}"]), ("a\u{A0}b\u{2028}c\r\nd", ["a", "b", "c", "d"]), ("", []),
            (" \n\t", []), ("中文", ["中文"]),
        ] as [(String, [String]?)])
    func marksStandAlone(_ text: String, _ tokens: [String]?) {
        for language in [Language.french, .english] {
            if let tokens {
                #expect(words(text, language) == tokens)
            } else {
                #expect(words(text, language).joined() == text)
            }
        }
    }

    @Test func aRangeIsCutAlone() {
        var tokens: [Token] = []
        let bytes = Array("un deux trois".utf8)
        Tokenizer(lexicon: TestLexicon.shared, language: .french).tokenize(bytes, in: 3..<8, into: &tokens)
        #expect(tokens.map(\.span) == [ByteSpan(3, 7)])
    }
}
