import GlaneurCore

/// Quotations and events, as document lines and stage lines write them alike; `offset` turns a byte offset into the unit of
/// the line.
extension JSONWriter {
    /// Writes quotations, with the entities of their speakers.
    mutating func quotations(_ quotations: [Quotation], mentions: [Mention], _ offset: (Int) -> Int) {
        guard !quotations.isEmpty else { return }
        key("quotes")
        beginArray()
        for quotation in quotations {
            beginObject()
            member("start", offset(quotation.span.start))
            member("end", offset(quotation.span.end))
            member("kind", quotation.kind.rawValue)
            if let speaker = quotation.speaker {
                member("speaker", speaker)
                member("speaker_entity", mentions[speaker].entityID)
            }
            if let cue = quotation.cue {
                member("cue_start", offset(cue.start))
                member("cue_end", offset(cue.end))
            }
            endObject()
        }
        endArray()
    }

    /// Writes events, their scores rounded or exact; `argument` writes what an argument is beside its role.
    mutating func events(
        _ events: [Event], exactScores: Bool = false, _ offset: (Int) -> Int,
        argument: (Event.Argument, inout JSONWriter) -> Void
    ) {
        guard !events.isEmpty else { return }
        key("events")
        beginArray()
        for event in events {
            beginObject()
            member("type", event.type)
            member("trigger_start", offset(event.trigger.start))
            member("trigger_end", offset(event.trigger.end))
            if !event.arguments.isEmpty {
                key("args")
                beginArray()
                for one in event.arguments {
                    beginObject()
                    member("role", one.role)
                    argument(one, &self)
                    endObject()
                }
                endArray()
            }
            if let score = event.score, score.isFinite {
                key("score")
                if exactScores { double(score) } else { self.score(score) }
            }
            member("by", event.maker)
            endObject()
        }
        endArray()
    }
}
