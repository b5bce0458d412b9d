import GlaneurCore

/// Documents with every kind of layer and value, made at random from a seed.
struct GeneratedDocument {
    private var random: SeededGenerator
    private static let words = [
        "Élysée", "l’État", "« oui »", "12\u{202F}000", "\u{A0}€", "naïve", "\"quoted\"", "back\\slash", "🤖", "👩‍👩‍👧",
        "e\u{301}t\u{e9}",
        "Tesla", "is", "worth", "$500bn", "a\u{2028}b", "c\u{85}d", "tab\there", "\u{1}\u{1F}", "œuvre", "日本", "ok",
        "x",
    ]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func text(words count: Int) -> String {
        var text = ""
        for _ in 0..<count {
            text += pick(GeneratedDocument.words)
            text += random.oneIn(12) ? "\n" : " "
        }
        return text
    }

    mutating func document() -> Document {
        let text = Array(self.text(words: Int.random(in: 1...120, using: &random)).utf8)
        var provenance = Provenance(
            path: "seeds/é\"\(Int.random(in: 0..<1000, using: &random)).txt",
            member: maybe("a/b.txt"), bytes: ByteSpan(0, text.count), sha256: String(repeating: "ab", count: 32),
            mediaType: "text/plain")
        provenance.transportCharset = maybe("iso-8859-1")
        provenance.charset = maybe("UTF-8")
        provenance.charsetEvidence = random.oneIn(2) ? pick(Provenance.CharsetEvidence.allCases) : nil
        var document = Document(id: provenance.path, bytes: [], provenance: provenance)
        document.layers = [.bytes, .decoded, .blocks, .view, .language, .tokens, .candidates, .mentions, .relations]
        document.metadata = Metadata(
            title: maybe("Titre « A »"), published: maybe("2025-07-01T10:00:00Z"),
            url: maybe("https://example.org/?a=1"),
            outlet: maybe(""), authors: random.oneIn(2) ? ["Ève", "Bob"] : [],
            declaredLanguage: random.oneIn(2) ? .french : nil, updated: maybe("2025-07-02"))
        document.metadata.evidence.title = random.oneIn(2) ? pick(MetadataEvidence.Source.allCases) : nil
        document.metadata.evidence.published = random.oneIn(2) ? pick(MetadataEvidence.Source.allCases) : nil
        document.metadata.evidence.updated = random.oneIn(2) ? pick(MetadataEvidence.Source.allCases) : nil
        document.metadata.evidence.authors = random.oneIn(2) ? pick(MetadataEvidence.Source.allCases) : nil
        document.text = text
        document.origin = Origin(
            steps: (0..<Int.random(in: 0...2, using: &random)).map { _ in alignment(of: text.count) })
        document.view = view(of: text)
        document.language = pick(Language.allCases)
        document.languageScore = random.oneIn(3) ? nil : Double.random(in: 0...1, using: &random)
        addLayers(to: &document)
        return document
    }

    private mutating func addRelations(to document: inout Document) {
        for sentence in document.sentences where random.oneIn(3) {
            let speaker = random.oneIn(2) ? document.mentions.indices.randomElement(using: &random) : nil
            document.quotations.append(
                Quotation(
                    span: sentence.span, kind: pick(Quotation.Kind.allCases), speaker: speaker,
                    cue: random.oneIn(2) ? document.tokens.randomElement(using: &random)?.span : nil))
            guard let trigger = document.tokens.randomElement(using: &random)?.span else { continue }
            let mention = random.oneIn(2) ? document.mentions.indices.randomElement(using: &random) : nil
            let span = mention.map { document.mentions[$0].span } ?? trigger
            document.events.append(
                Event(
                    type: "departure", trigger: trigger,
                    arguments: [Event.Argument(role: "person", span: span, mention: mention)],
                    score: random.oneIn(2) ? Double.random(in: 0...1, using: &random) : nil,
                    maker: "rule:fr.event.departure"))
        }
    }

