import GlaneurCore
import Testing

@testable import GlaneurReaders

@Suite struct MojibakeTests {
    private func decoded(_ text: String, repair: Bool = true) throws -> Document {
        var document = rawDocument(Array(text.utf8))
        try DecodeStage(repairMojibake: repair).run(on: &document)
        return document
    }

    private func text(_ document: Document) -> String { String(decoding: document.text, as: UTF8.self) }

    static let sound = [
        "Le comité a réélu François Œuvrard à Nîmes, « déjà » payé 12\u{A0}000\u{A0}€ — « l’été » dès août…",
        "“It’s naïve,” said Zoë – the café’s owner – “to pay £20m or €1.2bn for 25°C.”",
        "LIBERTÉ, ÉGALITÉ, CÔTÉ OUEST : À Évry, Ç’EST L’ÎLE DE LA RÉUNION",
        "José va à la plage\u{A0}; où\u{A0}? « À Orléans\u{A0}! » ™ ® © 🙂 ½ №",
        "Lech Wałęsa, Nguyễn Phú, Dvořák et Škoda à Łódź",
    ]

    @Test(arguments: sound, [MisreadText.windows1252, .latin1, .macintosh])
    func whatWasMisreadIsRepaired(sound: String, way: MisreadText) throws {
        // Letters of Central Europe and Vietnam are left to the charsets in which they are not taken for others.
        guard way != .macintosh || !sound.contains("ł") else { return }
        let document = try decoded(way.misread(sound))
        #expect(text(document) == sound)
        #expect(document.warnings.map(\.code) == ["mojibake-repaired"])
    }

    @Test(arguments: sound)
    func whatWasMisreadTwiceIsRepaired(sound: String) throws {
        for (first, second) in [
            (MisreadText.windows1252, MisreadText.windows1252), (.latin1, .windows1252), (.windows1252, .latin1),
        ] {
            let document = try decoded(second.misread(first.misread(sound)))
            #expect(text(document) == sound)
            #expect(document.warnings.first?.message.contains("2 times over") == true)
        }
    }

    @Test(arguments: [MisreadText.withoutLostBytes, .withQuestionMarks])
    func quotationMarkWhoseLastByteIsLostIsRepaired(way: MisreadText) throws {
        let sound = "“It’s true,” she said. “Naïve?” “No.” Then he left."
        #expect(try text(decoded(way.misread(sound))) == sound)
    }

    @Test(arguments: [
        ("Déjà à Orléans, l’été.\nFrançois Bayrou a réélu Élodie à Nîmes.", 1),
        ("Le café de la place, à Évry.\nIt’s the owner’s “idea”.\nÀ côté, l’île.", 1),
    ])
    func misreadLineIsRepairedAndSoundOnesAreKept(sound: String, line: Int) throws {
        var lines = sound.split(separator: "\n").map(String.init)
        lines[line] = MisreadText.windows1252.misread(lines[line])
        #expect(try text(decoded(lines.joined(separator: "\n"))) == sound)
    }

    @Test(arguments: [
        ("Le ministre FranÃ§ois Bayrou a déclaré à Évry", "Le ministre François Bayrou a déclaré à Évry"),
        ("a réélu (NorvÃ¨ge) le président", "a réélu (Norvège) le président"),
        ("l’été, itâ€™s here, déjà", "l’été, it’s here, déjà"), ("déjà vis-Ã\u{A0}-vis d’été", "déjà vis-à-vis d’été"),
        ("il fait 25Â°C à Évry", "il fait 25°C à Évry"), ("« motÂ\u{A0}suite » à Évry", "« mot\u{A0}suite » à Évry"),
    ])
    func misreadNameInSoundTextIsRepaired(misread: String, sound: String) throws {
        #expect(try text(decoded(misread)) == sound)
    }

