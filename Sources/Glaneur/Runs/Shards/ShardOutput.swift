import GlaneurCore
import GlaneurReaders
package import GlaneurWriters

#if canImport(Glibc)
    import Glibc
#endif

/// What the run over one shard left behind.
package struct ShardOutput: Sendable {
    /// The path it was given as.
    package let path: String
    /// The files of document lines, in their order.
    package let parts: [String]
    /// The file of given-up documents; nothing where there is none.
    package let errors: String?
    /// What the run said of itself.
    package let record: RunRecord

    /// Reads what lies in the folder of a run, or beside a file of document lines.
    package init(_ path: String) throws {
        let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
        let isFolder = ShardOutput.isFolder(path)
        let stem = path.hasSuffix(".jsonl") ? String(path.dropLast(6)) : path
        self.path = folder
        let report = isFolder ? folder + "/run.json" : stem + ".run.json"
        let errors = isFolder ? folder + "/errors.jsonl" : stem + ".errors.jsonl"
        self.errors = access(errors, F_OK) == 0 ? errors : nil
        record = try RunRecord(path: report)
        // A folder whose documents were all given up need not have parts.
        parts = isFolder && record.statistics.documentsOut == 0 ? [] : try LineFiles.find([path])
    }

    /// Finds the outputs that some paths stand for: a folder without a report stands for the folders of runs in it.
    package static func find(_ paths: [String]) throws -> [ShardOutput] {
        var outputs: [ShardOutput] = []
        for path in paths {
            guard isFolder(path), access(path + "/run.json", F_OK) != 0 else {
                outputs.append(try ShardOutput(path))
                continue
            }
            let inner = FolderNames.of(path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
                .map { (path.hasSuffix("/") ? path : path + "/") + $0 }
                .filter { access($0 + "/run.json", F_OK) == 0 }
            guard !inner.isEmpty else {
                throw InputError(
                    .missing, path: path, message: "neither a run.json nor folders with one; was the run stopped?")
            }
            for folder in inner { outputs.append(try ShardOutput(folder)) }
        }
        return outputs
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}

/// Why outputs are not merged, in one line.
package struct MergeRefusal: Error, Sendable, Equatable, CustomStringConvertible {
    /// What was met and what was expected.
    package let description: String

    init(_ description: String) { self.description = description }
}