    private mutating func addLayers(to document: inout Document) {
        let text = document.text
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: 0x0A) ?? text.count
            if end > start {
                document.blocks.append(
                    Block(
                        span: ByteSpan(start, end), blockClass: pick(Block.Class.allCases),
                        kind: pick(Block.Kind.allCases), language: pick(Language.allCases),
                        reason: pick([nil, "links:0.83", "lexicon:furniture \"lire aussi\""])))
                document.sentences.append(
                    Sentence(
                        span: ByteSpan(start, end), language: pick(Language.allCases),
                        ending: pick(SentenceEnding.allCases)))
            }
            start = end + 1
        }
        for piece in text.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
            let span = ByteSpan(piece.startIndex, piece.endIndex)
            document.tokens.append(Token(span: span, kind: pick(Token.Kind.allCases)))
            if random.oneIn(6) {
                document.multiwordTokens.append(
                    MultiwordToken(token: document.tokens.count - 1, forms: ["de", "\"le\""]))
            }
            if random.oneIn(3) { document.mentions.append(mention(at: span)) }
            if random.oneIn(4) { document.candidates.append(mention(at: span)) }
            if random.oneIn(8) {
                document.rejections.append(Rejection(candidate: mention(at: span), rule: "longer", winner: span))
            }
        }
        addRelations(to: &document)
        if random.oneIn(2) {
            document.warnings.append(Warning(code: "replaced-bytes", stage: .decode, message: "3 at 17"))
        }
    }

    private mutating func mention(at span: ByteSpan) -> Mention {
        Mention(
            span: span, label: pick(Label.allCases), value: value(at: span), maker: "rule:fr.money.scale",
            score: random.oneIn(2) ? Double.random(in: 0...1, using: &random) : nil, entityID: maybe("per/élodie"))
    }

    private mutating func value(at span: ByteSpan) -> Mention.Value {
        switch Int.random(in: 0..<7, using: &random) {
        case 0:
            .money(
                Money(
                    magnitude: magnitude(), currency: "USD", currencyEvidence: pick(Money.CurrencyEvidence.allCases),
                    alternatives: random.oneIn(2) ? ["CAD", "AUD"] : [], figure: decimal(),
                    scale: random.oneIn(2) ? 9 : nil, per: maybe("kW.h")))
        case 1: .percent(magnitude())
        case 2:
            .quantity(
                Quantity(magnitude: magnitude(), unit: maybe("km"), counted: maybe("GPU H100"), numberEnd: span.end))
        case 3: .number(Number(magnitude: magnitude(), isOrdinal: random.oneIn(2), relative: maybe("-1")))
        case 4:
            .time(
                TimeExpression(
                    timex: maybe("2024-Q1"), first: maybe("2024-01-01"), last: maybe("2024-03-31"),
                    isAnchored: random.oneIn(2), value: decimal(), unit: maybe("mo")))
        default: .none
        }
    }

    private mutating func magnitude() -> Magnitude {
        Magnitude(value: decimal(), low: decimal(), high: decimal(), qualifier: pick(Qualifier.allCases))
    }

    private mutating func decimal() -> ExactDecimal? {
        guard !random.oneIn(4) else { return nil }
        let coefficient = Int128(Int.random(in: -1_000_000...Int.max, using: &random)) * (random.oneIn(3) ? 1 << 50 : 1)
        return ExactDecimal(coefficient, exponent: Int.random(in: -60...60, using: &random))
    }

    private mutating func alignment(of count: Int) -> Alignment {
        var alignment = Alignment()
        var source = 3
        while alignment.outputCount < count {
            let output = min(count - alignment.outputCount, Int.random(in: 1...40, using: &random))
            let cell = random.oneIn(2) ? 1 : output
            let width = Int.random(in: 0...6, using: &random)
            alignment.append(output: output, source: source, outputUnit: cell, sourceUnit: width)
            source += output / cell * width + Int.random(in: 0...9, using: &random)
        }
        return alignment
    }

    private mutating func view(of text: [UInt8]) -> TextView {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: TextView(bytes: text, alignment: nil)
        case 1: TextView(bytes: text, alignment: narrowing(of: text.count))
        default: TextView(bytes: Array([0x61, 0x62].prefix(text.count)), alignment: narrowing(of: min(2, text.count)))
        }
    }

    /// A way back that never leads out of a source as long as what it is laid over.
    private mutating func narrowing(of count: Int) -> Alignment {
        var alignment = Alignment()
        var source = 0
        while alignment.outputCount < count {
            let output = min(count - alignment.outputCount, Int.random(in: 1...40, using: &random))
            let cell = random.oneIn(2) ? 1 : output
            let width = Int.random(in: 0...cell, using: &random)
            alignment.append(output: output, source: source, outputUnit: cell, sourceUnit: width)
            source += output / cell * width
        }
        return alignment
    }

    private mutating func maybe(_ text: String) -> String? { random.oneIn(2) ? text : nil }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }
}
