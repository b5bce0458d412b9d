import GlaneurCore
import GlaneurReaders
import GlaneurTestSupport
import Testing

@Suite struct TextExportBlocksTests {
    /// A line of a text and what it is: `title/main`.
    private typealias Line = (kind: String, text: String)

    private static let sentence =
        "Le groupe a renoncé à la machine qu’il construisait pour entraîner ses logiciels de conduite."
    private static let running =
        "The company has given up the machine that it was building to train its driving software."

    private func classify(_ text: String, title: String? = nil) -> [Line] {
        let bytes = Array(text.utf8)
        return TextExportBlocks(lexicon: TestLexicon.shared).blocks(of: bytes, title: title).map {
            ("\($0.blockClass.rawValue)/\($0.kind.rawValue)", String(decoding: bytes[$0.span.range], as: UTF8.self))
        }
    }

    private func expect(_ lines: [Line], title: String? = nil, separator: String = "\n") {
        let found = classify(lines.map(\.text).joined(separator: separator), title: title)
        #expect(found.map { "\($0.kind) \($0.text)" } == lines.map { "\($0.kind) \($0.text)" })
    }

    @Test func theFirstLineIsTheHeadline() {
        expect([
            ("title/main", "Tesla abandonne Dojo"), ("body/paragraph", Self.sentence),
            ("body/paragraph", Self.sentence),
        ])
        expect([("title/main", "Tesla drops Dojo"), ("body/paragraph", Self.running)], separator: "\n\n")
    }

    @Test func aFirstLineThatIsASentenceIsNone() {
        expect([("body/paragraph", Self.sentence), ("body/paragraph", Self.running)])
    }

    @Test func aSingleLineIsAPassage() {
        expect([("body/paragraph", "Publicité")])
        expect([("body/paragraph", "Tesla abandonne Dojo")])
        expect([("body/paragraph", "\u{A0}")])
    }

    @Test func aRepeatedHeadlineIsFurniture() {
        expect([
            ("title/main", "Tesla abandonne Dojo"), ("boilerplate/duplicate-title", "Tesla Abandonne dojo"),
            ("body/paragraph", Self.sentence),
        ])
    }

    @Test func aShortLineBetweenParagraphsIsAHeading() {
        expect([
            ("title/main", "Tesla abandonne Dojo"), ("body/paragraph", Self.sentence),
            ("title/heading", "Vingt départs"),
            ("body/paragraph", Self.sentence),
        ])
    }

    @Test func aDeclaredTitleIsFoundInTheText() {
        expect(
            [("title/main", "Tesla renonce à Dojo."), ("body/paragraph", Self.sentence)], title: "Tesla renonce à Dojo")
    }

    @Test(arguments: [
        ("boilerplate/advertisement", "Advertisement – scroll for more content"),
        ("boilerplate/advertisement", "Publicité"),
        ("boilerplate/caption", "Agrandir / Le site de Memphis. © Reuters"), ("boilerplate/source-line", "Source-147"),
        ("boilerplate/residue", "\u{A0}"), ("boilerplate/residue", "* * *"),
        ("boilerplate/caption", "Le site de Memphis © Reuters"),
        ("boilerplate/related-links", "https://example.com/autre-article"),
    ])
    func furnitureIsLabelledWhereItStands(_ kind: String, _ text: String) {
        expect([
            ("title/main", "Tesla abandonne Dojo"), ("body/paragraph", Self.sentence), (kind, text),
            ("body/paragraph", Self.sentence),
        ])
    }

    @Test func aShortLineBehindACaptionIsItsCredit() {
        expect([
            ("title/main", "Tesla abandonne Dojo"), ("body/paragraph", Self.sentence),
            ("boilerplate/caption", "Agrandir / Le site de Memphis"), ("boilerplate/credit", "Jeanne Morvan"),
            ("body/paragraph", Self.sentence),
        ])
    }

    @Test func menuWordsAboveTheHeadlineAreNavigation() {
        expect([
            ("boilerplate/navigation", "Économie"), ("title/main", "Tesla abandonne Dojo"),
            ("body/paragraph", Self.sentence),
        ])
    }

    @Test func aWordOfFurnitureInASentenceIsNone() {
        let text =
            "La publicité rapporte au réseau X plus de la moitié de ce qu’il gagne, et le reste vient des abonnés."
        expect([("title/main", "Tesla abandonne Dojo"), ("body/paragraph", text), ("body/paragraph", Self.sentence)])
    }

    @Test func listItemsAndQuotedBlocksAreTold() {
        let quoted =
            "Nous avons construit une machine que personne ne voulait, et nous la démontons maintenant pièce par pièce, salle par "
            + "salle, sans regret aucun."
        expect([
            ("title/main", "Tesla abandonne Dojo"), ("body/paragraph", "Le groupe renonce à trois choses :"),
            ("body/blockquote", quoted), ("body/list", "- la machine qu’il construisait,"),
            ("body/paragraph", Self.sentence),
        ])
    }

    @Test func linesOfFixedWidthAreJoined() {
        let text = "Tesla a renoncé à la machine qu’il construisait pour entraîner\nlui-même ses logiciels de conduite."
        #expect(classify(text).map(\.kind) == ["body/paragraph"])
        #expect(classify(text).map(\.text) == [text])
    }

    @Test(arguments: ["\n", "\r\n", "\n\n", "\r\n\r\n", "\n \n", "\r"])
    func blocksLeaveLineEndsAndSpacesOut(_ separator: String) {
        expect(
            [
                ("title/main", "Tesla abandonne Dojo"), ("body/paragraph", Self.sentence),
                ("body/paragraph", Self.running),
            ],
            separator: separator)
    }

    @Test(arguments: ["", "\n", " \n\t\n"])
    func aTextOfSpacesHasNoBlock(_ text: String) {
        #expect(classify(text).isEmpty)
    }

    @Test(arguments: TextGenerator.Kind.allCases)
    func blocksCoverEveryLineOfAnyText(_ kind: TextGenerator.Kind) {
        var generator = TextGenerator(seed: SeededGenerator.announce(51, for: "text export, \(kind)"))
        for _ in 0..<100 {
            let text = Array(generator.text(kind).utf8)
            var end = 0
            for block in TextExportBlocks(lexicon: TestLexicon.shared).blocks(of: text) {
                #expect(block.span.start >= end && !block.span.isEmpty && block.span.end <= text.count)
                // What no block covers is line ends and plain spaces.
                #expect(text[end..<block.span.start].allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) })
                end = block.span.end
            }
            #expect(text[end...].allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) })
        }
    }
}
