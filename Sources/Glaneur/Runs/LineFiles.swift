package import GlaneurReaders
import GlaneurWriters

#if canImport(Glibc)
    import Glibc
#endif

/// The files of document lines that paths on a command line stand for.
package enum LineFiles {
    /// Returns the files: a folder stands for the parts of the run in it, in the order of their numbers.
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

    /// The complete parts of the run in a folder.
    ///
    /// - Throws: where there are two files of one part, as two runs leave them that compressed differently: the lines would count
    ///   twice.
    package static func parts(of folder: String) throws(InputError) -> [String] {
        guard access(folder, R_OK | X_OK) == 0 else {
            throw InputError(.missing, path: folder, message: String(cString: strerror(errno)).lowercased())
        }
        let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        var parts: [(stem: Substring, name: String)] = []
        for name in FolderNames.of(folder) where name.hasPrefix("part-") {
            let ending = OutputCompression.allCases.map { ".jsonl" + $0.suffix }.first { name.hasSuffix($0) }
            if let ending { parts.append((name.dropLast(ending.count), name)) }
        }
        // A number with more digits comes later.
        parts.sort {
            $0.stem.utf8.count == $1.stem.utf8.count
                ? $0.stem.utf8.lexicographicallyPrecedes($1.stem.utf8) : $0.stem.utf8.count < $1.stem.utf8.count
        }
        for (first, second) in zip(parts, parts.dropFirst()) where first.stem == second.stem {
            throw InputError(
                .usage, path: folder, message: "\(first.name) and \(second.name) are one part; remove one of them")
        }
        return parts.map { "\(base)/\($0.name)" }
    }
}
