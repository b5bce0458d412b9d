import GlaneurCore
import GlaneurLexicon
import GlaneurReaders
import GlaneurWriters
import Testing

@testable import Glaneur

@Suite struct ExplanationTests {
    private func pipeline() throws -> Pipeline {
        let lexicon = try SmallLexicon()
        return try Pipeline(Configuration(lexicons: lexicon.write(lexicon.compiled()), language: .french))
    }

    /// Explains the first place where `words` stand.
    private func explain(
        _ words: String, in text: String, unit: OffsetUnit = .codePoint, change: (inout Document) -> Void = { _ in }
    ) throws -> Explanation {
        let pipeline = try pipeline()
        var document = try pipeline.annotate(Document(id: "test", text: text))
        change(&document)
        let range = try #require(text.range(of: words))
        let before = text[..<range.lowerBound]
        let offset =
            switch unit {
            case .codePoint: before.unicodeScalars.count
            case .utf8: before.utf8.count
            case .utf16: before.utf16.count
            }
        return try pipeline.explain(document, at: offset, unit: unit)
    }

    @Test(arguments: OffsetUnit.allCases)
    func mentionIsExplainedInEveryUnit(_ unit: OffsetUnit) throws {
        let text = "🟢 Été : hier, la société d’Elon Musk a parlé."
        let explanation = try explain("Musk", in: text, unit: unit)
        let mention = try #require(explanation.mention)
        #expect(mention.place.text == "Elon Musk")
        #expect(mention.mention.label == .person)
        #expect(mention.mention.entityID == "per/elon-musk")
        #expect(explanation.token?.place.text == "Musk")
        #expect(explanation.candidates.contains { $0.fate == .stands && $0.candidate.maker == "lexicon:people" })
        let length = mention.place.end - mention.place.start
        #expect(length == 9)
        #expect(mention.place.raw.count == 9)
    }

    @Test func formNamesAllItsConcepts() throws {
        let explanation = try explain("Paris", in: "Hier, la police de Paris a parlé.")
        let senses = try #require(explanation.forms.first).senses
        #expect(Set(senses.map(\.concept.entityID)) == ["per/paris-hilton", "loc/paris"])
        #expect(senses.first { $0.concept.label == .person }?.isWeak == true)
        #expect(senses.first { $0.concept.label == .location }?.isWeak == false)
        #expect(explanation.mention?.mention.entityID == "loc/paris")
    }

    @Test func losersNameTheRuleAndTheWinner() throws {
        let explanation = try explain("Musk", in: "Hier, Elon Musk a parlé.") { document in
            let name = document.mentions[0]
            var weak = name
            weak.span = ByteSpan(name.span.start + 5, name.span.end)
            weak.score = 0.2
            var short = weak
            short.score = 0.7
            document.candidates += [weak, short]
            document.rejections += [
                Rejection(candidate: weak, rule: "below-threshold", winner: weak.span),
                Rejection(candidate: short, rule: "longer", winner: name.span),
            ]
        }
        let fates = explanation.candidates.filter { $0.place.text == "Musk" }.map { ($0.candidate.score, $0.fate) }
        let full = try #require(explanation.mention?.place)
        let short = try #require(explanation.candidates.first { $0.place.text == "Musk" }?.place)
        #expect(fates.contains { $0.0 == 0.7 && $0.1 == .lost(rule: "longer", winner: full) })
        #expect(fates.contains { $0.0 == 0.2 && $0.1 == .lost(rule: "below-threshold", winner: short) })
    }

    @Test func promotionNamesTheFullName() throws {
        let explanation = try explain("Musk a", in: "Hier, Elon Musk a parlé. Plus tard, Musk a ri.") { document in
            // The short form as a recogniser without this person in its lexicon would leave it.
            let start = document.mentions[0].span.start + 5
            let span = ByteSpan(start, start + 4)
            document.mentions.removeFirst()
            document.mentions.insert(
                Mention(span: span, label: .person, maker: "rule:alias", score: 0.8, entityID: "per/elon-musk"), at: 0)
            document.candidates.append(Mention(span: span, label: .person, maker: "rule:fr.name.word", score: 0.35))
        }
        let promotion = try #require(explanation.promotion)
        #expect(promotion.candidate.score == 0.35)
        #expect(promotion.license?.text == "Elon Musk")
        #expect(explanation.candidates.contains { $0.fate == .promoted })
        #expect(explanation.lines.contains { $0.contains("full name") })
    }

