package import GlaneurCorpus
package import GlaneurWriters

/// The file of the duplicates of a corpus.
package enum DuplicateFile {
    /// The file beside a file of entities: `duplicates.jsonl` for `entities.jsonl`, `x.duplicates.jsonl` for `x.entities.jsonl`;
    /// nothing beside standard output.
    package static func path(besideEntities path: String) -> String? {
        guard path != "-" else { return nil }
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let folder = path.dropLast(name.count)
        if name == "entities.jsonl" { return folder + "duplicates.jsonl" }
        let stem = [".entities.jsonl", ".jsonl"].first { name.hasSuffix($0) }.map { name.dropLast($0.count) } ?? name
        return folder + stem + ".duplicates.jsonl"
    }

    /// Writes what was found, in the order of the ids, one line a duplicate.
    package static func write(
        _ finder: consuming DuplicateFinder, to path: String, care: OutputFile.Care = .passing
    ) throws {
        var file = try OutputFile(path: path, care: care)
        var json = JSONWriter()
        try finder.finish { duplicate in
            DuplicateLineWriter().write(duplicate, to: &json)
            try file.write(json.bytes)
            json.removeAll()
        }
        try file.finish()
    }
}
