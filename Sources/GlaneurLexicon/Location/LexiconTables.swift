import Glibc

/// The tables of some lexicons, read but not yet looked at.
package struct LexiconTables: Sendable {
    /// Where they came from, as it is reported.
    package let location: String
    /// The tables.
    package let files: [TableFile]

    /// Names tables as one lexicon.
    package init(location: String, files: [TableFile]) {
        self.location = location
        self.files = files
    }

    /// Opens the compiled form of the tables: out of the user's cache, or compiled now and put there.
    ///
    /// The name of the cached file is a hash of the tables, so an edited table is always compiled anew. Where there is no
    /// cache to write to, the compiled form stays in memory.
    package func open() throws(LexiconError) -> Lexicon {
        let cached = cachedFile
        if let cached, access(cached, R_OK) == 0, let lexicon = try? Lexicon(compiledFile: cached) { return lexicon }
        let bytes = try LexiconCompiler.compile(files)
        if let cached, LexiconFolder.store(bytes, at: cached) { return try Lexicon(compiledFile: cached) }
        return try Lexicon(compiled: bytes, location: location)
    }

    /// Where the compiled form of these tables is kept for the user; nothing where the environment names no place.
    package var cachedFile: String? {
        LexiconTables.cacheFolder.map { "\($0)/lexicon-\(fingerprint).glex" }
    }

    private var fingerprint: String {
        // New word classes change the compiled form as well.
        var summary = Array(WordClass.names.joined(separator: "|").utf8)
        for file in files {
            let sum = file.bytes.withUnsafeBytes { Checksum.of($0) }
            summary += Array("\n\(file.key)\n\(String(sum, radix: 16))".utf8)
        }
        let sum = summary.withUnsafeBytes { Checksum.of($0) }
        return "\(LexiconImage.version)-" + String(sum, radix: 16)
    }

    private static var cacheFolder: String? {
        func variable(_ name: String) -> String? {
            guard let value = getenv(name), value.pointee != 0 else { return nil }
            return String(cString: value)
        }
        return variable("XDG_CACHE_HOME").map { $0 + "/glaneur" } ?? variable("HOME").map { $0 + "/.cache/glaneur" }
    }
}
