package import GlaneurCore
import GlaneurCorpus
import GlaneurWriters

/// Looks for duplicates among document lines and writes them down, one line each.
///
/// Only titles and bodies count: what surrounds a story in two outlets differs, and what surrounds two stories in one does not.
package struct DuplicateSearch: ~Copyable {
    private var finder: DuplicateFinder

    /// Prepares a search with this much memory, in bytes.
    package init(memory: Int? = nil) throws {
        finder = try DuplicateFinder(memory: memory ?? DuplicateFinder.defaultMemory)
    }

    /// The file of duplicates beside a file of entities: `duplicates.jsonl` for `entities.jsonl`, `x.duplicates.jsonl` for
    /// `x.entities.jsonl`; nothing beside standard output.
    package static func path(besideEntities path: String) -> String? {
        guard path != "-" else { return nil }
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let folder = path.dropLast(name.count)
        if name == "entities.jsonl" { return folder + "duplicates.jsonl" }
        let stem = [".entities.jsonl", ".jsonl"].first { name.hasSuffix($0) }.map { name.dropLast($0.count) } ?? name
        return folder + stem + ".duplicates.jsonl"
    }

    /// Adds a document line; other lines are passed over.
    package mutating func add(_ line: JSONValue, in bytes: [UInt8]) throws {
        guard line["schema"]?.string(in: bytes) == "glaneur.doc/1", let id = line["id"]?.string(in: bytes),
            case .string(let string)? = line["text"]
        else { return }
        let text = string.decoded(from: bytes)
        try finder.add(id: id, text: text, spans: DuplicateSearch.ownSpans(of: line, in: bytes, text: text))
    }

    /// Writes the duplicates to a file, in the order of their ids; returns their number.
    package consuming func finish(to path: String) throws -> Int {
        var file = try OutputFile(path: path)
        var json = JSONWriter(capacity: 1 << 10)
        var count = 0
        try finder.finish { duplicate in
            DuplicateLineWriter().write(duplicate, to: &json)
            try file.write(json.bytes)
            json.removeAll()
            count += 1
        }
        try file.finish()
        return count
    }

    /// The bytes of the blocks that are no boilerplate; all of a text without blocks.
    private static func ownSpans(of line: JSONValue, in bytes: [UInt8], text: [UInt8]) -> [ByteSpan] {
        guard let blocks = line["blocks"], let starts = blocks["start"]?.elements, let ends = blocks["end"]?.elements,
            let classes = blocks["class"]?.elements, starts.count == classes.count, ends.count == classes.count
        else { return [ByteSpan(0, text.count)] }
        var counter = OffsetCounter(
            unit: OffsetUnit(rawValue: line["run"]?["offsets"]?.string(in: bytes) ?? "") ?? .codePoint, text: text)
        var spans: [ByteSpan] = []
        for index in classes.indices where classes[index].string(in: bytes) != Block.Class.boilerplate.rawValue {
            guard let start = starts[index].integer(in: bytes), let end = ends[index].integer(in: bytes),
                start <= end
            else { continue }
            let first = counter.byte(at: start)
            spans.append(ByteSpan(first, counter.byte(at: end)))
        }
        return spans
    }
}

/// Finds the bytes that rising offsets in a unit of the output stand for.
private struct OffsetCounter {
    let unit: OffsetUnit
    let text: [UInt8]
    private var byte = 0
    private var offset = 0

    init(unit: OffsetUnit, text: [UInt8]) {
        self.unit = unit
        self.text = text
    }

    /// The byte at an offset, no less than that of the offset asked for before.
    mutating func byte(at wanted: Int) -> Int {
        if unit == .utf8 { byte = min(max(byte, wanted), text.count) }
        while unit != .utf8, offset < wanted, byte < text.count {
            // A lead byte counts one, and in UTF-16 one of four bytes two.
            offset += unit == .utf16 && text[byte] >= 0xF0 ? 2 : 1
            byte += 1
            while byte < text.count, text[byte] & 0xC0 == 0x80 { byte += 1 }
        }
        return byte
    }
}
