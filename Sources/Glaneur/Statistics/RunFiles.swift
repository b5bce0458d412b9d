import GlaneurReaders

#if canImport(Glibc)
    import Glibc
#endif

/// The files that a run has left, as far as they are there.
struct RunFiles: Sendable {
    /// The files of document lines.
    var documents: [String] = []
    /// The file of entities.
    var entities: String?
    /// The file of given-up documents.
    var errors: String?
    /// The run report.
    var report: String?

    /// Finds the files: those in the folder of a run, document lines with what lies beside them, or a run report alone.
    init(_ path: String) throws(InputError) {
        guard path != "-" else {
            documents = ["-"]
            return
        }
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw InputError(.missing, path: path, message: String(cString: strerror(errno)).lowercased())
        }
        if status.st_mode & S_IFMT == S_IFDIR {
            let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
            addFiles(named: folder + "/")
            // A run in which every document was given up may leave no lines.
            do throws(InputError) {
                documents = try LineFiles.find([path])
            } catch {
                guard report != nil || errors != nil else { throw error }
            }
        } else if path.hasSuffix(".json") {
            report = path
        } else {
            documents = [path]
            if let stem = RunFiles.stem(of: path) { addFiles(named: stem + ".") }
        }
    }

    private mutating func addFiles(named stem: String) {
        entities = RunFiles.existing(stem + "entities.jsonl")
        errors = RunFiles.existing(stem + "errors.jsonl")
        report = RunFiles.existing(stem + "run.json")
    }

    /// The path without the endings of lines and their compression; nothing where it has none of them.
    private static func stem(of path: String) -> String? {
        for ending in [".jsonl", ".jsonl.gz", ".jsonl.zst"] where path.hasSuffix(ending) {
            return String(path.dropLast(ending.count))
        }
        return nil
    }

    private static func existing(_ path: String) -> String? { access(path, R_OK) == 0 ? path : nil }
}
