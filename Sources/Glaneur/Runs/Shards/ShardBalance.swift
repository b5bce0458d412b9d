import GlaneurCore
import GlaneurReaders
import GlaneurWriters

/// Makes sure that some outputs are all shards of one run, each once, and that no document is missing from them.
struct ShardBalance {
    /// The outputs in the order of their shards.
    let outputs: [ShardOutput]
    /// What all of them counted together.
    let statistics: RunStatistics

    /// Checks what the runs said of themselves; the files are not read yet.
    init(_ outputs: [ShardOutput]) throws {
        guard let first = outputs.first else { throw MergeRefusal("nothing to merge") }
        var shards: [(output: ShardOutput, shard: RunReport.Shard)] = []
        for output in outputs {
            guard let shard = output.record.shard else {
                throw MergeRefusal("\(output.path): no shard; it was annotated without --shard")
            }
            guard output.record.isComplete else { throw MergeRefusal("\(output.path): the run was stopped") }
            let counts = output.record.statistics
            guard counts.isBalanced else {
                throw MergeRefusal("\(output.path): \(counts.balance)")
            }
            try ShardBalance.compare(output, with: first)
            shards.append((output, shard))
        }
        let count = shards[0].shard.count
        for (output, shard) in shards where shard.count != count {
            throw MergeRefusal("\(output.path): one of \(shard.count) shards, \(first.path) one of \(count)")
        }
        shards.sort { $0.shard.index < $1.shard.index }
        for (one, next) in zip(shards, shards.dropFirst()) where one.shard.index == next.shard.index {
            throw MergeRefusal("shard \(one.shard.index) of \(count) twice: \(one.output.path), \(next.output.path)")
        }
        let missing = Set(0..<count).subtracting(shards.map(\.shard.index)).sorted()
        guard missing.isEmpty else {
            let shown = missing.prefix(20).map(String.init).joined(separator: ", ")
            throw MergeRefusal(
                "of \(count) shards \(missing.count) missing: \(shown)\(missing.count > 20 ? ", …" : "")")
        }
        var statistics = RunStatistics()
        for (output, _) in shards { statistics.merge(output.record.statistics) }
        for (output, shard) in shards {
            let seen = output.record.statistics.documentsIn + shard.elsewhere
            guard seen == statistics.documentsIn else {
                throw MergeRefusal(
                    "\(output.path): \(seen) documents in its whole input, \(statistics.documentsIn) in all shards; "
                        + "the shards did not read the same input")
            }
        }
        self.outputs = shards.map(\.output)
        self.statistics = statistics
    }

    /// Counts the lines of all files of an output; returns those of each part.
    func countLines(of output: ShardOutput) throws -> [Int] {
        let counts = try output.parts.map { try ShardBalance.lines(of: $0) }
        let lines = counts.reduce(0, +)
        let expected = output.record.statistics.documentsOut
        guard lines == expected else {
            throw MergeRefusal("\(output.path): \(lines) document lines, its run wrote \(expected)")
        }
        let errors = try output.errors.map { try ShardBalance.lines(of: $0) } ?? 0
        let quarantined = output.record.statistics.documentsQuarantined
        guard errors == quarantined else {
            throw MergeRefusal("\(output.path): \(errors) error lines, its run gave \(quarantined) documents up")
        }
        return counts
    }

    private static func compare(_ output: ShardOutput, with first: ShardOutput) throws {
        let (own, other) = (output.record, first.record)
        func differ(_ name: String, _ ours: String, _ theirs: String) -> MergeRefusal {
            MergeRefusal("\(output.path): \(name) is \(ours), that of \(first.path) is \(theirs)")
        }
        let identity = [
            ("tool", own.run.tool, other.run.tool), ("resources", own.run.resources, other.run.resources),
            ("icu", own.run.icu, other.run.icu),
        ]
        for (name, ours, theirs) in identity where ours != theirs { throw differ(name, ours, theirs) }
        for key in Set(own.configuration.keys).union(other.configuration.keys).sorted()
        where own.configuration[key] != other.configuration[key] {
            throw differ(key, own.configuration[key] ?? "not set", other.configuration[key] ?? "not set")
        }
        guard own.run.configuration == other.run.configuration else {
            throw differ("config", own.run.configuration, other.run.configuration)
        }
        guard own.resources == other.resources else {
            throw MergeRefusal("\(output.path): the lexicons are not those of \(first.path)")
        }
    }

    private static func lines(of path: String) throws -> Int {
        let reader = try LineReader(path: path)
        var count = 0
        while try reader.next() != nil { count += 1 }
        return count
    }
}

extension RunStatistics {
    /// The counts that do not balance, in words.
    fileprivate var balance: String {
        "\(documentsIn) documents in, but \(documentsOut) out and \(documentsQuarantined) quarantined"
    }
}
