import Foundation
import Testing

/// In a page, `raw_start` and `raw_end` of each mention enclose the bytes of the file that spell it.
@Suite struct RawRangeTests {
    private static let page = """
        <!DOCTYPE html>\r
        <html lang="fr"><head><meta charset="utf-8"><title>La Fed et TSMC</title></head><body>\r
        <article><h1>TSMC investit 16,5&nbsp;milliards de dollars</h1>
        <p>Emmanuel <b>Mac</b>ron a re&ccedil;u mardi <a href="/x?a=1&amp;b=2">Christine&#32;Lagarde</a> à l&rsquo;&Eacute;lysée, &agrave; Paris,\r
        et <em>TSMC</em> y a annonc&#xE9; un investissement de 16,5&#160;milliards <!-- Google --> de dollars.</p>
        <p>La Banque centrale europ&eacute;enne<script>document.write('<p>Microsoft');</script> a publié ses chiffres le 4&nbsp;mars
        2026 &mdash; AT&amp;T et Micro<i>soft</i> attendent 2,5&nbsp;% de plus en France et en Allemagne.</p></article>
        </body></html>
        """

    /// Takes comments, scripts and tags out and puts characters for the references of the page.
    private static func text(_ markup: String) -> String {
        var text = markup.replacing(/<!--.*?-->|<script.*?<\/script>|<[^>]*>/.dotMatchesNewlines(), with: "")
        for (written, character) in [
            ("&nbsp;", "\u{A0}"), ("&#160;", "\u{A0}"), ("&ccedil;", "ç"), ("&#32;", " "), ("&rsquo;", "’"),
            ("&Eacute;", "É"), ("&agrave;", "à"), ("&#xE9;", "é"), ("&eacute;", "é"), ("&mdash;", "—"), ("&amp;", "&"),
        ] { text = text.replacing(written, with: character) }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test(arguments: [String.Encoding.utf8, .windowsCP1252])
    func mentionsLeadToTheFile(encoding: String.Encoding) throws {
        let folder = try TemporaryFolder()
        let declared = Self.page.replacing("utf-8", with: encoding == .utf8 ? "utf-8" : "windows-1252")
        let bytes = try #require(declared.data(using: encoding))
        try folder.write("page.html", bytes)
        let ending = try Program.run("annotate", folder.path("page.html"), "-o", "-", "--keep-boilerplate")
        #expect(ending.status == 0)
        let ents = try #require(try ending.output.lines(DocumentLine.self).first?.ents)
        #expect(ents.count >= 8)
        for ent in ents {
            let slice = try #require(String(data: bytes[ent.rawStart..<ent.rawEnd], encoding: encoding))
            let expected = ent.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(Self.text(slice) == expected, "\(ent)")
        }
        #expect(ents.contains { $0.text.contains("Macron") } && ents.contains { $0.text == "AT&T" })
    }
}