    @Test func moneyShowsItsParts() throws {
        let explanation = try explain("6 mill", in: "Hier, 6 milliards de dollars.") { document in
            let money = Money(
                magnitude: Magnitude(ExactDecimal(6, exponent: 9)), currency: "USD", currencyEvidence: .byDefault,
                alternatives: ["CAD"], figure: ExactDecimal(6), scale: 9)
            document.mentions = [
                Mention(span: ByteSpan(6, 28), label: .money, value: .money(money), maker: "rule:fr.money.scale")
            ]
        }
        let lines = explanation.lines.map { $0.split(separator: " ").joined(separator: " ") }
        for fact in ["norm USD 6000000000", "value 6000000000", "currency_by default", "currency_alt CAD", "scale 9"] {
            #expect(lines.contains(fact))
        }
        #expect(String(decoding: explanation.json, as: UTF8.self).contains("\"money\":{\"value\":\"6000000000\""))
    }

    @Test func placeWithoutAMentionShowsItsToken() throws {
        let explanation = try explain("police", in: "Hier, la police a parlé.")
        #expect(explanation.mention == nil)
        #expect(explanation.token?.place.text == "police")
        let json = explanation.json
        let value = try JSONParser.parse(json)
        #expect(value["schema"]?.string(in: json) == "glaneur.explain/1")
        #expect(value["token"]?["text"]?.string(in: json) == "police")
        #expect(value["mention"] == nil)
    }

    @Test(arguments: [
        (OffsetUnit.codePoint, -1, 3), (.codePoint, 3, 3), (.utf8, 7, 7), (.utf16, 4, 4), (.codePoint, .max, 3),
    ])
    func offsetWithoutACharacterIsRefused(_ unit: OffsetUnit, _ offset: Int, _ count: Int) throws {
        let text = Array("a🟢é".utf8)
        let error = #expect(throws: OffsetOutOfRange.self) {
            _ = try CharacterPosition(offset, in: text, unit: unit)
        }
        #expect(error?.count == count)
    }

    @Test(arguments: [(OffsetUnit.codePoint, 1, 1), (.utf8, 3, 1), (.utf16, 2, 1), (.utf16, 3, 5), (.utf8, 6, 5)])
    func offsetInsideACharacterIsThatCharacters(_ unit: OffsetUnit, _ offset: Int, _ start: Int) throws {
        #expect(try CharacterPosition(offset, in: Array("a🟢é".utf8), unit: unit).start == start)
    }
}

extension ExplanationTests {
    @Test func quotationsAndEventsOfThePlaceAreTold() throws {
        let text = "« Nous partons », a déclaré Elon Musk."
        func span(_ words: String) throws -> ByteSpan {
            let range = try #require(text.range(of: words))
            return ByteSpan(text.utf8[..<range.lowerBound].count, text.utf8[..<range.upperBound].count)
        }
        let quoted = try span("Nous partons")
        let cue = try span("a déclaré")
        let trigger = try span("partons")
        let explanation = try explain("partons", in: text) { document in
            let musk = document.mentions.firstIndex { document.string($0.span) == "Elon Musk" } ?? 0
            document.quotations = [Quotation(span: quoted, kind: .direct, speaker: musk, cue: cue)]
            let person = Event.Argument(role: "person", span: document.mentions[musk].span, mention: musk)
            document.events = [
                Event(
                    type: "departure", trigger: trigger, arguments: [person], score: 0.8,
                    maker: "rule:fr.event.departure")
            ]
        }
        let lines = explanation.lines.suffix(5).map { $0.split(separator: " ").joined(separator: " ") }
        #expect(
            lines == [
                "quote direct 2..14 Nous partons", "speaker 28..37 Elon Musk per/elon-musk", "cue 18..27 a déclaré",
                "event departure 7..14 partons rule:fr.event.departure 0.80", "person 28..37 Elon Musk per/elon-musk",
            ])
        let json = String(decoding: explanation.json, as: UTF8.self)
        #expect(json.contains(#""kind":"direct","speaker":{"start":28,"end":37,"text":"Elon Musk""#))
        #expect(json.contains(#""events":[{"type":"departure","trigger":{"start":7,"#))
    }
}
