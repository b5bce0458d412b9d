package import GlaneurCorpus
import GlaneurWriters

extension EntityExplanation {
    /// The answer for programs: one line, `glaneur.unification/1`.
    package var json: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("schema", "glaneur.unification/1")
        json.member("entity_id", record.entityID)
        json.member("label", record.label.rawValue)
        json.member("name", record.name)
        json.member("docs", record.documents)
        json.member("mentions", record.mentions)
        json.key("ids")
        json.beginArray()
        for member in members { EntityExplanation.write(member, to: &json) }
        json.endArray()
        if !links.isEmpty {
            json.key("joins")
            json.beginArray()
            for link in links {
                json.beginObject()
                json.member("id", link.entityID)
                json.member("to", link.other)
                json.member("rule", link.rule)
                json.member("reason", link.reason)
                json.key("support")
                json.double(link.support)
                EntityExplanation.write(link.shared, to: &json)
                json.endObject()
            }
            json.endArray()
        }
        if !candidates.isEmpty {
            json.key("candidates")
            json.beginArray()
            for candidate in candidates {
                json.beginObject()
                json.member("entity_id", candidate.entityID)
                json.key("score")
                json.score(candidate.score)
                json.member("reason", candidate.reason)
                EntityExplanation.write(candidate.shared, to: &json)
                json.endObject()
            }
            json.endArray()
        }
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private static func write(_ member: Member, to json: inout JSONWriter) {
        json.beginObject()
        json.member("id", member.entityID)
        json.member("docs", member.documents)
        json.member("mentions", member.mentions)
        json.key("lexicon")
        json.bool(member.isInLexicon)
        json.key("names")
        json.beginArray()
        for name in member.names {
            json.beginObject()
            json.member("lang", name.language.code)
            json.member("text", name.text)
            json.member("n", name.count)
            json.member("by", member.evidence(for: name.text))
            json.endObject()
        }
        json.endArray()
        json.member("only", member.only)
        json.endObject()
    }

    private static func write(_ shared: [Shared], to json: inout JSONWriter) {
        guard !shared.isEmpty else { return }
        json.key("shared")
        json.beginArray()
        for one in shared {
            json.beginObject()
            json.member("entity_id", one.entityID)
            json.member("docs", one.documents)
            json.endObject()
        }
        json.endArray()
    }
}
