import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurTraining

@Suite struct EventScoreTests {
    private static let text = "Zoé Lemaire a quitté xAI. Elle a quitté Lyon en mai pour rejoindre Tesla, dit Oto."

    /// Scores events written as gold is against gold, in a text that has the words of both; `person=Elle:Oto` is the word Elle that
    /// means the mention Oto.
    private func score(
        gold: String, found: String..., text: String = text, id: String = "fr-1"
    ) throws -> EventScore {
        let corpus = try EventCorpus(Array("## \(id)\n\(text)\n\(gold)".utf8), path: "gold.txt")
        let annotated = try #require(corpus.documents.first)
        var document = Document.plain(annotated.text)
        func span(_ words: String) throws -> ByteSpan {
            try #require(WholeWords.places(of: words, in: annotated.text).first)
        }
        for line in found {
            let parts = line.split(separator: " ")
            let type = String(parts[0])
            let trigger = try span(String(parts[1]).split(separator: "_").joined(separator: " "))
            let arguments = try parts.dropFirst(2).map { part in
                let pair = part.split(separator: "=")
                let words = pair[1].split(separator: ":").map { $0.split(separator: "_").joined(separator: " ") }
                var argument = Event.Argument(role: String(pair[0]), span: try span(words[0]))
                if words.count == 2 {
                    argument.mention = document.mentions.count
                    document.mentions.append(Mention(span: try span(words[1]), label: .person, maker: "test"))
                }
                return argument
            }
            document.events.append(Event(type: type, trigger: trigger, arguments: arguments, maker: "rule:test"))
        }
        var score = EventScore()
        score.add(annotated, found: document)
        return score
    }

    private func outcomes(_ score: EventScore) -> [EventScore.Outcome] { score.items.map(\.outcome) }

    @Test func anEventIsRightWithTypePlaceAndArguments() throws {
        let score = try score(
            gold: "> departure [a quitté] person=Zoé Lemaire from=xAI date=en mai",
            found: "departure quitté person=Zoé from=xAI")
        #expect(outcomes(score) == [.right])
        #expect(score.figures(isStrict: true).f1 == 100)
    }

    @Test(arguments: [
        ("departure quitté person=Zoé", EventScore.Outcome.incomplete),
        ("departure quitté person=Zoé to=xAI", .incomplete), ("departure quitté person=Oto from=xAI", .incomplete),
        ("departure quitté person=Elle:Zoé_Lemaire from=xAI", .right),
        ("departure quitté person=Elle:Oto from=xAI", .incomplete),
    ])
    func everyArgumentOfGoldMustBeThere(_ found: String, _ outcome: EventScore.Outcome) throws {
        let score = try score(gold: "> departure [a quitté] person=Zoé Lemaire from=xAI", found: found)
        #expect(outcomes(score) == [outcome])
        #expect(score.figures(isStrict: true).correct == (outcome == .right ? 1 : 0))
        #expect(score.figures(isStrict: false).correct == 1)
    }

    @Test func anotherTypeOrPlaceIsAMissAndAFalseAlarm() throws {
        for found in ["joining quitté person=Zoé", "departure pour person=Zoé"] {
            let score = try score(gold: "> departure [a quitté] person=Zoé Lemaire", found: found)
            #expect(outcomes(score) == [.missed, .falseAlarm])
            let figures = score.figures(isStrict: false)
            #expect(figures.correct == 0 && figures.gold == 1 && figures.system == 1)
        }
    }

    @Test func anEventCountsOnceAndTheCompleteOneFirst() throws {
        let score = try score(
            gold: "> joining [rejoindre] person=Zoé to=Tesla", found: "joining rejoindre to=Tesla",
            "joining rejoindre to=Tesla person=Zoé")
        #expect(outcomes(score) == [.right, .falseAlarm])
        #expect(score.figures(isStrict: true).precision == 50 && score.figures(isStrict: true).recall == 100)
    }

    @Test func whatGoldLeavesOpenCountsNeitherWay() throws {
        let open = ">? joining [rejoindre] to=Tesla"
        for score in [try score(gold: open), try score(gold: open, found: "joining rejoindre person=Oto")] {
            #expect(score.items.isEmpty)
        }
    }

    @Test func aPassageWithoutEventsWeighsOnPrecision() throws {
        let score = try score(gold: "", found: "departure quitté from=Lyon", id: "en-33")
        #expect(outcomes(score) == [.falseAlarm])
        #expect(score.items[0].isOfCheckHalf && score.items[0].language == .english)
        #expect(score.items[0].system == "departure [quitté] from=Lyon (rule:test)")
        #expect(score.figures(isStrict: true) { !$0.isOfCheckHalf }.system == 0)
    }

    @Test(arguments: [
        ("X", "xAI", false), ("X", "Xuechen", false), ("Kodak", "Eastman Kodak", true),
        ("l’action Renault", "Renault", true),
        ("41", "$41 million", true), ("4", "41", false), ("", "", true), ("", "a", false),
    ])
    func textsAgreeInWholeWords(_ one: String, _ other: String, _ agree: Bool) {
        #expect(WholeWords.agree(one, other) == agree && WholeWords.agree(other, one) == agree)
    }
}
