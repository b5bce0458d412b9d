import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurReaders

@Suite struct MarkupHintsTests {
    private let hints = MarkupHints(lexicon: TestLexicon.shared)

    @Test(arguments: [
        ("user-comments", Block.Kind.comments), ("shareBar top", .share), ("RelatedStories", .relatedLinks),
        ("site_nav", .navigation), ("plain", nil), ("", nil), ("article-body with-comments", nil),
        ("elementor-widget-container", nil), ("ad", .advertisement), ("ad2", .advertisement), ("8fa1ad3c", nil),
        ("download-button", nil), ("video-player", .residue),
    ])
    func furnitureIsToldByWordsOfNames(names: String, kind: Block.Kind?) {
        #expect(hints.reading(ofNames: names.utf8).furniture == kind)
    }

    @Test(arguments: [
        ("Article-Body main", true), ("articleBody", true), ("entry_content", true), ("articleBody-comments", false),
        ("article body", false),
    ])
    func contentIsToldByPhrasesInOneName(names: String, isContent: Bool) {
        #expect(hints.reading(ofNames: names.utf8).isContent == isContent)
    }

    @Test(arguments: [
        ("hidden", true), ("text hidden md:block", false), ("d-none d-print-block", true), ("d-none d-md-block", false),
        ("hidden-header", false), ("visually-hidden", true),
    ])
    func hiddenIsAWholeNameUnlessAScreenIsNamed(names: String, isHidden: Bool) {
        #expect(hints.reading(ofNames: names.utf8).isHidden == isHidden)
    }

    @Test(arguments: [("article-dek", true), ("chapo", true), ("StoryDescription", true), ("body", false)])
    func standfirstsAreTold(names: String, isStandfirst: Bool) {
        #expect(hints.reading(ofNames: names.utf8).isStandfirst == isStandfirst)
    }

    @Test func theNameThatSpeaksIsKept() {
        #expect(hints.reading(ofNames: "wide share-bar".utf8).furnitureName == "share-bar")
    }

    @Test func withoutALexiconNothingIsTold() {
        #expect(MarkupHints().reading(ofNames: "comments".utf8) == MarkupHints.Reading())
    }
}
