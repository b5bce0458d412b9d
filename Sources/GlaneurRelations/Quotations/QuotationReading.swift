import GlaneurCore
import GlaneurRecognizers

/// The quotations of one document while their kinds and speakers are read.
struct QuotationReading {
    /// What is known of a span so far.
    private struct Reading {
        var content: KindReader.Content
        var kind: Quotation.Kind
        var attribution: Attribution?
        /// The passage it begins in.
        var passage: Int
        var speaker: Int?
    }

    /// The part of a quotation in a passage.
    private struct Stretch: Hashable {
        let parent: Int
        let passage: Int
    }

    private let document: Document
    private let passages: [Passage]
    private let spans: [MarkedSpan]
    private let words: (Language) -> SpeechWords
    /// The spans of the mentions in the view, and what they are.
    private let mentions: [ByteSpan]
    private let labels: [Label]
    /// The spans that lie in no other, and behind them for each span those that lie in it.
    private let families: [[Int]]
    /// The outlines of whole passages, as far as they were asked for.
    private var passageOutlines: [Outline?]
    /// The outlines of quotations with others in them.
    private var outlines: [Stretch: Outline] = [:]

    /// Starts to read the spans of a document.
    init(
        document: Document, passages: [Passage], spans: [MarkedSpan], words: @escaping (Language) -> SpeechWords
    ) {
        self.document = document
        self.passages = passages
        self.spans = spans
        self.words = words
        mentions = document.mentions.map { document.view.viewSpan(of: $0.span) }
        labels = document.mentions.map(\.label)
        var families = [[Int]](repeating: [], count: spans.count + 1)
        for index in spans.indices { families[QuotationReading.family(of: spans[index].parent)].append(index) }
        self.families = families
        passageOutlines = Array(repeating: nil, count: passages.count)
    }

    /// The quotations, their spans in the view.
    mutating func quotations() -> [Quotation] {
        var readings: [Reading] = []
        for index in spans.indices { readings.append(reading(of: index)) }
        findSpeakers(&readings)
        return zip(spans, readings).map { span, reading in
            Quotation(
                span: span.inside, kind: reading.kind, speaker: reading.speaker, cue: reading.attribution?.cue)
        }
    }

    // MARK: Kinds and cues

    private mutating func reading(of index: Int) -> Reading {
        let span = spans[index]
        let first = passage(at: span.inside.start)
        let last = passage(at: span.inside.end - 1)
        let content = KindReader.content(
            ByteSpan(span.inside.start, min(span.inside.end, max(passages[first].span.end, span.inside.start + 1))),
            in: passages[first])
        var isSentence = content.isSentence
        if first != last || span.isBlock { isSentence = true }
        let outline = outline(around: index, in: first)
        guard let place = outline.place(ofQuotation: index) else {
            return Reading(content: content, kind: .term, attribution: nil, passage: first)
        }
        let reader = AttributionReader(outline: outline, labels: labels)
        var attribution: Attribution?
        if span.isBlock || place == 0, span.parent == nil {
            attribution = announcement(before: first)
        }
        if attribution == nil, first == last, !span.isBlock {
            attribution = reader.attribution(of: place, isSentence: isSentence, isQuestion: content.isQuestion)
        } else if attribution == nil, first != last {
            attribution = reader.before(place, from: outline.sentenceStart(of: place))
            if attribution == nil { attribution = behind(index, in: last, isQuestion: content.isQuestion) }
        }
        // Inside another quotation only what stands beside it says who speaks.
        if span.parent != nil, let found = attribution, !found.isClose { attribution = nil }
        if attribution == nil, isSentence, first == last { attribution = insertion(index, in: first) }
        var kind = Quotation.Kind.direct
        if span.isBlock {
            // Without markup, only what somebody is said to have said is one.
            kind = attribution == nil && !document.provenance.mediaType.hasSuffix("html") ? .term : .block
        } else if first == last {
            kind = KindReader.kind(
                of: content, at: place, in: outline, attribution: attribution, isName: isName(span))
        }
        return Reading(
            content: content, kind: kind, attribution: kind == .term ? nil : attribution, passage: first)
    }

