package import GlaneurReaders
package import GlaneurWriters

#if canImport(Glibc)
    import Glibc
#endif

/// Where the files of a run go.
package struct OutputPlan: Sendable, Equatable {
    /// The file of document lines; `-` for standard output; the first part where they go to a folder.
    package let documents: String
    /// The folder that parts go to; nothing where there is one file.
    package let folder: String?
    /// How sure it must be that a file is on the disk: in a folder, runs go on after a power cut.
    var care: OutputFile.Care { folder == nil ? .passing : .durable }
    /// How the lines are laid down in parts; a file and standard output have the compression alone.
    package let layout: PartSeries.Layout
    /// The file of entity lines; nothing where no corpus step runs.
    package let entities: String?
    /// The file of duplicate documents; nothing where no corpus step runs.
    package var duplicates: String? { entities.flatMap { DuplicateFile.path(besideEntities: $0) } }
    /// The file of given-up documents; nothing where they are told on standard error.
    package let errors: String?
    /// The run report; nothing where none is written.
    package let report: String?

    /// Plans the files for `-o`: `-`, a file whose name has an ending, or a folder that is made when it is missing.
    ///
    /// - Parameters:
    ///   - report: where the report goes, if not beside the documents.
    ///   - layout: how the lines are laid down; a file is compressed as its name says: `out.jsonl.gz`.
    package init(
        output: String, report: String? = nil, layout: PartSeries.Layout = PartSeries.Layout()
    ) throws(OutputFailure) {
        if output == "-" {
            documents = "-"
            folder = nil
            self.layout = layout
            entities = nil
            errors = nil
            self.report = report
            return
        }
        var status = stat()
        let exists = stat(output, &status) == 0
        let isFolder = exists && status.st_mode & S_IFMT == S_IFDIR
        let name = output.split(separator: "/").last ?? ""
        if isFolder || !exists && !name.dropFirst().contains(".") || output.hasSuffix("/") {
            try OutputPlan.makeFolder(output)
            let folder = output.hasSuffix("/") ? String(output.dropLast()) : output
            documents = folder + "/part-00000.jsonl" + layout.compression.suffix
            self.folder = folder
            self.layout = layout
            entities = folder + "/entities.jsonl"
            errors = folder + "/errors.jsonl"
            self.report = report ?? folder + "/run.json"
        } else {
            let compression = OutputCompression(of: output)
            let name = output.dropLast(compression.suffix.count)
            let stem = String(name.hasSuffix(".jsonl") ? name.dropLast(6) : name)
            // Beside a device or a pipe there is no place for further files.
            let isRegular = !exists || status.st_mode & S_IFMT == S_IFREG
            documents = output
            folder = nil
            self.layout = PartSeries.Layout(compression: compression)
            entities = isRegular ? stem + ".entities.jsonl" : nil
            errors = isRegular ? stem + ".errors.jsonl" : nil
            self.report = report ?? (isRegular ? stem + ".run.json" : nil)
        }
    }

    /// The files of document lines, after a run.
    package func documentFiles() throws(InputError) -> [String] {
        guard let folder else { return [documents] }
        return try LineFiles.parts(of: folder)
    }

    /// Removes what an earlier run left under these names and this one may not write.
    package func removeLeftovers(keepingEntities: Bool, keepingDuplicates: Bool) {
        if let errors { unlink(errors) }
        if let entities, !keepingEntities { unlink(entities) }
        if let duplicates, !keepingDuplicates { unlink(duplicates) }
        guard let folder else { return }
        for path in [errors, entities, duplicates, report] {
            if let path { unlink(path + OutputFile.partialSuffix) }
        }
        // More parts than this run will write, or compressed in another way, would be taken for its own.
        for name in PartSeries.names(in: folder) { unlink(folder + "/" + name.name) }
    }

    private static func makeFolder(_ path: String) throws(OutputFailure) {
        var folder = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            folder += "/" + part
            guard mkdir(folder, 0o755) != 0, errno != EEXIST else { continue }
            throw .cannotWrite(path: path, reason: String(cString: strerror(errno)).lowercased())
        }
    }
}