    @Test(arguments: [
        // Texts on mojibake.
        "Quand un texte en UTF-8 est lu en Latin-1, « café » devient « cafÃ© » et « l’été » devient « lâ€™Ã©tÃ© ».",
        "If you see Ã© or â€™ on a page, its encoding is wrong: “café” became cafÃ©.",
        "The word mojibake: cafÃ©, naÃ¯ve, Ã¼ber.",
        "Le site affichait \"cafÃ©\" au lieu de café, à l’étonnement des élèves.",
        "Le signe `Ã©` au lieu d’un é à l’écran.",
        // Capitals of other languages, and signs behind them.
        "AMANHÃ» é o dia, «IRMû, «NÃO» e SÃO PAULO à vista", "« Ã\u{A0}» et « Â\u{A0}» sont des lettres de l’alphabet",
        "La lettre Â\u{A0}: elle s’écrit ainsi, déjà", "HÀ NỘI, TÂN SƠN NHẤT, NGUYỄN VĂN Ã",
        "ÎLE D’YEU, À CÔTÉ, ÂGÉE DE 5\u{A0}ANS",
        "BÂ»", "“Å” og “Ä” er bokstaver, Å’s lyd", "Å… Ä… Ö…", "L’É\u{A0}», «É»", "Æ’er og Ø’er", "voilà\u{A0}» dit-il",
        // Letters that would be the first byte of three.
        "« liberté\u{A0}»", "été\u{A0}»…", "à\u{A0}»", "né…»", "cité”…", "Zoé’…", "está»… y «así»…",
        "naï»¿ve".replacing("¿", with: ""),
        // Formulas and signs.
        "√2 ≈ 1,41 et 2√π/3, a√∞", "¬p ∨ q, ‚Gänsefüßchen‘ und ‚Äpfel‘",
        "50\u{A0}% – 12\u{A0}€ ; 5\u{A0}£ «\u{A0}ok\u{A0}»",
        // Languages whose letters stand side by side.
        "Привет, мир! Как дела?", "Ελληνικά γράμματα", "日本語のテキスト", "עברית ועוד", "Tiếng Việt có dấu, Ủy ban Nhân dân",
    ])
    func soundTextIsNeverTouched(sound: String) throws {
        let document = try decoded(sound)
        #expect(text(document) == sound)
        #expect(document.warnings.isEmpty)
    }

    @Test func articleOnMojibakeIsLeftAloneUnlessItIsMojibakeItself() throws {
        let line = "Le comité a réélu François à Évry, déjà payé en août, où l’été… "
        let talk = "UTF-8 : « Ã© ». "
        let sound = talk + String(repeating: line, count: 3)
        #expect(try text(decoded(sound)) == sound)
        let misread = talk + MisreadText.windows1252.misread(String(repeating: line, count: 3))
        #expect(try text(decoded(misread)).hasSuffix(line))
    }

    @Test func markOfUTF8InsideATextIsRepaired() throws {
        #expect(try text(decoded("\u{EF}\u{BB}\u{BF}Le texte")) == "\u{FEFF}Le texte")
    }

    @Test func repairLeadsToTheRawBytes() throws {
        let raw = "Le prÃ©sident Ã‰lie PÃ©rÃ¨s"
        let document = try decoded(raw)
        let start = Array("Le président ".utf8).count
        #expect(text(document) == "Le président Élie Pérès")
        let span = document.origin.rawSpan(of: ByteSpan(start, document.text.count))
        #expect(String(decoding: Array(raw.utf8)[span.range], as: UTF8.self) == "Ã‰lie PÃ©rÃ¨s")
        let letter = document.origin.rawSpan(of: ByteSpan(start, start + 2))
        #expect(String(decoding: Array(raw.utf8)[letter.range], as: UTF8.self) == "Ã‰")
        #expect(
            document.warnings.first?.message == "4 characters were UTF-8 read as windows-1252, the first at byte 5")
    }

    @Test func withoutRepairTheTextStaysAndIsWarnedOf() throws {
        let document = try decoded("Le prÃ©sident", repair: false)
        #expect(text(document) == "Le prÃ©sident")
        #expect(document.warnings.map(\.code) == ["mojibake"])
        #expect(
            document.warnings.first?.message == "1 characters are UTF-8 read as windows-1252, the first at byte 5")
        #expect(document.origin.steps.isEmpty)
    }

    @Test func bothCharsetsInOneFileAreRead() throws {
        // The archive of two systems in one file: windows-1252, and lines in UTF-8 that were appended to it.
        var document = rawDocument(latin1("L\u{92}\u{E9}t\u{E9} \u{E0} la mer, d\u{E9}j\u{E0}\n") + Array("réélu".utf8))
        try DecodeStage().run(on: &document)
        #expect(text(document) == "L’été à la mer, déjà\nréélu")
        #expect(document.provenance.charset == "windows-1252")
        let end = document.text.count
        #expect(document.origin.rawSpan(of: ByteSpan(end - 7, end)).count == 7)
    }
}
