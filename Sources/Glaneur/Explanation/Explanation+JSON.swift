import GlaneurCore
import GlaneurWriters

extension Explanation {
    /// The explanation for programs: one line, `glaneur.explain/1`, keys and units as in document lines.
    package var json: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("schema", "glaneur.explain/1")
        json.member("id", document)
        json.member("path", provenance.path)
        json.member("member", provenance.member)
        json.member("offsets", unit.rawValue)
        json.member("at", offset)
        object("character", character, to: &json) { _ in }
        if let token {
            object("token", token.place, to: &json) { json in
                json.member("kind", "\(token.kind)")
                json.member("forms", token.forms)
                json.member("classes", token.classes)
            }
        }
        if let sentence {
            object("sentence", sentence.place, to: &json) { $0.member("lang", sentence.language.code) }
        }
        if let block {
            object("block", block.place, to: &json) { json in
                json.member("class", block.block.blockClass.rawValue)
                json.member("kind", block.block.kind.rawValue)
                json.member("lang", block.block.language.code)
            }
        }
        if let mention {
            object("mention", mention.place, to: &json) { json in
                Explanation.write(mention.mention, numberEnd: numberEnd, to: &json)
                if let promotion { write(promotion, to: &json) }
            }
        }
        writeForms(to: &json)
        writeReason(to: &json)
        writeCandidates(to: &json)
        writeRelations(to: &json)
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private func writeReason(to json: inout JSONWriter) {
        guard let reason else { return }
        json.key("model")
        json.beginObject()
        json.member("tag", reason.tag)
        json.key("score")
        json.double(reason.score)
        json.key("support")
        json.double(reason.support)
        json.key("features")
        json.beginArray()
        for part in reason.parts {
            json.beginObject()
            json.member("name", part.feature)
            json.key("weight")
            json.double(part.weight)
            json.endObject()
        }
        json.endArray()
        json.endObject()
    }

    func object(
        _ key: StaticString, _ place: Place, to json: inout JSONWriter, _ body: (inout JSONWriter) -> Void
    ) {
        json.key(key)
        json.beginObject()
        Explanation.write(place, to: &json)
        body(&json)
        json.endObject()
    }

    static func write(_ place: Place, to json: inout JSONWriter) {
        json.member("start", place.start)
        json.member("end", place.end)
        json.member("text", place.text)
        json.member("raw_start", place.raw.start)
        json.member("raw_end", place.raw.end)
    }

    private static func write(_ mention: Mention, numberEnd: Int?, to json: inout JSONWriter) {
        json.member("label", mention.label.rawValue)
        json.member("norm", mention.norm)
        json.value(mention.value) { numberEnd ?? $0 }
        json.member("entity_id", mention.entityID)
        json.member("by", mention.maker)
        if let score = mention.score, score.isFinite {
            json.key("score")
            json.score(score)
        }
    }

    private func write(_ promotion: Promotion, to json: inout JSONWriter) {
        json.key("was")
        json.beginObject()
        Explanation.write(promotion.candidate, numberEnd: numberEnd, to: &json)
        json.endObject()
        if let license = promotion.license { object("full_name", license, to: &json) { _ in } }
    }

    private func writeForms(to json: inout JSONWriter) {
        guard !forms.isEmpty else { return }
        json.key("lexicon")
        json.beginArray()
        for form in forms {
            json.beginObject()
            Explanation.write(form.place, to: &json)
            json.key("senses")
            json.beginArray()
            for sense in form.senses {
                json.beginObject()
                json.members(of: sense.concept)
                json.key("weak")
                json.bool(sense.isWeak)
                json.key("strict")
                json.bool(sense.isStrict)
                json.key("admitted")
                json.bool(sense.isAdmitted)
                json.endObject()
            }
            json.endArray()
            json.endObject()
        }
        json.endArray()
    }

    private func writeCandidates(to json: inout JSONWriter) {
        guard !candidates.isEmpty else { return }
        json.key("candidates")
        json.beginArray()
        for fact in candidates {
            json.beginObject()
            Explanation.write(fact.place, to: &json)
            json.member("label", fact.candidate.label.rawValue)
            json.member("norm", fact.candidate.norm)
            json.member("entity_id", fact.candidate.entityID)
            json.member("by", fact.candidate.maker)
            if let score = fact.candidate.score, score.isFinite {
                json.key("score")
                json.score(score)
            }
            switch fact.fate {
            case .stands: json.member("fate", "stands")
            case .promoted: json.member("fate", "promoted")
            case .unknown: break
            case .lost(let rule, let winner):
                json.member("fate", "lost")
                json.member("rule", rule)
                object("winner", winner, to: &json) { _ in }
            }
            json.endObject()
        }
        json.endArray()
    }
}
