package import GlaneurCore
import GlaneurLexicon
import GlaneurRecognizers
package import GlaneurWriters

extension Pipeline {
    /// Explains what stands at an offset of a document that has gone through all stages.
    package func explain(
        _ document: Document, at offset: Int, unit: OffsetUnit = .codePoint
    ) throws(OffsetOutOfRange) -> Explanation {
        let character = try CharacterPosition(offset, in: document.text, unit: unit)
        var explainer = Explainer(document: document, lexicon: lexicon, tagger: tagger, unit: unit)
        return explainer.explanation(of: ByteSpan(character.start, character.end), offset: offset)
    }
}

/// Gathers what the layers of a document and the lexicons say of one character.
private struct Explainer {
    private let document: Document
    private let unit: OffsetUnit
    private let evidence: LexiconEvidence
    private let lexicon: Lexicon
    private let tagger: NameTagger?
    private var translate: OffsetTranslator

    init(document: Document, lexicon: Lexicon, tagger: NameTagger?, unit: OffsetUnit) {
        self.document = document
        self.lexicon = lexicon
        self.tagger = tagger
        self.unit = unit
        evidence = LexiconEvidence(document: document, lexicon: lexicon)
        translate = OffsetTranslator(text: document.text, unit: unit)
    }

    mutating func explanation(of character: ByteSpan, offset: Int) -> Explanation {
        let block = document.block(at: character)
        let mention = document.mentions.first { $0.span.contains(character) }
        let fates = CandidateFates(at: character, in: document)
        let token = token(at: character, block: block)
        let sentence = document.sentences.first { $0.span.contains(character) }
        return Explanation(
            document: document.id, provenance: document.provenance, unit: unit, offset: offset,
            character: place(character), token: token, sentence: sentence.map { (place($0.span), $0.language) },
            block: block.map { (place($0.span), $0) }, mention: mention.map { (place($0.span), $0) },
            numberEnd: numberEnd(of: mention), promotion: promotion(fates),
            forms: forms(at: character, fates: fates), reason: reason(at: character),
            candidates: candidates(fates), quotations: quotations(at: character), events: events(at: character))
    }

    /// What the model of names sees there.
    private func reason(at character: ByteSpan) -> NameTagger.Reason? {
        guard let tagger else { return nil }
        let offset = document.view.viewSpan(of: character).start
        var reason: NameTagger.Reason?
        DocumentPassages(lexicon: lexicon).forEachGroup(of: document) { passages in
            reason = reason ?? tagger.reason(at: offset, in: passages)
        }
        return reason
    }

    private mutating func place(_ span: ByteSpan) -> Explanation.Place {
        Explanation.Place(
            text: document.string(span), start: translate(span.start), end: translate(span.end),
            raw: document.origin.rawSpan(of: span))
    }

    private mutating func quotations(at character: ByteSpan) -> [Explanation.QuotationFact] {
        document.quotations.filter { $0.span.contains(character) || $0.cue?.contains(character) ?? false }
            .map { quotation in
                let speaker = quotation.speaker.map { document.mentions[$0] }
                return Explanation.QuotationFact(
                    place: place(quotation.span), kind: quotation.kind,
                    speaker: speaker.map { (place($0.span), $0) }, cue: quotation.cue.map { place($0) })
            }
    }

    private mutating func events(at character: ByteSpan) -> [Explanation.EventFact] {
        document.events
            .filter { event in
                event.trigger.contains(character) || event.arguments.contains { $0.span.contains(character) }
            }
            .map { event in
                Explanation.EventFact(
                    event: event, trigger: place(event.trigger),
                    arguments: event.arguments.map { argument in
                        (
                            argument.role, place(argument.span),
                            argument.mention.flatMap { document.mentions[$0].entityID }
                        )
                    })
            }
    }

    private mutating func token(at character: ByteSpan, block: Block?) -> Explanation.TokenFact? {
        guard let index = document.tokens.firstIndex(where: { $0.span.contains(character) }) else { return nil }
        let token = document.tokens[index]
        let language = block.map { document.analysisLanguage(of: $0) } ?? document.language
        return Explanation.TokenFact(
            place: place(token.span), kind: token.kind,
            forms: document.multiwordTokens.first { $0.token == index }?.forms ?? [],
            classes: evidence.classes(of: token.span, language: language))
    }

    private mutating func numberEnd(of mention: Mention?) -> Int? {
        guard case .quantity(let quantity) = mention?.value else { return nil }
        return translate(quantity.numberEnd)
    }

    private mutating func promotion(_ fates: CandidateFates) -> Explanation.Promotion? {
        guard let promoted = fates.promoted else { return nil }
        let license = fates.license(of: promoted.mention).map { place($0) }
        return Explanation.Promotion(candidate: promoted.candidate, license: license)
    }

    private mutating func candidates(_ fates: CandidateFates) -> [Explanation.CandidateFact] {
        fates.entries.map { entry in
            let fate: Explanation.Fate =
                switch entry.fate {
                case .stands: .stands
                case .promoted: .promoted
                case .lost(let rejection): .lost(rule: rejection.rule, winner: place(rejection.winner))
                case .unknown: .unknown
                }
            return Explanation.CandidateFact(place: place(entry.candidate.span), candidate: entry.candidate, fate: fate)
        }
    }

    /// The forms on which candidates stand; where there are none, the token's own.
    private mutating func forms(at character: ByteSpan, fates: CandidateFates) -> [Explanation.FormFact] {
        var spans: [ByteSpan] = []
        for entry in fates.entries where !spans.contains(entry.candidate.span) { spans.append(entry.candidate.span) }
        if spans.isEmpty, let token = document.tokens.first(where: { $0.span.contains(character) }) {
            spans.append(token.span)
        }
        return spans.compactMap { span in
            let senses = evidence.senses(of: span)
            return senses.isEmpty ? nil : Explanation.FormFact(place: place(span), senses: senses)
        }
    }
}
