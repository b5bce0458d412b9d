import GlaneurCore
import GlaneurWriters

extension MoneyTable {
    /// One `glaneur.money/1` line a row; by currency the lines of sums follow those of currencies.
    package var json: [UInt8] {
        var json = JSONWriter()
        if grouping != .sum { for group in groups { write(group, to: &json) } }
        if grouping == .sum || grouping == .currency {
            for sum in sums {
                json.beginObject()
                json.member("schema", "glaneur.money/1")
                json.member("by", MoneyQuery.Grouping.sum.rawValue)
                MoneyTable.writeMembers(of: sum, to: &json)
                json.endObject()
                json.endLine()
            }
        }
        return json.bytes
    }

    private func write(_ group: MoneyGroup, to json: inout JSONWriter) {
        json.beginObject()
        json.member("schema", "glaneur.money/1")
        json.member("by", grouping.rawValue)
        switch grouping {
        case .currency, .sum: json.member("currency", group.key)
        case .entity: json.member("entity_id", group.key)
        case .month: json.member("month", group.key)
        case .document: json.member("document", group.key)
        }
        json.member("name", group.name)
        json.member("docs", group.documents)
        json.member("mentions", group.mentions)
        json.member("distinct", group.distinct)
        if let largest = group.largest {
            json.key("largest")
            MoneyTable.write(largest, to: &json)
        }
        json.key("sums")
        json.beginArray()
        for sum in group.sums { MoneyTable.write(sum, to: &json) }
        json.endArray()
        json.endObject()
        json.endLine()
    }

    private static func write(_ sum: StatedSum, to json: inout JSONWriter) {
        json.beginObject()
        writeMembers(of: sum, to: &json)
        json.endObject()
    }

    private static func writeMembers(of sum: StatedSum, to json: inout JSONWriter) {
        json.member("currency", sum.sum.currency)
        json.member("value", sum.sum.value)
        json.member("low", sum.sum.low)
        json.member("high", sum.sum.high)
        json.member("per", sum.sum.per)
        json.member("docs", sum.documents)
        json.member("mentions", sum.mentions)
        json.key("qualifiers")
        json.beginArray()
        for (qualifier, count) in sum.sortedQualifiers {
            json.beginObject()
            json.member("qualifier", qualifier.rawValue)
            json.member("n", count)
            json.endObject()
        }
        json.endArray()
        json.member("document", sum.firstDocument)
    }
}
