import GlaneurCore

/// Quotations and events of a stage line.
extension StageSpans {
    /// Reads the quotations of a document with so many mentions.
    func quotations(of line: StageFields, mentionCount: Int) throws(MalformedStageLine) -> [Quotation] {
        var quotations: [Quotation] = []
        for fields in try line.objects("quotes") {
            quotations.append(
                Quotation(
                    span: try span(fields), kind: try fields.requiredWord("kind", Quotation.Kind.self),
                    speaker: try mention(fields, "speaker", below: mentionCount),
                    cue: fields.has("cue_start") ? try span(fields, "cue_start", "cue_end") : nil))
        }
        return quotations
    }

    /// Reads the events of a document with so many mentions.
    func events(of line: StageFields, mentionCount: Int) throws(MalformedStageLine) -> [Event] {
        var events: [Event] = []
        for fields in try line.objects("events") {
            var arguments: [Event.Argument] = []
            for argument in try fields.objects("args") {
                arguments.append(
                    Event.Argument(
                        role: try argument.requiredString("role"), span: try span(argument),
                        mention: try mention(argument, "ent", below: mentionCount)))
            }
            events.append(
                Event(
                    type: try fields.requiredString("type"),
                    trigger: try span(fields, "trigger_start", "trigger_end"), arguments: arguments,
                    score: try fields.double("score"), maker: try fields.requiredString("by")))
        }
        return events
    }

    private func mention(_ fields: StageFields, _ key: String, below count: Int) throws(MalformedStageLine) -> Int? {
        guard let index = try fields.integer(key) else { return nil }
        guard 0 <= index, index < count else { throw fields.failure(key, "the place of a mention") }
        return index
    }
}
