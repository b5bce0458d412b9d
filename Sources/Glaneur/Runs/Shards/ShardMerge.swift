package import GlaneurCorpus
import GlaneurReaders
import GlaneurWriters

#if canImport(Glibc)
    import Glibc
#endif

/// Joins the outputs of all shards of a run into one folder that looks like the output of a run over everything: what
/// `glaneur merge` does.
///
/// The lines stand in the order of the shards, each as its run wrote it; as a set they are those of a run over everything.
package struct ShardMerge: Sendable {
    /// What came of a merge.
    package struct Outcome: Sendable, Equatable {
        /// The document lines.
        package let documents: Int
        /// The documents given up.
        package let quarantined: Int
        /// The parts.
        package let parts: Int
        /// The entities; nothing where the corpus step did not run.
        package let entities: Int?
    }

    private let balance: ShardBalance
    private let folder: String

    /// Checks that the outputs are all shards of one run, each once, and that the folder holds no output yet.
    package init(_ outputs: [ShardOutput], to output: String) throws {
        balance = try ShardBalance(outputs)
        folder = output.hasSuffix("/") && output.count > 1 ? String(output.dropLast()) : output
        if let name = FolderNames.of(folder).first(where: { $0.hasPrefix("part-") || $0 == "run.json" }) {
            throw InputError(.usage, path: folder, message: "\(name) is there already; merge into a new folder")
        }
    }

    /// The SHA-256 of the lexicons that all shards were annotated with.
    package var lexiconDigest: String? {
        balance.outputs.first?.record.resources.first { $0.name == "lexicon" }?.sha256
    }

    /// Checks the files, unifies their lines and writes the folder; the report comes last.
    ///
    /// - Parameters:
    ///   - knowledge: what the corpus step knows; nothing to leave it out.
    ///   - memory: the bytes it takes before temporary files are used.
    ///   - findsDuplicates: whether it looks for duplicate documents too.
    package func run(knowledge: CorpusKnowledge?, memory: Int, findsDuplicates: Bool) throws -> Outcome {
        var parts: [String] = []
        for output in balance.outputs {
            for (part, lines) in zip(output.parts, try balance.countLines(of: output)) where lines > 0 {
                parts.append(part)
            }
        }
        let plan = try OutputPlan(output: folder + "/")
        var entities: Int?
        if let knowledge, let path = plan.entities {
            entities = try CorpusUnification(
                files: parts, knowledge: knowledge, memory: memory, duplicates: findsDuplicates ? plan.duplicates : nil
            ).write(to: path)
        }
        try place(parts)
        if let errors = plan.errors { try joinErrors(into: errors) }
        if let report = plan.report { try writeReport(to: report) }
        return Outcome(
            documents: balance.statistics.documentsOut, quarantined: balance.statistics.documentsQuarantined,
            parts: parts.count, entities: entities)
    }

    /// Gives each part a name in the folder: the file itself where a link can be made, a copy elsewhere.
    private func place(_ parts: [String]) throws {
        for (number, part) in parts.enumerated() {
            let name = part.split(separator: "/").last ?? ""
            let ending = [".jsonl", ".jsonl.gz", ".jsonl.zst"].first { name.hasSuffix($0) } ?? ".jsonl"
            let digits = String(number)
            let zeros = String(repeating: "0", count: max(0, 5 - digits.count))
            let target = "\(folder)/part-\(zeros)\(digits)\(ending)"
            if link(part, target) != 0 { try ShardMerge.copy(part, to: target) }
        }
        guard parts.isEmpty else { return }
        let empty = try OutputFile(path: folder + "/part-00000.jsonl")
        try empty.finish()
    }

    private func joinErrors(into path: String) throws {
        let files = balance.outputs.filter { $0.record.statistics.documentsQuarantined > 0 }.compactMap(\.errors)
        guard !files.isEmpty else { return }
        var target = try OutputFile(path: path)
        for file in files {
            let reader = try LineReader(path: file)
            while let line = try reader.next() { try target.write(reader.buffer[line.range] + [UInt8(ascii: "\n")]) }
        }
        try target.finish()
    }

    private func writeReport(to path: String) throws {
        guard let first = balance.outputs.first?.record else { return }
        let report = try RunReport(
            run: first.run, configuration: first.configuration.map { ($0.key, $0.value) }, resources: first.resources,
            statistics: balance.statistics, merged: balance.outputs.map(\.record))
        try report.write(to: path)
    }

    /// Copies a file byte for byte.
    private static func copy(_ source: String, to target: String) throws {
        let descriptor = open(source, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw InputError(.missing, path: source, message: String(cString: strerror(errno)).lowercased())
        }
        defer { close(descriptor) }
        var file = try OutputFile(path: target)
        var count = 1
        while count > 0 {
            let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, initialized in
                count = read(descriptor, buffer.baseAddress, 1 << 20)
                initialized = max(0, count)
            }
            guard count >= 0 else {
                throw InputError(.missing, path: source, message: String(cString: strerror(errno)).lowercased())
            }
            try file.write(bytes)
        }
        try file.finish()
    }
}
