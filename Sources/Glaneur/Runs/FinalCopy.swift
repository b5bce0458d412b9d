package import GlaneurCorpus
import GlaneurReaders
import GlaneurWriters

#if canImport(Glibc)
    import Glibc
#endif

/// Copies document lines with the final ids of their entities: what `glaneur unify --apply` does.
package struct FinalCopy: Sendable {
    private let files: [String]
    /// Where the copy of each file goes.
    private let targets: [String]

    /// Plans the copies: to one file, or to a folder under the names of the files; a folder that is missing is made.
    package init(of files: [String], to output: String) throws {
        guard !files.contains("-") else {
            throw InputError(.usage, path: "-", message: "--apply reads the lines twice, which a stream does not allow")
        }
        self.files = files
        var status = stat()
        let exists = stat(output, &status) == 0
        let isFolder = exists ? status.st_mode & S_IFMT == S_IFDIR : !output.hasSuffix(".jsonl")
        guard isFolder else {
            guard files.count == 1 else {
                throw InputError(.usage, path: output, message: "--apply takes a folder for \(files.count) files")
            }
            targets = [output]
            try refuseOverwriting()
            return
        }
        if !exists, mkdir(output, 0o755) != 0 {
            throw OutputFailure.cannotWrite(path: output, reason: String(cString: strerror(errno)).lowercased())
        }
        let folder = output.hasSuffix("/") ? String(output.dropLast()) : output
        targets = files.map { "\(folder)/\($0.split(separator: "/").last ?? "part.jsonl")" }
        guard Set(targets).count == targets.count else {
            throw InputError(.usage, path: output, message: "two files of one name would go to this folder")
        }
        try refuseOverwriting()
    }

    /// Writes the copies.
    package func write(_ ids: FinalIDs) throws {
        let rewriter = LineRewriter(ids)
        for (source, target) in zip(files, targets) {
            var file = try OutputFile(path: target, compression: OutputCompression(of: target))
            var line: [UInt8] = []
            try CorpusUnification.forEachLine(of: source) { document, bytes, range in
                line.removeAll(keepingCapacity: true)
                rewriter.write(document, in: bytes, range: range, to: &line)
                line.append(UInt8(ascii: "\n"))
                try file.write(line)
            }
            try file.finish()
        }
    }

    /// The lines keep the ids they were given; the copy is another file.
    private func refuseOverwriting() throws {
        for (source, target) in zip(files, targets) {
            var from = stat()
            var onto = stat()
            guard stat(source, &from) == 0, stat(target, &onto) == 0 else { continue }
            if from.st_dev == onto.st_dev, from.st_ino == onto.st_ino {
                throw InputError(.usage, path: target, message: "--apply does not write over the lines it reads")
            }
        }
    }
}
