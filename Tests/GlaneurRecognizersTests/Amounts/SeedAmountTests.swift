import Foundation
import GlaneurCore
import Testing

@Suite("Amounts of the seed texts")
struct SeedAmountTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "seeds")

    private struct Gold: Decodable {
        struct Span: Decodable {
            var text: String
            var value: String?
            var currency: String?
            var qualifier: String?
        }
        var money: [Span]?
    }

    @Test(
        "every sum of money comes out as the gold has it",
        arguments: [
            "fr-01-dojo-arrete", "fr-02-gpu-detournes", "fr-03-xai-calculateur", "fr-04-depart-xai", "fr-05-bce-taux",
            "en-01-dojo-closed", "en-02-chips-rerouted", "en-03-xai-engineer", "en-04-eu-china-duties",
        ])
    func money(name: String) throws {
        let text = try String(contentsOf: Self.root.appending(path: "\(name).txt"), encoding: .utf8)
        let data = try Data(contentsOf: Self.root.appending(path: "gold/\(name).txt.gold.json"))
        let gold = try JSONDecoder().decode(Gold.self, from: data).money ?? []
        let found = try AmountText.mentions(text, Language(code: name.prefix(2))).compactMap { found in
            if case .money(let money) = found.mention.value { (found.text, money) } else { nil }
        }
        #expect(
            found.map { "\($0.1.magnitude.value ?? $0.1.magnitude.low ?? ExactDecimal(0)) \($0.1.currency)" }
                == gold.map { "\($0.value ?? "0") \($0.currency ?? "")" })
        #expect(found.map(\.1.magnitude.qualifier.rawValue) == gold.map { $0.qualifier ?? "exact" })
    }

    @Test("broken and random text gives spans in order and in bounds", arguments: [1, 2, 3, 4])
    func randomText(seed: UInt64) throws {
        var state = seed
        let pieces = [
            "1", "000", "$", "€", " ", "\u{A0}", "-", "–", ".", ",", "%", "million", "de", "d’", "un", "à", "et",
            "2024", "mars",
            "May", "last", "week", "ans", "M", "k", "US", "/", "(", ")", "\n", "½", "🚀", "plus", "dernier", "p.m.",
            "20h30",
        ]
        for _ in 0..<400 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count] + (state >> 60 < 8 ? " " : "")
            }
            for language in [Language.french, .english] {
                var end = 0
                for found in try AmountText.mentions(text, language) {
                    #expect(found.mention.span.start >= end && found.mention.span.end <= text.utf8.count, "\(text)")
                    end = found.mention.span.end
                }
            }
        }
    }
}