    /// What the paragraph before attributes, where it ends with a colon.
    private mutating func announcement(before passage: Int) -> Attribution? {
        guard passage > 0, document.view.bytes[passages[passage - 1].span.range].last == 0x3A else { return nil }
        let outline = outline(of: passage - 1)
        let end = outline.elements.count
        return AttributionReader(outline: outline, labels: labels).before(end, from: outline.sentenceStart(of: end))
    }

    private mutating func behind(_ index: Int, in passage: Int, isQuestion: Bool) -> Attribution? {
        let outline = outline(around: index, in: passage)
        guard let place = outline.place(ofQuotation: index) else { return nil }
        return AttributionReader(outline: outline, labels: labels).behind(place, isQuestion: isQuestion)
    }

    /// What attributes in the middle of a quotation.
    private func insertion(_ index: Int, in passage: Int) -> Attribution? {
        let inside = spans[index].inside
        let outline = builder(passage).outline(of: inside, quotations: children(of: index, in: inside))
        return AttributionReader(outline: outline, labels: labels).insertion()
    }

    /// Whether the words between the marks are a name or belong to one: `Dwayne “The Rock” Johnson`.
    private func isName(_ span: MarkedSpan) -> Bool {
        var mention = mentions.partitioningIndex { $0.end > span.outside.start }
        while mention < mentions.count, mentions[mention].start < span.outside.end {
            if labels[mention].isName {
                if mentions[mention].start < span.outside.start || mentions[mention].end > span.outside.end {
                    return true
                }
                if mentions[mention] == span.inside { return true }
            }
            mention += 1
        }
        return false
    }

    // MARK: Outlines

    private func passage(at offset: Int) -> Int {
        min(passages.count - 1, passages.partitioningIndex { $0.span.end > offset })
    }

    private static func family(of parent: Int?) -> Int { parent.map { $0 + 1 } ?? 0 }

    private mutating func outline(of passage: Int) -> Outline {
        if let known = passageOutlines[passage] { return known }
        let range = passages[passage].span
        let made = builder(passage).outline(of: range, quotations: children(of: nil, in: range), near: true)
        passageOutlines[passage] = made
        return made
    }

    /// The outline that a quotation stands in: of a passage, or of the quotation around it.
    private mutating func outline(around index: Int, in passage: Int) -> Outline {
        guard let parent = spans[index].parent else { return outline(of: passage) }
        return outline(Stretch(parent: parent, passage: passage))
    }

    private mutating func outline(_ stretch: Stretch) -> Outline {
        if let known = outlines[stretch] { return known }
        let passage = passages[stretch.passage].span
        let inside = spans[stretch.parent].inside
        let start = max(passage.start, inside.start)
        let range = ByteSpan(start, max(start, min(passage.end, inside.end)))
        let made = builder(stretch.passage).outline(of: range, quotations: children(of: stretch.parent, in: range))
        outlines[stretch] = made
        return made
    }

    private func builder(_ passage: Int) -> OutlineBuilder {
        OutlineBuilder(
            passage: passages[passage], words: words(passages[passage].language), mentions: mentions, labels: labels)
    }

    private func children(of parent: Int?, in range: ByteSpan) -> [(index: Int, span: ByteSpan)] {
        let all = families[QuotationReading.family(of: parent)]
        // They lie beside one another, so that their ends are in order as their starts are.
        return all[all.partitioningIndex { spans[$0].outside.end > range.start }...]
            .prefix { spans[$0].outside.start < range.end }
            .map { ($0, spans[$0].outside) }
    }

    // MARK: Speakers

