import GlaneurWriters

/// Quotations and events of an explanation, for people and for programs.
extension Explanation {
    /// The lines that tell of quotations and events.
    var relationLines: [String] {
        var lines: [String] = []
        for quotation in quotations {
            lines.append("quote    \(quotation.kind.rawValue) " + Explanation.oneLine(quotation.place))
            var table = TerminalTable(indentation: 2)
            if let speaker = quotation.speaker {
                table.add(
                    "speaker", .init(Explanation.oneLine(speaker.place)), .init(speaker.mention.entityID ?? "-"))
            }
            if let cue = quotation.cue { table.add("cue", .init(Explanation.oneLine(cue))) }
            lines += table.lines()
        }
        for fact in events {
            let score = fact.event.score.map { " " + $0.text(decimals: 2) } ?? ""
            lines.append(
                "event    \(fact.event.type) \(Explanation.oneLine(fact.trigger)) \(fact.event.maker)\(score)")
            var table = TerminalTable(indentation: 2)
            for argument in fact.arguments {
                table.add(
                    .init(argument.role), .init(Explanation.oneLine(argument.place)), .init(argument.entityID ?? "-"))
            }
            lines += table.lines()
        }
        return lines
    }

    private static func oneLine(_ place: Place) -> String {
        "\(place.start)..\(place.end) \(DisplayWidth.oneLine(place.text, limit: textLimit))"
    }

    /// Writes quotations and events under the keys of document lines.
    func writeRelations(to json: inout JSONWriter) {
        if !quotations.isEmpty {
            json.key("quotes")
            json.beginArray()
            for quotation in quotations {
                json.beginObject()
                Explanation.write(quotation.place, to: &json)
                json.member("kind", quotation.kind.rawValue)
                if let speaker = quotation.speaker {
                    object("speaker", speaker.place, to: &json) { $0.member("entity_id", speaker.mention.entityID) }
                }
                if let cue = quotation.cue { object("cue", cue, to: &json) { _ in } }
                json.endObject()
            }
            json.endArray()
        }
        guard !events.isEmpty else { return }
        json.key("events")
        json.beginArray()
        for fact in events {
            json.beginObject()
            json.member("type", fact.event.type)
            object("trigger", fact.trigger, to: &json) { _ in }
            json.key("args")
            json.beginArray()
            for argument in fact.arguments {
                json.beginObject()
                json.member("role", argument.role)
                Explanation.write(argument.place, to: &json)
                json.member("entity_id", argument.entityID)
                json.endObject()
            }
            json.endArray()
            if let score = fact.event.score, score.isFinite {
                json.key("score")
                json.score(score)
            }
            json.member("by", fact.event.maker)
            json.endObject()
        }
        json.endArray()
    }
}
