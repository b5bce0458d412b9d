/// What benchmarks are told: `[--megabytes N] [--profile] [FILE …]`.
package struct Arguments {
    /// The size of the corpus in bytes.
    package private(set) var byteCount = 50_000_000
    /// Whether the measured way runs alone, for a profiler to look at.
    package private(set) var isProfile = false
    /// The files the corpus is made of.
    package private(set) var paths: [String] = []

    /// Reads the arguments of the process.
    package init() {
        var arguments = CommandLine.arguments.dropFirst()
        while let argument = arguments.popFirst() {
            if argument == "--profile" {
                isProfile = true
            } else if argument == "--megabytes", let count = arguments.popFirst().flatMap({ Int($0) }) {
                byteCount = count * 1_000_000
            } else {
                paths.append(argument)
            }
        }
    }

    /// The corpus of these files and this size.
    package func corpus() throws -> Corpus { try Corpus(paths: paths, byteCount: byteCount) }
}
