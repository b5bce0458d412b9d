import GlaneurCore
import Testing

@testable import GlaneurText

@Suite struct NormalizeStageTests {
    private func document(_ text: String) -> Document {
        var document = Document(
            id: "d", bytes: [],
            provenance: Provenance(path: "d", bytes: ByteSpan(0, 0), sha256: "", mediaType: "text/plain"))
        document.text = Array(text.utf8)
        document.layers = [.decoded, .blocks]
        return document
    }

    @Test func normalizedTextIsItsOwnView() throws {
        var document = document("L’État a déjà payé 12 000 €")
        try NormalizeStage().run(on: &document)
        #expect(document.view.alignment == nil)
        #expect(document.view.bytes == document.text)
        #expect(document.layers.contains(.view))
    }

    @Test func decomposedTextIsComposedAndLeadsBack() throws {
        var document = document("un de\u{301}me\u{301}le\u{302} et e\u{301}e\u{301}")
        try NormalizeStage().run(on: &document)
        let view = document.view
        #expect(Array("un démélê et éé".utf8) == view.bytes)
        let word = ByteSpan(3, 3 + "démélê".utf8.count)
        #expect(document.string(view.textSpan(of: word)) == "de\u{301}me\u{301}le\u{302}")
        #expect(view.viewSpan(of: view.textSpan(of: word)) == word)
        let lastLetter = ByteSpan(view.bytes.count - 2, view.bytes.count)
        #expect(view.textSpan(of: lastLetter) == ByteSpan(document.text.count - 3, document.text.count))
    }

    @Test func reorderedMarksAreOneCell() throws {
        var document = document("a\u{301}\u{323}b")
        try NormalizeStage().run(on: &document)
        let end = document.view.bytes.count
        #expect(document.string(document.view.textSpan(of: ByteSpan(end - 1, end))) == "b")
        #expect(document.view.textSpan(of: ByteSpan(0, end - 1)) == ByteSpan(0, 5))
    }

    @Test func emptyTextHasAnEmptyView() throws {
        var document = document("")
        try NormalizeStage().run(on: &document)
        #expect(document.view.bytes.isEmpty)
    }

    @Test func versionsAreKnown() {
        #expect(Normalizer.libraryVersion.contains("."))
        #expect(Normalizer.unicodeVersion.contains("."))
    }
}
