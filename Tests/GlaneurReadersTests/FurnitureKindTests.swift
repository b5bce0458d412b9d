import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurReaders

@Suite struct FurnitureKindTests {
    private static let hints = MarkupHints(lexicon: TestLexicon.shared)

    /// Elements from the innermost outward, with their names: `div.share-bar`.
    private func kind(_ path: [String], _ text: String, links: Double = 0) -> String {
        let path = path.map { step in
            let parts = step.split(separator: ".", maxSplits: 1)
            let names = FurnitureKindTests.hints.reading(ofNames: parts.dropFirst().joined().utf8)
            return (element: HTMLElement(name: String(parts[0])), names: names)
        }
        let found = FurnitureKind(
            path: path, text: Array(text.utf8), linkDensity: links, phrases: FurnitureKindTests.hints.lines)
        return "\(found.kind.rawValue) \(found.reason)"
    }

    @Test(arguments: [
        (["p", "div.share-bar", "body"], "Email", 1.0, "share markup:class=share-bar"),
        (["p", "div.user_comments"], "Bien dit !", 0, "comments markup:class=user_comments"),
        (["p", "div.cookie-banner"], "We value your choices.", 0, "cookies markup:class=cookie-banner"),
        (["li", "ul", "nav"], "Sport", 1, "navigation markup:nav"),
        (["figcaption", "figure", "article"], "Le site", 0, "caption markup:figcaption"),
        (["p", "div.popup"], "Lire aussi", 0, "related-links lexicon:furniture \"lire aussi\""),
        (
            ["p", "div"], "Subscribe to continue reading", 0,
            "paywall lexicon:furniture \"subscribe to continue reading\""
        ),
        (["p", "div"], "Un titre qui mène à une autre page du site", 0.83, "related-links links:0.83"),
        (["li", "ul"], "Politique", 1, "navigation links:1.00"),
        (["p", "div.popup"], "Quelques mots", 0, "residue markup:class=popup"),
        (["p", "div.sidebar"], "Quelques mots", 0, "related-links markup:class=sidebar"),
        (["p", "footer"], "Quelques mots", 0, "residue markup:footer"),
        (["p", "div", "body.with-comments"], "Quelques mots", 0, "residue markup:class=with-comments"),
        (["p", "div"], "Quelques mots", 0, "residue content:beside-main-text"),
    ])
    func kindIsToldByNamesElementsWordsAndLinks(_ path: [String], _ text: String, _ links: Double, _ expected: String) {
        #expect(kind(path, text, links: links) == expected)
    }
}
