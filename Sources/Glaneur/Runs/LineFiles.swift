package import GlaneurReaders

#if canImport(Glibc)
    import Glibc
#endif

/// The files of document lines that paths on a command line stand for.
package enum LineFiles {
    /// Returns the files: a folder stands for the parts of the run in it, in the order of their names.
    package static func find(_ paths: [String]) throws(InputError) -> [String] {
        var files: [String] = []
        for path in paths {
            var status = stat()
            guard path != "-" else {
                files.append(path)
                continue
            }
            guard stat(path, &status) == 0 else {
                throw InputError(.missing, path: path, message: String(cString: strerror(errno)).lowercased())
            }
            guard status.st_mode & S_IFMT == S_IFDIR else {
                files.append(path)
                continue
            }
            let parts = try parts(of: path)
            guard !parts.isEmpty else {
                throw InputError(.missing, path: path, message: "no document lines (part-*.jsonl) in this folder")
            }
            files += parts
        }
        return files
    }

    private static func parts(of folder: String) throws(InputError) -> [String] {
        guard let handle = opendir(folder) else {
            throw InputError(.missing, path: folder, message: String(cString: strerror(errno)).lowercased())
        }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix("part-"), name.hasSuffix(".jsonl") { names.append(name) }
        }
        let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { "\(base)/\($0)" }
    }
}
