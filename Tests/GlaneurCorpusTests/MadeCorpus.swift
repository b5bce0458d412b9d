import GlaneurCore
import GlaneurLexicon

@testable import GlaneurCorpus

/// Document lines written in short: `per/elon-musk *org/tesla org/fmi=FMI:alias $5000000`.
///
/// `*` in front says that a row of the lexicons made the mention, `=` gives the form with `_` for spaces, `:alias` and `:stated`
/// say that the document uses the form for an entity called otherwise, `$` stands before a sum.
enum MadeCorpus {
    /// The line of a document.
    static func line(_ document: String, id: String, language: String = "fr", text: String = "") -> [UInt8] {
        let ents = document.split(separator: " ").enumerated().map { index, item in
            let head = #"{"id":\#(index),"start":0,"end":0,"#
            let tail = #","raw_start":0,"raw_end":0}"#
            if item.hasPrefix("$") {
                let sum = item.dropFirst()
                return head + #""label":"MONEY","text":"$\#(sum)","norm":"USD \#(sum)","by":"rule:money""# + tail
            }
            let isKnown = item.hasPrefix("*")
            let parts = (isKnown ? item.dropFirst() : item).split(separator: ":")
            let pair = parts[0].split(separator: "=")
            let slug = NameSlug(entityID: String(pair[0]))
            let form =
                pair.count > 1
                ? String(pair[1]) : slug.words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: "_")
            let maker =
                isKnown
                ? "lexicon:test"
                : parts.count == 1 ? "model:names" : parts[1] == "stated" ? "rule:alias.stated" : "rule:alias"
            let written = form.map { $0 == "_" ? " " : String($0) }.joined()
            return head
                + #""label":"\#(slug.label?.rawValue ?? "MISC")","text":"\#(written)","entity_id":"\#(pair[0])","by":"\#(maker)""#
                + tail
        }
        let filled = ents.isEmpty ? "" : #""ents":[\#(ents.joined(separator: ","))],"#
        return Array(
            #"{"schema":"glaneur.doc/1","id":"\#(id)","lang":"\#(language)","text":"\#(text)",\#(filled)"run":{"offsets":"codepoint"}}"#
                .utf8)
    }

    /// The lines of documents, French and English in turn.
    static func lines(_ documents: [String]) -> [[UInt8]] {
        documents.enumerated().map { line($1, id: "made/\($0).txt", language: $0 % 2 == 0 ? "fr" : "en") }
    }

    /// What lexicons would know in these tests.
    static var knowledge: CorpusKnowledge {
        var knowledge = CorpusKnowledge()
        knowledge.isWord = { ["smith", "rose", "colossus", "tribune", "orange"].contains($0.lowercased()) }
        knowledge.isGivenName = {
            ["david", "martin", "john", "maria", "lee", "harvey", "jean"].contains($0.lowercased())
        }
        knowledge.mayBeOneGivenName = { $0 == $1 || Set([$0, $1]) == ["bill", "william"] }
        knowledge.isParticle = { ["van", "der", "de", "le", "von"].contains($0) }
        knowledge.isCommonFamilyName = { ["johnson", "dupont"].contains($0.lowercased()) }
        knowledge.isLegalForm = { ["sa", "inc", "sas", "plc"].contains($0) }
        knowledge.concepts = { word in
            ["washington": ["per/george-washington", "loc/washington-dc"], "orange": ["org/orange", "loc/orange"]][
                word.lowercased()] ?? []
        }
        knowledge.translationKey = { name, _ in
            [
                "Ministere De La Justice": 1, "Ministry Of Justice": 1, "Justice Ministry": 1, "Agence Verte": 2,
                "Green Agency": 2,
                "Green Office": 2,
            ][name]
        }
        return knowledge
    }

    /// Unifies lines.
    static func unify(
        _ lines: [[UInt8]], knowledge: CorpusKnowledge = MadeCorpus.knowledge, memory: Int = 1 << 22
    ) throws -> [EntityRecord] {
        var collector = EntityCollector(knowledge: knowledge, memory: memory)
        for line in lines {
            if let document = try DocumentLine(line, in: line.indices) { try collector.add(document, in: line) }
        }
        var records: [EntityRecord] = []
        let unification = try Unification(collector)
        try unification.forEach { records.append($0) }
        return records
    }

    /// The ids of the entities of documents, those that are one joined by `=`, the naming one first.
    static func joined(_ documents: [String]) throws -> [String] {
        try unify(lines(documents)).map { ([$0.entityID] + $0.sameAs).joined(separator: "=") }
    }
}
