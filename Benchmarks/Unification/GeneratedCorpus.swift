import GlaneurTestSupport

/// Document lines of a made-up corpus, one after the other, never all in memory.
///
/// Entities are met as in news: few of them in very many documents, most in a handful. One in ten is a person whose family name
/// also stands alone, in documents with the same company.
struct GeneratedCorpus {
    /// The mentions of each document.
    static let mentionsOfDocument = 10

    private let entities: Int
    private var random: SeededGenerator
    private var mentions: Int
    private var number = 0

    /// Makes a corpus of so many mentions of so many entities.
    init(mentions: Int, entities: Int, seed: UInt64) {
        self.mentions = mentions
        self.entities = entities
        random = SeededGenerator(seed: seed)
    }

    /// Returns the next line, nothing at the end.
    mutating func next() -> [UInt8]? {
        guard mentions > 0 else { return nil }
        let count = min(mentions, GeneratedCorpus.mentionsOfDocument)
        mentions -= count
        // Documents of a topic share companions.
        let topic = Int.random(in: 0..<max(1, entities / 20), using: &random)
        var ents: [String] = []
        for index in 0..<count {
            // The first entities are in every tenth document, as great countries are.
            let entity =
                switch Int.random(in: 0..<10, using: &random) {
                case 0: Int.random(in: 0..<min(20, entities), using: &random)
                case 1: Int.random(in: 0..<entities, using: &random)
                default: topic * 20 + Int.random(in: 0..<20, using: &random)
                }
            ents.append(mention(entity % entities, index))
        }
        number += 1
        let money = Int.random(in: 1...999, using: &random)
        ents.append(
            #"{"id":\#(count),"start":0,"end":9,"label":"MONEY","text":"$\#(money) million","norm":"USD \#(money)000000","by":"rule:en.money.scale","raw_start":0,"raw_end":9}"#
        )
        let text = String(repeating: "Nothing is said here that would matter. ", count: 20)
        let language = number % 2 == 0 ? "fr" : "en"
        let line =
            #"{"schema":"glaneur.doc/1","id":"made/\#(number).txt","lang":"\#(language)","text":"\#(text)","ents":[\#(ents.joined(separator: ","))],"run":{"offsets":"codepoint"}}"#
        return Array(line.utf8)
    }

    private mutating func mention(_ entity: Int, _ index: Int) -> String {
        let word = GeneratedCorpus.word(entity)
        let id: String
        let text: String
        if entity % 10 == 0 {
            let isAlone = random.oneIn(4)
            id = isAlone ? "per/\(word)" : "per/ada-\(word)"
            text = isAlone ? word : "Ada \(word)"
        } else {
            id = "org/\(word)-group"
            text = "\(word) Group"
        }
        return
            #"{"id":\#(index),"start":\#(index * 30),"end":\#(index * 30 + 12),"label":"\#(entity % 10 == 0 ? "PER" : "ORG")","text":"\#(text)","entity_id":"\#(id)","by":"model:names","score":0.9,"raw_start":0,"raw_end":12}"#
    }

    /// A made-up word for a number, another one for each.
    static func word(_ number: Int) -> String {
        let syllables = ["ba", "do", "ki", "lu", "me", "no", "ra", "si", "tu", "ve"]
        return String(number).compactMap(\.wholeNumberValue).map { syllables[$0] }.joined() + "x"
    }
}
