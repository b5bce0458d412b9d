import Glibc

/// A folder of lexicon tables: `fr/`, `en/` and `shared/` with their `.tsv` files.
package struct LexiconFolder: Sendable {
    /// The folder.
    package let path: String

    /// Names a folder; nothing is read yet.
    package init(path: String) { self.path = path }

    /// Reads all tables, in the order of their paths below the folder.
    package func tables() throws(LexiconError) -> [(path: String, text: String)] {
        try LexiconFolder.decoded(files())
    }

    /// Reads the bytes of all tables, in the order of their paths below the folder.
    package func files() throws(LexiconError) -> [(path: String, bytes: [UInt8])] {
        var files: [(path: String, bytes: [UInt8])] = []
        for folder in ["en", "fr", "shared"] {
            for name in try names(in: folder) {
                let table = "\(folder)/\(name)"
                files.append((table, try LexiconFolder.read(path + "/" + table)))
            }
        }
        guard !files.isEmpty else { throw LexiconError(path: path, reason: "no table in fr/, en/ or shared/") }
        return files
    }

    private static func decoded(
        _ files: [(path: String, bytes: [UInt8])]
    ) throws(LexiconError) -> [(path: String, text: String)] {
        var tables: [(path: String, text: String)] = []
        for file in files {
            guard let text = String(validating: file.bytes, as: UTF8.self) else {
                throw LexiconError(path: file.path, reason: "not valid UTF-8")
            }
            tables.append((file.path, text))
        }
        return tables
    }

    /// Opens the compiled form of the tables: out of the user's cache, or compiled now and put there.
    ///
    /// The name of the cached file is a hash of the tables, so an edited table is always compiled anew. Where there is no
    /// cache to write to, the compiled form stays in memory.
    func open() throws(LexiconError) -> Lexicon {
        let files = try files()
        let cached = LexiconFolder.cachedFile(of: files)
        if let cached, access(cached, R_OK) == 0, let lexicon = try? Lexicon(compiledFile: cached) { return lexicon }
        let bytes = try LexiconCompiler.compile(LexiconFolder.decoded(files))
        if let cached, LexiconFolder.store(bytes, at: cached) { return try Lexicon(compiledFile: cached) }
        return try Lexicon(compiled: bytes, location: path)
    }

    /// Where the compiled form of these tables is kept for the user; nothing where the environment names no place.
    package static func cachedFile(of files: [(path: String, bytes: [UInt8])]) -> String? {
        cacheFolder.map { "\($0)/lexicon-\(fingerprint(of: files)).glex" }
    }

    private func names(in folder: String) throws(LexiconError) -> [String] {
        guard let directory = opendir(path + "/" + folder) else {
            if errno == ENOENT { return [] }
            throw LexiconError(path: path + "/" + folder, reason: String(cString: strerror(errno)))
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".tsv"), !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Reads a whole file.
    package static func read(_ path: String) throws(LexiconError) -> [UInt8] {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LexiconError(path: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        // The size is a hint: pipes and files of /proc tell none, and the file may grow. One byte more finds its end.
        let hint = fstat(descriptor, &status) == 0 ? Int(status.st_size) + 1 : 0
        var bytes = [UInt8](repeating: 0, count: max(hint, 4096))
        var filled = 0
        while true {
            if filled == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
            let count = bytes.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled)
            }
            guard count >= 0 else {
                if errno == EINTR { continue }
                throw LexiconError(path: path, reason: String(cString: strerror(errno)))
            }
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return bytes
    }

    private static func fingerprint(of files: [(path: String, bytes: [UInt8])]) -> String {
        // New word classes change the compiled form as well.
        var summary = Array(WordClass.names.joined(separator: "|").utf8)
        for file in files {
            let sum = file.bytes.withUnsafeBytes { Checksum.of($0) }
            summary += Array("\n\(file.path)\n\(String(sum, radix: 16))".utf8)
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

    /// Writes a file under another name and renames it, so that no other run ever sees half of it.
    package static func store(_ bytes: [UInt8], at path: String) -> Bool {
        var folder = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/").dropLast() {
            folder += "/" + part
            mkdir(folder, 0o755)
        }
        let draft = "\(path).\(getpid())"
        let descriptor = Glibc.open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return false }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            written += count
        }
        guard close(descriptor) == 0, written == bytes.count, rename(draft, path) == 0 else {
            unlink(draft)
            return false
        }
        return true
    }
}
