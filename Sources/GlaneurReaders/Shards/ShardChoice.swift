/// How somebody chose a shard: by its number, or by what a scheduler says of the job.
public enum ShardChoice: Sendable, Equatable {
    /// A shard by its number: `2/8`.
    case numbered(Shard)
    /// The shard that the environment names, `auto`, and how many there are where that was said: `auto/8`.
    case automatic(count: Int?)

    /// Why there is no such shard, in one line.
    public struct Refusal: Error, Sendable, Equatable, CustomStringConvertible {
        /// What was met and what was expected.
        public let description: String

        init(_ description: String) { self.description = description }
    }

    /// Reads `i/n`, `auto` or `auto/n`.
    public init(_ argument: String) throws(Refusal) {
        let sides = argument.split(separator: "/", omittingEmptySubsequences: false)
        let count = sides.count == 2 ? ShardChoice.number(sides[1]) : nil
        if sides[0] == "auto", sides.count == 1 || count != nil {
            if let count { try ShardChoice.check(count) }
            self = .automatic(count: count)
        } else if let count, let index = ShardChoice.number(sides[0]) {
            self = .numbered(try ShardChoice.shard(index, of: count))
        } else {
            throw Refusal("expected i/n such as 0/4, auto or auto/n, not '\(argument)'")
        }
    }

    /// Returns the shard.
    ///
    /// - Parameter environment: looks up a variable of the environment.
    public func shard(environment: (String) -> String?) throws(Refusal) -> Shard {
        switch self {
        case .numbered(let shard): return shard
        case .automatic(let count):
            let found = Scheduler.all.filter { environment($0.index) != nil }
            guard let scheduler = found.first else {
                let names = Scheduler.all.map(\.index).joined(separator: ", ")
                throw Refusal("auto looks for one of \(names), and none is set; say i/n")
            }
            guard found.count == 1 else {
                throw Refusal("\(found.map(\.index).joined(separator: " and ")) are set; say i/n")
            }
            return try scheduler.shard(of: count, environment: environment)
        }
    }

    fileprivate static func check(_ count: Int) throws(Refusal) {
        guard 1...Shard.countLimit ~= count else {
            throw Refusal("expected 1 to \(Shard.countLimit) shards, not \(count)")
        }
    }

    fileprivate static func shard(_ index: Int, of count: Int) throws(Refusal) -> Shard {
        try check(count)
        guard let shard = Shard(index, of: count) else {
            throw Refusal("there is no shard \(index) of \(count); they are 0/\(count) to \(count - 1)/\(count)")
        }
        return shard
    }

    /// A number in digits alone.
    fileprivate static func number(_ text: some StringProtocol) -> Int? {
        text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ? Int(text) : nil
    }
}

/// What a scheduler calls the number of a job, and how many there are.
private struct Scheduler: Sendable {
    let index: String
    let count: String
    /// The number of the first job, and what lies between two of them.
    var first: String?
    var step: String?
    var last: String?

    static let all = [
        Scheduler(
            index: "SLURM_ARRAY_TASK_ID", count: "SLURM_ARRAY_TASK_COUNT", first: "SLURM_ARRAY_TASK_MIN",
            step: "SLURM_ARRAY_TASK_STEP", last: "SLURM_ARRAY_TASK_MAX"),
        // Kubernetes does not say how many there are; the manifest has to.
        Scheduler(index: "JOB_COMPLETION_INDEX", count: "JOB_COMPLETIONS"),
        Scheduler(index: "AWS_BATCH_JOB_ARRAY_INDEX", count: "AWS_BATCH_JOB_ARRAY_SIZE"),
    ]

    /// The shard that the environment names; a count that was given holds against it, with jobs numbered from 0, so that
    /// some jobs of an array can be run again by themselves.
    func shard(
        of given: Int?, environment: (String) -> String?
    ) throws(ShardChoice.Refusal) -> Shard {
        guard let number = try value(of: index, environment) else { throw ShardChoice.Refusal("\(index) is not set") }
        if let given { return try named { () throws(ShardChoice.Refusal) in try ShardChoice.shard(number, of: given) } }
        guard let count = try value(of: count, environment) else {
            throw ShardChoice.Refusal("\(index) is \(number), but \(count) is not set; set it, or say auto/n")
        }
        let first = try self.first.flatMap { name throws(ShardChoice.Refusal) in try value(of: name, environment) } ?? 0
        let step = try self.step.flatMap { name throws(ShardChoice.Refusal) in try value(of: name, environment) } ?? 1
        let last = try self.last.flatMap { name throws(ShardChoice.Refusal) in try value(of: name, environment) }
        guard step > 0, number >= first, (number - first) % step == 0,
            last.map({ ($0 - first) / step + 1 == count }) ?? true
        else {
            throw ShardChoice.Refusal(
                "\(index) \(number) is one of \(count) with gaps between them; say auto/n with numbers from 0")
        }
        return try named { () throws(ShardChoice.Refusal) in
            try ShardChoice.shard((number - first) / step, of: count)
        }
    }

    /// Says in a refusal which variable it is about.
    private func named(_ make: () throws(ShardChoice.Refusal) -> Shard) throws(ShardChoice.Refusal) -> Shard {
        do throws(ShardChoice.Refusal) {
            return try make()
        } catch {
            throw ShardChoice.Refusal("\(index): \(error)")
        }
    }

    private func value(of name: String, _ environment: (String) -> String?) throws(ShardChoice.Refusal) -> Int? {
        guard let text = environment(name) else { return nil }
        guard let number = ShardChoice.number(text) else {
            throw ShardChoice.Refusal("\(name): expected a number, not '\(text)'")
        }
        return number
    }
}
