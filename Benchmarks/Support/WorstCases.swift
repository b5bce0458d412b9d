package import GlaneurCore
import GlaneurTestSupport

/// Lines of one piece, repeated, that a reader may stumble over at each repetition.
package struct WorstCases {
    private let prose: [Document]
    private let pieces: [String]
    private let byteCount: Int

    /// Compares lines of these pieces with the prose of a corpus.
    ///
    /// - Parameter byteCount: how long each line is.
    package init(_ corpus: Corpus, _ pieces: [String], byteCount: Int = 10_000_000) {
        prose = Array(corpus.documents.prefix(400))
        self.pieces = pieces
        self.byteCount = byteCount
    }

    /// Prints the slowest pieces of each language, as their speed over that of prose.
    ///
    /// - Parameters:
    ///   - prepare: makes what the measured way needs of a document; its time does not count.
    ///   - way: goes through one document and returns how much it found.
    package func print(
        prepare: (Document) throws -> Document = { $0 }, _ way: (Document) throws -> Int
    ) throws {
        var found = 0
        let sample = try prose.map(prepare)
        let seconds = try best { for document in sample { found += try way(document) } }
        let speed = Double(sample.reduce(0) { $0 + $1.view.bytes.count }) / seconds
        Swift.print(
            "the speed of prose is \(rounded(speed / 1e6, 0)) MB/s, lines are \(rounded(Double(byteCount) / 1e6, 1)) MB"
        )
        for language in [Language.french, .english] {
            var slow: [(ratio: Double, piece: String)] = []
            for piece in pieces {
                let line = AdversarialText.line(of: piece, byteCount: byteCount)
                let document = try prepare(Corpus.document(String(decoding: line, as: UTF8.self), language))
                let seconds = try best { found += try way(document) }
                slow.append((Double(line.count) / seconds / speed, piece))
            }
            slow.sort { $0.ratio < $1.ratio }
            let listed = slow.prefix(8).map { "\($0.piece.debugDescription) \(rounded($0.ratio, 2))" }
            Swift.print("\(language.code): slowest \(listed.joined(separator: ", "))")
        }
        Swift.print("\(found) pieces found")
    }

    /// The least CPU seconds of three calls.
    private func best(_ body: () throws -> Void) rethrows -> Double {
        try (0..<3).map { _ in try Measurement.seconds(body) }.min() ?? .nan
    }
}
