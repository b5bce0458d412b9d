import GlaneurCore
import GlaneurReaders
import GlaneurResolution
import GlaneurWriters

/// Reads document lines and writes the entities of their corpus: what `glaneur unify` does.
///
/// It knows nothing but the lines, so that the lines of many machines can be unified together.
package enum CorpusUnification {
    /// Reads the document lines of some files and writes one line an entity; returns the number of entities.
    package static func run(lines paths: [String], to output: String) throws -> Int {
        var collector = EntityCollector()
        for path in paths {
            let reader = try LineReader(path: path)
            while let line = try reader.next() {
                let bytes = Array(reader.buffer[line.range])
                let value = try parse(bytes, path: path, line: line.number)
                collect(value, from: bytes, into: &collector)
            }
        }
        var unifier = EntityUnifier(collector)
        let entities = unifier.unified()
        var json = JSONWriter(capacity: 1 << 16)
        var file = output == "-" ? OutputFile.standardOutput() : try OutputFile(path: output)
        for entity in entities {
            EntityLineWriter().write(entity, to: &json)
            try file.write(json.bytes)
            json.removeAll()
        }
        try file.finish()
        return entities.count
    }

    private static func parse(_ bytes: [UInt8], path: String, line: Int) throws(StageFailure) -> JSONValue {
        do {
            return try JSONParser.parse(bytes)
        } catch {
            throw StageFailure(.malformed, stage: .unify, document: nil, message: "\(path):\(line): \(error)")
        }
    }

    private static func collect(_ value: JSONValue, from bytes: [UInt8], into collector: inout EntityCollector) {
        guard value["schema"]?.string(in: bytes) == "glaneur.doc/1" else { return }
        let rows = (value["ents"]?.elements ?? []).compactMap { ent -> EntityCollector.Row? in
            guard let id = ent["entity_id"]?.string(in: bytes), let text = ent["text"]?.string(in: bytes),
                let label = label(ofEntity: id)
            else { return nil }
            return EntityCollector.Row(
                entityID: id, label: label, text: text, maker: ent["by"]?.string(in: bytes) ?? "")
        }
        collector.add(rows, language: Language(code: value["lang"]?.string(in: bytes) ?? "und"))
    }

    /// The label that the first part of an id stands for, whatever label names the line was written with.
    private static func label(ofEntity id: String) -> Label? {
        let prefix = id.prefix { $0 != "/" }
        return Label.allCases.first { $0.isName && $0.entityPrefix == prefix }
    }
}
