import GlaneurCore
import GlaneurRecognizers
import GlaneurTestSupport
import Testing

@Suite("Amounts and dates in texts that nobody would write")
struct AmountFuzzTests {
    /// The bytes that are tried; `scripts/fuzz` asks for more than every run of the tests should.
    private static let byteCount = Checkout.variable("GLANEUR_FUZZ_BYTES").flatMap { Int($0) } ?? 300_000

    /// Words and signs of which numbers, sums, units and times are made, and what stands between them.
    private static let pieces =
        "un une deux cent mille million milliards demi quart tiers et virgule sur de d' du à entre plus moins pour "
        + "one two hundred thousand billion half quarter third and point over of the a between from to more than less "
        + "euros dollars cents US$ C$ Rs EUR USD £ € ¥ % ‰ ° km kg m² litres feet inch ans years old aged âgé "
        + "janvier mai March May lundi Monday été spring hier yesterday demain next last dernier prochain semaine "
        + "week mois quarter Q1 T3 H2 h heures am p.m. minutes midi noon ago later il y a dans tous les every FY24 "
        + "1er 21st 3e XXIe vingtième fifth ½ ⅔ ^ e10 - – — / : . , ; ( ) « » ' ’ n° # 中 元 é́ 🚀"

    @Test("every mention lies in its text, on whole characters, in order and with its bounds in order")
    func lawsHold() throws {
        var generator = SeededGenerator(seed: SeededGenerator.announce(47, for: "amounts in made-up texts"))
        let pieces = AmountFuzzTests.pieces.split(separator: " ").map(String.init)
        let lexicon = try AmountText.lexicon.get()
        var done = 0
        while done < AmountFuzzTests.byteCount {
            var text = ""
            for _ in 0..<Int.random(in: 1...40, using: &generator) {
                text +=
                    Int.random(in: 0..<3, using: &generator) == 0
                    ? figure(&generator) : pieces.randomElement(using: &generator) ?? ""
                text += [" ", " ", " ", "", "-", "\u{A0}", ", "].randomElement(using: &generator) ?? " "
            }
            let bytes = Array(text.utf8)
            for language in [Language.french, .english] {
                let passage = Passage(
                    lexicon: lexicon, language: language, bytes: bytes, span: ByteSpan(0, bytes.count),
                    anchor: Bool.random(using: &generator) ? TimeAnchor(rfc3339: "2024-02-29T23:59:59Z") : nil)
                for recognizer in [AmountRecognizer(), DateRecognizer()] as [any Recognizer] {
                    var found: [Mention] = []
                    recognizer.recognize(passage, into: &found)
                    for fault in faults(in: found, of: bytes) { Issue.record("\(fault) in \(text.debugDescription)") }
                }
            }
            done += bytes.count
        }
    }

    private func figure(_ generator: inout SeededGenerator) -> String {
        let number = Int.random(
            in: 0..<[10, 32, 100, 3000, 1_000_000].randomElement(using: &generator, or: 10), using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: return "\(number),\(number % 100)"
        case 1: return "\(number).\(number % 1000)"
        case 2: return "\(number % 31)/\(number % 13)/\(number)"
        case 3: return "\(number % 30):\(number % 70)"
        case 4: return String(repeating: "9", count: number % 60 + 1)
        default: return String(number)
        }
    }

    private func faults(in mentions: [Mention], of bytes: [UInt8]) -> [String] {
        var faults: [String] = []
        for mention in mentions {
            guard mention.span.start >= 0, mention.span.start < mention.span.end, mention.span.end <= bytes.count else {
                faults.append("\(mention.label) \(mention.span) lies outside")
                continue
            }
            let ends = [mention.span.start, mention.span.end].filter { $0 < bytes.count }
            if ends.contains(where: { bytes[$0] & 0xC0 == 0x80 }) { faults.append("\(mention.span) cuts a character") }
            if let (low, high) = mention.value.bounds, low > high {
                faults.append("\(mention.span) has \(low) to \(high)")
            }
        }
        for (first, second) in zip(mentions, mentions.dropFirst()) where second.span.start < first.span.start {
            faults.append("\(second.span) behind \(first.span)")
        }
        return faults
    }
}

extension Array {
    fileprivate func randomElement(using generator: inout SeededGenerator, or fallback: Element) -> Element {
        randomElement(using: &generator) ?? fallback
    }
}
