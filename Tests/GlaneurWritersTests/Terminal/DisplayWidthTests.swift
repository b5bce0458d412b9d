import Testing

@testable import GlaneurWriters

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("été", 3), ("e\u{301}te\u{301}", 3), ("L’IA", 4), ("12\u{202F}000\u{A0}€", 8), ("🟢", 2), ("👩‍🚒", 2), ("🇫🇷", 2),
        ("❤️", 2), ("東京", 4), ("ｈ", 2), ("한국", 4), ("\u{301}", 0), ("\u{200B}", 0), ("", 0), ("©", 1), ("│", 1),
    ])
    func countsColumns(_ text: String, _ columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test(arguments: [
        ("a\u{1B}[31mb", "a␛[31mb"), ("\u{0}\u{7F}", "␀␡"), ("\u{9B}2J", "\u{FFFD}2J"), ("a\u{202E}b", "ab"),
        ("co\u{AD}op", "coop"), ("a\tb\nc", "a\tb\nc"), ("12\u{A0}€", "12\u{A0}€"),
    ])
    func textOfDocumentsCannotCommandTheTerminal(_ text: String, _ shown: String) {
        #expect(DisplayWidth.harmless(text) == shown)
    }

    @Test(arguments: [("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("東京都", 5, "東京…"), ("a\nb", 9, "a b")])
    func oneLineIsCutAtItsLimit(_ text: String, _ limit: Int, _ shown: String) {
        #expect(DisplayWidth.oneLine(text, limit: limit) == shown)
    }
}
