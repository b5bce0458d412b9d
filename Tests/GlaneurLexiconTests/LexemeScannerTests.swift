@testable import GlaneurLexicon
import Testing

@Suite struct LexemeScannerTests {
    private func scan(_ text: String) -> [Lexeme] {
        var lexemes: [Lexeme] = []
        LexemeScanner.scan(Array(text.utf8), into: &lexemes)
        return lexemes
    }

    private func words(_ text: String) -> [String] {
        scan(text).map { String(decoding: Array(text.utf8)[$0.span.range], as: UTF8.self) }
    }

    @Test(arguments: [
        ("États-Unis", ["États", "Unis"]), ("l’Oréal", ["l", "Oréal"]), ("l'Oréal", ["l", "Oréal"]),
        ("16.5B", ["16", "5", "B"]),
        ("H100", ["H100"]), ("3D", ["3", "D"]), ("12M€", ["12", "M"]), ("20h45", ["20", "h45"]),
        ("S&P 500", ["S", "P", "500"]),
        ("por\u{AD}te", ["por\u{AD}te"]), ("e\u{301}té", ["e\u{301}té"]), ("中文", ["中文"]),
        ("snake_case", ["snake", "case"]),
        ("", []), (" \n… ", []), ("٣ ans", ["٣", "ans"]),
    ])
    func lettersAndDigitsMakeLexemes(_ text: String, _ expected: [String]) {
        #expect(words(text) == expected)
    }

    /// Bytes behind a word decide whether it is read eight bytes at a step or one by one.
    @Test(arguments: [
        "a", "Lyon", "iPhone", "de", "SNCF", "Renault", "McKinsey", "McKinseyAndCompany", "anticonstitutionnellement",
        "été", "Élysée", "H100", "x86", "naïve", "ŒUVRE", "abcdefgH", "Abcdefgh", "abcdefghIjk",
    ])
    func aWordIsTheSameWhateverFollows(_ word: String) throws {
        let alone = try #require(scan(word).first)
        for rest in [" ", ".", " et puis rien", "’ou bien", "\u{A0}fin de la phrase", "@[`{{{{{{"] {
            let inside = try #require(scan(word + rest).first)
            #expect(inside.wordHash == alone.wordHash && inside.nameHash == alone.nameHash)
            #expect(inside.shape.rawValue == alone.shape.rawValue && inside.span == alone.span)
            #expect(LexemeScanner.wordHash(Array((word + rest).utf8).span, in: alone.span.range) == alone.wordHash)
        }
    }

