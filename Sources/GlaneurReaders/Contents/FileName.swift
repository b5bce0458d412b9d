/// What the name of a file tells.
enum FileName {
    /// What stands behind the last point, in lower case; empty where there is none.
    static func ending(of name: String) -> String {
        guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
        return name[name.utf8.index(after: point)...].lowercased()
    }

    /// The name without what a compressor added to it: `a.jsonl` for `a.jsonl.gz`, `a.tar` for `a.tgz`; nothing where it added nothing.
    static func decompressed(_ name: String) -> String? {
        let ending = ending(of: name)
        let stem = String(name.dropLast(ending.count + 1))
        guard !stem.isEmpty else { return nil }
        return switch ending {
        case "gz", "gzip", "z", "bz2", "bzip2", "xz", "zst", "zstd": stem
        case "tgz", "tbz", "tbz2", "txz", "tzst": stem + ".tar"
        default: nil
        }
    }

    /// Whether a file in a folder or archive is passed over: hidden ones, what Glaneur writes beside its documents, and single
    /// JSON values, which are data about articles and no articles; compressed or not.
    static func isPassedOver(_ name: String) -> Bool {
        if name.hasPrefix(".") { return true }
        let name = decompressed(name) ?? name
        if ["entities.jsonl", "errors.jsonl", "duplicates.jsonl"].contains(name) { return true }
        return [".entities.jsonl", ".errors.jsonl", ".json"].contains { name.hasSuffix($0) }
    }
}
