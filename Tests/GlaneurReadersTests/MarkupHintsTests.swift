import Testing

@testable import GlaneurReaders

@Suite struct MarkupHintsTests {
    private let hints = MarkupHints(
        table: Array("# c\nform\tclass\tvalue\tsource\narticle-body\tcontent\t\tx\ncomment\tfurniture\t\tx\n".utf8))

    @Test(arguments: [
        ("user-comments", MarkupHints.Role.furniture), ("Article-Body main", .content), ("plain", nil), ("", nil),
        ("article-body with-comments", nil),
    ])
    func roleIsToldByPartsOfNames(names: String, role: MarkupHints.Role?) {
        #expect(hints.role(ofNames: names.utf8) == role)
    }

    @Test func withoutATableNothingIsTold() {
        #expect(MarkupHints().role(ofNames: "comments".utf8) == nil)
    }
}