    private mutating func findSpeakers(_ readings: inout [Reading]) {
        let quoted = spans.indices.filter { spans[$0].parent == nil && readings[$0].kind != .term }
        // Most quotations are attributed to a name; then nothing has to be looked for.
        lazy var antecedents = Antecedents(
            document: document, passages: passages, words: words, mentions: mentions,
            quoted: quoted.map { spans[$0].outside })
        var recent: (mention: Int, passage: Int)?
        for index in readings.indices where readings[index].kind != .term {
            if let attribution = readings[index].attribution {
                let near = recent.flatMap { readings[index].passage - $0.passage <= 1 ? $0.mention : nil }
                switch attribution.speaker {
                case .mention(let mention): readings[index].speaker = mention
                case .nobody: break
                case let reference:
                    readings[index].speaker = antecedents.mention(
                        for: reference, at: attribution.cue.start, recent: near)
                }
            } else if spans[index].parent == nil, readings[index].kind == .direct {
                readings[index].speaker = signer(index, readings) ?? chained(index, readings)
            }
            if let speaker = readings[index].speaker, spans[index].parent == nil {
                recent = (speaker, readings[index].passage)
            }
        }
        // What stands in front of an attributed quotation with nothing between is of the same voice.
        for (index, next) in zip(quoted, quoted.dropFirst()).reversed()
        where readings[index].attribution == nil && readings[index].speaker == nil {
            guard readings[index].kind == .direct,
                readings[next].kind == .direct, readings[next].passage == readings[index].passage,
                case let outline = outline(of: readings[index].passage),
                let place = outline.place(ofQuotation: index), let nextPlace = outline.place(ofQuotation: next),
                (place + 1..<nextPlace).allSatisfy({ outline.kind($0) == .stop })
            else { continue }
            readings[index].speaker = readings[next].speaker
        }
    }

    /// Who speaks on, where a quotation without attribution follows one that has it and nobody else speaks between.
    private mutating func chained(_ index: Int, _ readings: [Reading]) -> Int? {
        // Only what stands in the paragraph before can go on; a look at a few spans finds it.
        guard
            let last = spans.indices[..<index].suffix(64)
                .last(where: { spans[$0].parent == nil && readings[$0].kind != .term }),
            let speaker = readings[last].speaker
        else { return nil }
        let passage = readings[index].passage
        let outline = outline(of: passage)
        guard let place = outline.place(ofQuotation: index) else { return nil }
        let isAlone =
            outline.sentenceStart(of: place) == place
            && (outline.kind(place + 1) == .stop || outline.kind(place + 1) == .quotation)
        guard isAlone else { return nil }
        if readings[last].passage == passage, let before = outline.place(ofQuotation: last) {
            var stops = 0
            for element in outline.elements[(before + 1)..<place] {
                if element.kind == .stop { stops += 1 }
                // A name in a sentence of its own may be the one who speaks.
                if stops > 0, element.kind == .mention { return nil }
            }
            return stops <= 2 ? speaker : nil
        }
        // A paragraph that is nothing but a quotation goes on with the one before, unless it is signed.
        return outline.elements.count == 1 && readings[last].passage == passage - 1 && !isSigned(passage)
            ? speaker : nil
    }

    /// Whether the paragraph behind a passage begins with a dash, as the name of who says it does.
    private func isSigned(_ passage: Int) -> Bool {
        guard passage + 1 < passages.count else { return false }
        let next = passages[passage + 1]
        guard next.span.count > 3, next.lexemes.count <= 16 else { return false }
        let scalar = document.view.bytes.scalar(at: next.span.start).value
        return (0x2012...0x2015).contains(scalar)
    }

    /// The person who signs a quotation that is a paragraph of its own: `— Stéphanie Martin, témoin`.
    private mutating func signer(_ index: Int, _ readings: [Reading]) -> Int? {
        let passage = readings[index].passage
        guard isSigned(passage), outline(of: passage).elements.count == 1 else { return nil }
        return outline(of: passage + 1).elements.prefix(2).first { $0.kind == .mention && labels[$0.index] == .person }?
            .index
    }
}
