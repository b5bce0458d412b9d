import GlaneurCore

/// What a document line says of money.
struct MoneyReading {
    /// A sum where it stands.
    struct Statement {
        let sum: MoneySum
        let qualifier: Qualifier
        /// The id of the nearest person or organization in the sentence, where there is one.
        let entity: String?
    }

    /// The id of the document.
    let document: String
    /// The month of its publication, such as `2025-03`; nothing where the line does not say.
    let month: String?
    /// The sums, in the order of the text; those in boilerplate are no news and left out.
    private(set) var statements: [Statement] = []

    /// Reads a document line, all sums or those in one currency.
    init?(_ line: JSONValue, in bytes: [UInt8], currency: String?) {
        guard let id = line["id"]?.string(in: bytes) else { return nil }
        document = id
        month = line["published"]?.string(in: bytes).flatMap(MoneyReading.month)
        let mentions = line["ents"]?.elements ?? []
        guard mentions.contains(where: { $0["money"] != nil }) else { return }
        func integers(_ value: JSONValue?) -> [Int] { (value?.elements ?? []).compactMap { $0.integer(in: bytes) } }
        let sentences = (starts: integers(line["sents"]?["start"]), ends: integers(line["sents"]?["end"]))
        let entities = mentions.compactMap { mention -> Place? in
            guard let id = mention["entity_id"]?.string(in: bytes), id.hasPrefix("per/") || id.hasPrefix("org/"),
                let start = mention["start"]?.integer(in: bytes), let end = mention["end"]?.integer(in: bytes)
            else { return nil }
            return Place(id: id, start: start, end: end)
        }
        for mention in mentions {
            guard let money = mention["money"], mention["block"]?.string(in: bytes) != Block.Class.boilerplate.rawValue,
                let sum = MoneySum(money, in: bytes), currency == nil || sum.currency == currency,
                let start = mention["start"]?.integer(in: bytes), let end = mention["end"]?.integer(in: bytes)
            else { continue }
            let qualifier = money["qualifier"]?.string(in: bytes).flatMap { Qualifier(rawValue: $0) } ?? .exact
            let sentence = sentences.starts.lastIndex { $0 <= start }.flatMap {
                $0 < sentences.ends.count ? sentences.starts[$0]..<max(sentences.ends[$0], sentences.starts[$0]) : nil
            }
            let near = entities.filter { sentence?.contains($0.start) == true }
                .min { ($0.distance(start, end), $0.start) < ($1.distance(start, end), $1.start) }
            statements.append(Statement(sum: sum, qualifier: qualifier, entity: near?.id))
        }
    }

    /// A mention of an entity.
    private struct Place {
        let id: String
        let start: Int
        let end: Int

        func distance(_ first: Int, _ last: Int) -> Int { end <= first ? first - end : max(0, start - last) }
    }

    /// The month of a time in RFC 3339.
    private static func month(_ time: String) -> String? {
        let bytes = Array(time.utf8.prefix(7))
        guard bytes.count == 7, bytes[4] == UInt8(ascii: "-") else { return nil }
        for (place, byte) in bytes.enumerated() where place != 4 && (byte < 0x30 || byte > 0x39) { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}
