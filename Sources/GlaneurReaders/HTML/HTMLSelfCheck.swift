/// Checks that the linked libxml2 tells places as this package expects, for `glaneur doctor`.
package enum HTMLSelfCheck {
    /// A piece of markup and its texts with the bytes they must stand on.
    private struct Case {
        let markup: String
        let texts: [(text: String, source: Range<Int>)]
    }

    private static let cases: [Case] = [
        Case(markup: "<p>été", texts: [("été", 3..<8)]),
        Case(markup: "<meta charset=utf-16><p>né", texts: [("né", 24..<27)]),
        Case(markup: "<?xml version='1.0' encoding='latin1'?><p>à", texts: [("à", 42..<44)]),
        Case(markup: "<p>AT&T", texts: [("AT", 3..<5), ("&", 5..<6), ("T", 6..<7)]),
        Case(markup: "<p>a &lt; b", texts: [("a ", 3..<5), ("<", 5..<9), (" b", 9..<11)]),
        Case(markup: "<p>5 < 6", texts: [("5 ", 3..<5), ("<", 5..<6), (" 6", 6..<8)]),
        Case(markup: "<p>&eacute;&#233;&#xe9;", texts: [("é", 3..<11), ("é", 11..<17), ("é", 17..<23)]),
        Case(markup: "<p>a\r\nb<br>c", texts: [("a\r\nb", 3..<7), ("c", 11..<12)]),
        Case(
            markup: "<p>x\u{0}y<!-- z -->&#59;&bogus;",
            texts: [
                ("x y", 3..<6), (";", 16..<21), ("&", 21..<22), ("bogus", 22..<27), (";", 27..<28),
            ]),
        Case(
            markup: "<p>" + String(repeating: "é", count: 600),
            texts: [
                (String(repeating: "é", count: 500), 3..<1003), (String(repeating: "é", count: 100), 1003..<1203),
            ]),
    ]

    /// The version of the linked libxml2: `2.9.14`.
    package static var parserVersion: String { HTMLPage.parserVersion }

    /// Returns what differs, in words; nothing where all places are as expected.
    package static func run() -> [String] {
        cases.compactMap { check in
            guard let page = try? HTMLPage(Array(check.markup.utf8)) else { return "\(check.markup): not parsed" }
            var met: [String] = []
            for index in 0..<page.count {
                switch page[index] {
                case .text(let value, let source), .reference(let value, let source):
                    met.append("\(String(decoding: page.bytes(value), as: UTF8.self)) at \(source)")
                default: continue
                }
            }
            let expected = check.texts.map { "\($0.text) at \($0.source)" }
            guard met != expected else { return nil }
            return "libxml2 \(HTMLPage.parserVersion) reads \(check.markup) as \(met), expected \(expected)"
        }
    }
}
