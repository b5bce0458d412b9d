import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurReaders

@Suite struct MarkupHintsTests {
    private let hints = MarkupHints(lexicon: TestLexicon.shared)

    @Test(arguments: [
        ("user-comments", MarkupHints.Role.furniture), ("Article-Body main", .content), ("entry_content", .content),
        ("plain", nil), ("", nil), ("article-body with-comments", nil),
    ])
    func roleIsToldByPartsOfNames(names: String, role: MarkupHints.Role?) {
        #expect(hints.role(ofNames: names.utf8) == role)
    }

    @Test(arguments: [
        ("share-bar", Block.Kind.share), ("sidebar", nil), ("sidebar newsletter_box", .promo), ("article-body", nil),
    ])
    func kindIsToldWhereANameTellsOne(names: String, kind: Block.Kind?) {
        #expect(hints.hint(ofNames: names.utf8)?.kind == kind)
    }

    @Test func withoutALexiconNothingIsTold() {
        #expect(MarkupHints().role(ofNames: "comments".utf8) == nil)
    }
}
