import GlaneurCore
import GlaneurRelations
import GlaneurTestSupport
import GlaneurText

/// A text whose names are marked, `⟦per:Elon Musk⟧`, read for quotations and events.
///
/// The names are given and not looked for, so that only their reading is tested.
struct RelatedText {
    let document: Document

    init(_ marked: String, _ language: Language = .french, kinds: [Block.Kind] = []) throws {
        let text = MarkedText(marked)
        var document = Document.plain(text.text, language: language)
        document.language = language
        for (index, kind) in kinds.enumerated() { document.blocks[index].kind = kind }
        try NormalizeStage().run(on: &document)
        document.layers.insert(.language)
        try SegmentStage(lexicon: TestLexicon.shared).run(on: &document)
        document.mentions = text.marks.map { mark in
            let name = mark.text.split(separator: " ").last.map { $0.lowercased() } ?? ""
            return Mention(
                span: mark.span, label: Label(rawValue: mark.label) ?? .miscellaneous, maker: "rule:test",
                entityID: "\(mark.label.lowercased())/\(name)")
        }
        document.layers.insert(.mentions)
        try RelateStage(lexicon: TestLexicon.shared).run(on: &document)
        self.document = document
    }

    /// The quotations that are none of terms, each as `words · speaker · cue`.
    var lines: [String] {
        document.quotations.filter { $0.kind != .term }.map { quotation in
            let speaker = quotation.speaker.map { document.string(document.mentions[$0].span) } ?? "–"
            let cue = quotation.cue.map { document.string($0) } ?? "–"
            return "\(document.string(quotation.span)) · \(speaker) · \(cue)"
        }
    }

    /// The words between marks with their kinds, each as `kind: words`.
    var kinds: [String] {
        document.quotations.map { "\($0.kind.rawValue): \(document.string($0.span))" }
    }

    /// The speakers of the quotations that are none of terms.
    var speakers: [String] {
        document.quotations.filter { $0.kind != .term }
            .map { $0.speaker.map { document.string(document.mentions[$0].span) } ?? "–" }
    }
}
