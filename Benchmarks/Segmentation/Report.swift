import GlaneurBenchmarkSupport
import GlaneurCore
import GlaneurTestSupport
import GlaneurText

/// Takes the figures and prints them.
struct Report {
    let corpus: Corpus
    let segmenters: Segmenters

    /// Runs the stage alone, for a profiler to look at.
    func stageAlone() throws {
        var found = 0
        let seconds = try Measurement.seconds {
            for _ in 0..<Measurement.rounds {
                for document in corpus.documents { found += try segmenters.stage(document) }
            }
        }
        let megabytes = Double(corpus.byteCount * Measurement.rounds) / 1e6
        print("segment stage \(rounded(megabytes / seconds, 0)) MB/s, \(found) tokens")
    }

    /// Prints CPU seconds, megabytes a second, and the ratios to `wc -w` and to ICU's words and sentences.
    func speed() throws {
        var tokens: [Token] = []
        var words: [MultiwordToken] = []
        let documents = corpus.documents
        let segmenters = segmenters
        let ways: [Comparison.Way] = [
            ("tokens", { documents.reduce(0) { $0 + segmenters.tokens($1, into: &tokens) } }),
            (
                "tokens + words, rules",
                {
                    documents.reduce(0) {
                        $0 + segmenters.tokensAndWords($1, withModels: false, into: &tokens, &words)
                    }
                }
            ),
            ("tokens + words", { documents.reduce(0) { $0 + segmenters.tokensAndWords($1, into: &tokens, &words) } }),
            ("segment stage", { try documents.reduce(0) { $0 + (try segmenters.stage($1)) } }),
            ("ICU words", { documents.reduce(0) { $0 + segmenters.unicodeWords($1) } }),
            ("ICU words + sentences", { documents.reduce(0) { $0 + segmenters.unicodeWordsAndSentences($1) } }),
        ]
        try Comparison(corpus, ways).print(against: (ways.count - 1, "to ICU"))
    }

    /// Prints the speed of lines of one repeated piece relative to that of prose; below a third is a fault.
    func worstCases() throws {
        var found = 0
        let sample = Array(corpus.documents.prefix(400))
        let prose = try best { for document in sample { found += try segmenters.stage(document) } }
        let proseSpeed = Double(sample.reduce(0) { $0 + $1.view.bytes.count }) / prose
        print(
            "\nlines of one piece, 10 MB, through the stage: the speed of prose is \(rounded(proseSpeed / 1e6, 0)) MB/s"
        )
        for language in [Language.french, .english] {
            var slow: [(ratio: Double, piece: String)] = []
            for piece in AdversarialText.pieces {
                let line = AdversarialText.line(of: piece, byteCount: 10_000_000)
                let document = try Corpus.document(String(decoding: line, as: UTF8.self), language)
                let seconds = try best { found += try segmenters.stage(document) }
                slow.append((Double(line.count) / seconds / proseSpeed, piece))
            }
            slow.sort { $0.ratio < $1.ratio }
            let listed = slow.prefix(8).map { "\($0.piece.debugDescription) \(rounded($0.ratio, 2))" }
            print("\(language.code): slowest \(listed.joined(separator: ", "))")
        }
        print("\(found) pieces found")
    }

    /// Prints what segmentation holds beyond the text.
    func memory() {
        var tokens: [Token] = []
        var words: [MultiwordToken] = []
        var bytes = 0
        var most = 0
        for document in corpus.documents {
            _ = segmenters.tokensAndWords(document, into: &tokens, &words)
            let held = tokens.count * MemoryLayout<Token>.stride + words.count * MemoryLayout<MultiwordToken>.stride
            if held > most { (most, bytes) = (held, document.view.bytes.count) }
        }
        print("\nmemory: at most \(most) bytes of tokens and words for a document of \(bytes) bytes;")
        print("        peak of the whole process with its corpus \(Measurement.peakBytes / 1_000_000) MB")
    }

    /// The least CPU seconds of three calls.
    private func best(_ body: () throws -> Void) rethrows -> Double {
        try (0..<3).map { _ in try Measurement.seconds(body) }.min() ?? .nan
    }
}
