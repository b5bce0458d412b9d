package import GlaneurLexicon
import GlaneurWriters

extension FormKnowledge {
    /// The answer for programs: one line, `glaneur.who/1`.
    package var json: [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("schema", "glaneur.who/1")
        json.member("form", form)
        if !names.isEmpty {
            json.key("names")
            json.beginArray()
            for name in names { FormKnowledge.write(name, to: &json) }
            json.endArray()
        }
        if !words.isEmpty {
            json.key("words")
            json.beginArray()
            for word in words {
                json.beginObject()
                json.member("lang", word.language.code)
                json.member("class", word.wordClass.name)
                json.member("value", word.value)
                json.member("table", word.table)
                json.endObject()
            }
            json.endArray()
        }
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private static func write(_ name: Name, to json: inout JSONWriter) {
        json.beginObject()
        json.members(of: name.concept)
        let flags: [(StaticString, Bool)] = [
            ("weak", name.flags.contains(.weak)), ("strict", name.flags.contains(.strict)),
            ("mixed", name.flags.contains(.mixed)), ("pointed", name.flags.contains(.pointed)),
            ("admitted", name.isAdmitted),
        ]
        for (key, flag) in flags {
            json.key(key)
            json.bool(flag)
        }
        json.endObject()
    }
}
