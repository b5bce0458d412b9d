import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurWriters

@Suite struct DocumentViewTests {
    /// A document of one block a line whose marked spans are its mentions; words between spaces are its tokens.
    private func document(_ lines: [(String, Block.Class, Block.Kind)]) -> Document {
        let marked = MarkedText(lines.map(\.0).joined(separator: "\n\n"))
        var document = Document(
            id: "seeds/0.txt", bytes: [],
            provenance: Provenance(path: "seeds/0.txt", bytes: ByteSpan(0, 0), sha256: "", mediaType: "text/plain"))
        document.text = marked.bytes
        document.view = TextView(bytes: marked.bytes, alignment: nil)
        document.language = .french
        document.provenance.charset = "UTF-8"
        var start = 0
        for (line, blockClass, kind) in lines {
            let end = start + MarkedText(line).bytes.count
            document.blocks.append(
                Block(span: ByteSpan(start, end), blockClass: blockClass, kind: kind, language: .french))
            document.sentences.append(Sentence(span: ByteSpan(start, end), language: .french))
            var word = start
            for index in start...end where index == end || marked.bytes[index] == 0x20 {
                document.tokens.append(Token(span: ByteSpan(word, index), kind: .word))
                word = index + 1
            }
            start = end + 2
        }
        document.mentions = marked.marks.map {
            Mention(span: $0.span, label: Label(rawValue: $0.label) ?? .miscellaneous, maker: "rule:test", score: 0.5)
        }
        document.candidates = document.mentions
        document.layers = [.decoded, .blocks, .view, .language, .tokens, .candidates, .mentions]
        return document
    }

    private var article: Document {
        document([
            ("⟦org:xAI⟧ lève", .title, .main), ("⟦per:Elon Musk⟧ est à ⟦loc:Paris⟧", .body, .paragraph),
            ("Agrandir", .boilerplate, .caption),
        ])
    }

    private func text(_ document: Document, _ options: DocumentView.Options) -> [String] {
        Array(DocumentView(options: options).lines(of: document).drop { !$0.isEmpty }.dropFirst())
    }

