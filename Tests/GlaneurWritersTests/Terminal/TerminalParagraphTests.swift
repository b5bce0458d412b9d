import Testing

@testable import GlaneurWriters

@Suite struct TerminalParagraphTests {
    private func lines(_ text: String, width: Int) -> [String] {
        var paragraph = TerminalParagraph()
        paragraph.append(text)
        return paragraph.lines(width: width, usesColor: false)
    }

    @Test(arguments: [
        ("un deux trois", 8, ["un deux", "trois"]), ("un deux trois", 7, ["un deux", "trois"]),
        ("un deux trois", 13, ["un deux trois"]), ("un deux trois", 12, ["un deux", "trois"]),
        ("anticonstitutionnel", 8, ["anticons", "titution", "nel"]),
        ("à 12\u{202F}000\u{A0}€ pièce", 9, ["à", "12\u{202F}000\u{A0}€", "pièce"]),
        ("東京 東京都", 5, ["東京", "東京", "都"]), ("a\nb", 9, ["a", "b"]), ("a  b", 2, ["a", "b"]), ("a\r\nb", 9, ["a", "b"]),
        ("", 9, [""]), ("東", 1, ["東"]),
    ])
    func breaksAtSpaces(_ text: String, _ width: Int, _ expected: [String]) {
        #expect(lines(text, width: width) == expected)
    }

    @Test(arguments: 1...40)
    func noLineIsWiderThanTheTerminalAndNothingIsLost(_ width: Int) {
        let text = "Près de 2 milliards d’euros 🟢 : xAI, la société d’Elon Musk, n’a pas répondu."
        let lines = lines(text, width: width)
        // A wide character needs its two columns even where there is one.
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= max(2, width) })
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }

    @Test func unbrokenTextStaysTogether() {
        var paragraph = TerminalParagraph()
        paragraph.append("un xAI")
        paragraph.append(" ORG", isUnbroken: true)
        #expect(paragraph.lines(width: 8, usesColor: false) == ["un", "xAI ORG"])
    }

    @Test func stylesEndWithTheLine() {
        var paragraph = TerminalParagraph()
        paragraph.append("Elon Musk", TerminalStyle(color: .magenta, isUnderlined: true))
        paragraph.append(" ici")
        #expect(
            paragraph.lines(width: 5, usesColor: true) == [
                "\u{1B}[4;35mElon\u{1B}[0m", "\u{1B}[4;35mMusk\u{1B}[0m", "ici",
            ])
    }
}
