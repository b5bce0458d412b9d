import Glibc

/// A folder of lexicon tables: `fr/`, `en/` and `shared/` with their `.tsv` files.
package struct LexiconFolder: Sendable {
    /// The folder.
    package let path: String

    /// Names a folder; nothing is read yet.
    package init(path: String) { self.path = path }

    /// Reads the bytes of all tables, in the order of their paths below the folder, which are also what is reported.
    package func files() throws(LexiconError) -> [TableFile] {
        var files: [TableFile] = []
        for folder in ["en", "fr", "shared"] {
            for name in try names(in: folder) {
                let table = "\(folder)/\(name)"
                files.append(TableFile(path: table, bytes: try LexiconFolder.read(path + "/" + table)))
            }
        }
        guard !files.isEmpty else { throw LexiconError(path: path, reason: "no table in fr/, en/ or shared/") }
        return files
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
