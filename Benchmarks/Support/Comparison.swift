import Glibc

/// Several ways to go through one corpus, measured in turn with `wc -w` between them.
package struct Comparison {
    /// One of the ways; it returns how much it found, so that nothing is left out.
    package typealias Way = (name: String, run: () throws -> Int)

    private let corpus: Corpus
    private let ways: [Way]

    /// Compares these ways on a corpus.
    package init(_ corpus: Corpus, _ ways: [Way]) {
        self.corpus = corpus
        self.ways = ways
    }

    /// Prints CPU seconds, megabytes a second and the ratio to `wc -w` for each, medians of the rounds after the first.
    ///
    /// - Parameter reference: the way that a last column compares with, and what that column is called.
    package func print(against reference: (way: Int, name: String)? = nil) throws {
        let wordCount = try WordCount(corpus.documents.map(\.text))
        var found = 0
        var counted: [Double] = []
        var taken = [[Double]](repeating: [], count: ways.count)
        for round in 0..<Measurement.rounds {
            let base = try wordCount.seconds()
            let seconds = try ways.map { way in try Measurement.seconds { found += try way.run() } }
            guard round > 0 else { continue }
            counted.append(base)
            for (way, figure) in seconds.enumerated() { taken[way].append(figure) }
        }
        let base = Measurement.median(counted)
        let megabytes = Double(corpus.byteCount) / 1e6
        Swift.print("\(rounded(megabytes, 1)) MB in \(corpus.documents.count) documents, \(found) pieces found")
        Swift.print("\(padded("", 24))  CPU s    MB/s   to wc -w   \(reference?.name ?? "")")
        Swift.print("\(padded("wc -w", 24))\(rounded(base, 3))   \(rounded(megabytes / base, 0))")
        for (way, figures) in zip(ways, taken) {
            let seconds = Measurement.median(figures)
            let compared = reference.map { rounded(Measurement.median(taken[$0.way]) / seconds, 1) } ?? ""
            Swift.print(
                padded(way.name, 24) + rounded(seconds, 3) + "   " + rounded(megabytes / seconds, 0) + "   "
                    + rounded(base / seconds, 2) + "      " + compared)
        }
    }
}

/// Makes a text as wide as a column.
package func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}

/// Writes a figure with at most so many decimals.
package func rounded(_ figure: Double, _ places: Int) -> String {
    let scale = pow(10, Double(places))
    let text = "\((figure * scale).rounded() / scale)"
    return places == 0 ? String(text.dropLast(2)) : text
}