    @Test(
        arguments: [
            ("a b", .space), ("a  b", .space), ("a\tb", .space), ("a\u{A0}b", .space), ("a\u{202F}b", .space),
            ("a\u{2009}b", .space),
            ("a\u{3000}b", .space), ("a-b", .hyphen), ("a\u{2010}b", .hyphen), ("a\u{2011}b", .hyphen),
            ("a - b", .other),
            ("a- b", .other), ("a-\u{A0}b", .other), ("a'b", .apostrophe), ("a’b", .apostrophe), ("aʼb", .apostrophe),
            ("a‘b", .apostrophe),
            ("a' b", .apostrophe), ("a 'b", .other), ("a.b", .point), ("a. b", .point), ("a . b", .other),
            ("a&b", .ampersand),
            ("a & b", .ampersand), ("a + b", .ampersand), ("a/b", .slash), ("a / b", .other), ("a/ b", .other),
            ("a, b", .comma),
            ("a ,b", .other), ("a\nb", .newline), ("a.\nb", .newline), ("a\r\nb", .newline), ("a\u{2028}b", .newline),
            ("a\n- b", .newline),
            ("a – b", .other), ("a:b", .other), ("a (b", .other), ("a...b", .other), ("a « b", .other),
            ("1b", Lexeme.Gap.none), ("a.-b", .point), ("a. -b", .other),
            ("a\u{200B}b", nil), ("a \u{200B}b", .space),
        ] as [(String, Lexeme.Gap?)])
    func theGapSaysWhatStandsBetween(_ text: String, _ gap: Lexeme.Gap?) {
        let lexemes = scan(text)
        #expect(lexemes.count == (gap == nil ? 1 : 2))
        #expect(lexemes.first?.gap == .newline)
        if let gap { #expect(lexemes.last?.gap == gap) }
    }

    @Test func namesGoOnOverSomeGapsOnly() {
        let joining: [Lexeme.Gap] = [.none, .space, .hyphen, .apostrophe, .point, .ampersand, .slash]
        for gap in joining { #expect(gap.joinsNames) }
        for gap in [Lexeme.Gap.comma, .other, .newline] { #expect(!gap.joinsNames) }
    }

    @Test(
        arguments: [
            ("musk", Lexeme.Shape.small), ("Musk", [.initialCapital, .small]),
            ("MUSK", [.initialCapital, .innerCapital]),
            ("xAI", [.small, .innerCapital]), ("H100", [.initialCapital, .digit]), ("2025", .digit),
            ("É", .initialCapital),
            ("Été", [.initialCapital, .small]), ("X", .initialCapital), ("中", .small),
        ] as [(String, Lexeme.Shape)])
    func theShapeSaysHowItIsWritten(_ text: String, _ shape: Lexeme.Shape) {
        #expect(scan(text).map(\.shape) == [shape])
    }

    @Test func shapesAnswerForNamesAndNumbers() {
        #expect(scan("MUSK")[0].shape.isAllCapitals && !scan("Musk")[0].shape.isAllCapitals)
        #expect(scan("2025")[0].shape.isNumber && !scan("H100")[0].shape.isNumber)
        #expect(scan("xAI")[0].shape.hasCapital && !scan("musk")[0].shape.hasCapital)
    }

    @Test(arguments: [
        ("États", "etats"), ("ÉTATS", "états"), ("Œuvre", "oeuvre"), ("Straße", "STRASSE"), ("e\u{301}", "é"),
        ("porte", "por\u{AD}te"), ("Łódź", "LODZ"),
    ])
    func namesAreKnownWithoutAccents(_ left: String, _ right: String) {
        #expect(scan(left)[0].nameHash == scan(right)[0].nameHash)
    }

    @Test func wordsAreKnownByTheirAccents() {
        #expect(scan("sûr")[0].wordHash != scan("sur")[0].wordHash)
        #expect(scan("sûr")[0].nameHash == scan("sur")[0].nameHash)
        #expect(scan("Sûr")[0].wordHash == scan("SÛR")[0].wordHash)
        #expect(scan("sur")[0].wordHash == scan("sur")[0].nameHash)
    }

    @Test(arguments: ["porte", "Élan", "por\u{AD}te", "H100", "2025", "œuvre", "中文", "motdeplusdehuitlettres"])
    func theHashOfARangeIsThatOfItsLexeme(_ word: String) {
        let text = Array("« \(word) »".utf8)
        let start = "« ".utf8.count
        let hash = LexemeScanner.wordHash(text.span, in: start..<(start + word.utf8.count))
        #expect(scan(word).map(\.wordHash) == [hash])
    }

    /// Letters of two bytes are read without a look at the tables of letters; those tell the same.
    @Test func lettersWithAccentsAreThoseOfTheTables() throws {
        for value in UInt32(0xC0)...0xFF where value != 0xD7 && value != 0xF7 {
            let letter = String(try #require(Unicode.Scalar(value)))
            let lexeme = try #require(scan("a\(letter)b").first)
            #expect(lexeme.count == 4, "\(letter)")
            let bytes = Array("a\(letter)b".utf8)
            #expect(lexeme.wordHash == LexemeScanner.wordHash(bytes.span, in: bytes.indices), "\(letter)")
            #expect(lexeme.shape.contains(.innerCapital) == Folding.isUppercase(value), "\(letter)")
            let bare = try #require(Folding.bare(Folding.lowercase(value)))
            let plain = [bare.first, bare.second].compactMap { $0.flatMap(Unicode.Scalar.init) }.map(String.init)
            #expect(lexeme.nameHash == scan("a\(plain.joined())b")[0].nameHash, "\(letter)")
        }
        #expect(scan("a×b").count == 2 && scan("a÷b").count == 2)
    }

    @Test func aRangeIsScannedAlone() {
        var lexemes: [Lexeme] = []
        LexemeScanner.scan(Array("un deux trois".utf8), in: 3..<8, into: &lexemes)
        #expect(lexemes.map(\.span.range) == [3..<7])
        #expect(lexemes[0].gap == .newline)
    }
}