    @Test func headerSaysWhatTheDocumentIs() {
        let lines = DocumentView(options: .init(width: 200)).lines(of: article)
        #expect(
            lines.first
                == "seeds/0.txt · fr · UTF-8 · 41 characters · 3 blocks · NFC · 3 sentences · 8 tokens · 3 mentions")
    }

    @Test func withoutColorsMentionsStandInBrackets() {
        #expect(
            text(article, .init()) == [
                "[xAI ORG] lève", "", "[Elon Musk PER] est à [Paris LOC]", "", "Agrandir", "", "PER 1  ORG 1  LOC 1",
            ])
    }

    @Test func withColorsTitlesAreBoldAndBoilerplateIsDim() {
        let lines = text(article, .init(usesColor: true))
        #expect(
            lines[0] == "\u{1B}[1;4;34mxAI\u{1B}[0m\u{1B}[2;34m ORG\u{1B}[0m\u{1B}[1m lève\u{1B}[0m")
        #expect(lines[4] == "\u{1B}[2mAgrandir\u{1B}[0m")
    }

    @Test func tokensAndSentencesAreMarkedWhenAsked() {
        let lines = text(article, .init(showsTokens: true, showsSentences: true))
        #expect(lines[2] == "▸ [Elon│ Musk PER]│ est│ à│ [Paris LOC]")
    }

    @Test func labelStaysWithItsName() {
        #expect(text(article, .init(width: 12))[3...6] == ["[Elon", "Musk PER]", "est à", "[Paris LOC]"])
    }

    @Test func marginNamesBlocksAfterExtraction() {
        var extracted = article
        extracted.layers = [.decoded, .blocks]
        extracted.mentions = []
        extracted.candidates = []
        let lines = text(extracted, .init(width: 60, stage: .extract))
        #expect(lines[0] == "[title main]           xAI lève")
        #expect(lines[4] == "[boilerplate caption]  Agrandir")
        #expect(text(extracted, .init(width: 60, stage: .language))[0] == "fr title main           xAI lève")
    }

    @Test func candidatesAreListedBelowTheirBlock() {
        var recognized = article
        recognized.mentions = []
        recognized.layers.remove(.mentions)
        recognized.candidates.append(
            Mention(span: recognized.candidates[1].span, label: .organization, maker: "lexicon:x", score: 0.25))
        let lines = text(recognized, .init(stage: .recognize))
        #expect(lines[0...1] == ["xAI lève", "  0..3  ORG  0.50  xAI  rule:test"])
        #expect(
            lines[3...6] == [
                "Elon Musk est à Paris", "  10..19  PER  0.50  Elon Musk  rule:test",
                "  10..19  ORG  0.25  Elon Musk  lexicon:x", "  26..31  LOC  0.50  Paris      rule:test",
            ])
    }

    @Test func textOutsideOfBlocksIsNotLost() {
        var loose = article
        loose.blocks.remove(at: 1)
        #expect(text(loose, .init()).contains { $0.contains("Elon Musk est à Paris") })
    }

    @Test func undecodedBytesAreShownAsFarAsTheyAreText() {
        let document = Document(
            id: "a", bytes: Array("été \u{1B}[2J".utf8) + [0xE9],
            provenance: Provenance(path: "a", bytes: ByteSpan(0, 10), sha256: "", mediaType: "text/plain"))
        #expect(text(document, .init(stage: .read)) == ["été ␛[2J\u{FFFD}"])
    }

    @Test func relateListsQuotationsWithTheirSpeakers() {
        var document = document([("⟦per:Elon Musk⟧ dit : « Oui, demain » et « non ».", .body, .paragraph)])
        document.quotations = [
            Quotation(span: ByteSpan(19, 30), kind: .direct, speaker: 0, cue: ByteSpan(10, 13)),
            Quotation(span: ByteSpan(40, 43), kind: .term),
        ]
        #expect(
            text(document, .init(stage: .relate)).dropFirst().prefix(2) == [
                "  18..29  direct  Oui, demain  Elon Musk  dit", "  37..40  term    non",
            ])
        #expect(!text(document, .init(stage: .resolve)).contains { $0.contains("direct") })
    }

    @Test func relateListsEventsWithTheirArguments() {
        var document = document([("⟦per:Elon Musk⟧ quitte la société.", .body, .paragraph)])
        document.events = [
            Event(
                type: "departure", trigger: ByteSpan(10, 16),
                arguments: [
                    Event.Argument(role: "person", span: ByteSpan(0, 9), mention: 0),
                    Event.Argument(role: "from", span: ByteSpan(20, 29)),
                ], maker: "rule:fr.event.departure")
        ]
        #expect(
            text(document, .init(stage: .relate)).dropFirst().first
                == "  10..16  departure  quitte  person Elon Musk · from société")
    }

    private var extracted: Document {
        var document = document([
            ("xAI lève", .title, .main), ("L’été à Paris 🟣 coûte cher", .body, .paragraph),
            ("Partager", .boilerplate, .share), ("© AFP", .boilerplate, .credit),
        ])
        document.layers = [.decoded, .blocks]
        document.metadata.title = "xAI lève"
        document.metadata.authors = ["Jeanne Morvan", "Paul Le Goff"]
        return document
    }

    @Test func extractShowsMetadataAndKindsWithoutColors() {
        let lines = DocumentView(options: .init(width: 70, stage: .extract)).lines(of: extracted)
        #expect(
            Array(lines.dropFirst()) == [
                "title    xAI lève", "authors  Jeanne Morvan, Paul Le Goff", "",
                "[title main]          xAI lève", "", "                      L’été à Paris 🟣 coûte cher", "",
                "[boilerplate share]   Partager", "", "[boilerplate credit]  © AFP", "",
                "title 1, body 1, boilerplate 2: credit 1, share 1",
            ])
    }

    @Test func extractColorsKindsInTheMargin() {
        let lines = DocumentView(options: .init(width: 70, usesColor: true, stage: .extract)).lines(of: extracted)
        #expect(lines.contains("\u{1B}[1;36mmain    \u{1B}[0m\u{1B}[1mxAI lève\u{1B}[0m"))
        #expect(lines.contains("        L’été à Paris 🟣 coûte cher"))
        #expect(lines.contains("\u{1B}[34mshare   \u{1B}[0m\u{1B}[2mPartager\u{1B}[0m"))
    }

    @Test func extractPutsKindsAboveBlocksInANarrowTerminal() {
        let lines = text(extracted, .init(width: 24, stage: .extract))
        #expect(lines.prefix(3) == ["[title main]", "xAI lève", ""])
        #expect(lines.contains("L’été à Paris 🟣 coûte"))
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= 24 })
    }
}
