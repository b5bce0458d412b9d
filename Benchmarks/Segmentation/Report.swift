import GlaneurCore
import GlaneurTestSupport
import GlaneurText
import Glibc

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
        let wordCount = try WordCount(corpus.documents.map(\.text))
        var tokens: [Token] = []
        var words: [MultiwordToken] = []
        var found = 0
        let ways: [(name: String, run: () throws -> Void)] = [
            ("tokens", { for document in corpus.documents { found += segmenters.tokens(document, into: &tokens) } }),
            (
                "tokens + words, rules",
                {
                    for document in corpus.documents {
                        found += segmenters.tokensAndWords(document, withModels: false, into: &tokens, &words)
                    }
                }
            ),
            (
                "tokens + words",
                {
                    for document in corpus.documents {
                        found += segmenters.tokensAndWords(document, into: &tokens, &words)
                    }
                }
            ),
            ("segment stage", { for document in corpus.documents { found += try segmenters.stage(document) } }),
            ("ICU words", { for document in corpus.documents { found += segmenters.unicodeWords(document) } }),
            (
                "ICU words + sentences",
                { for document in corpus.documents { found += segmenters.unicodeWordsAndSentences(document) } }
            ),
        ]
        var counted: [Double] = []
        var taken = [[Double]](repeating: [], count: ways.count)
        for round in 0..<Measurement.rounds {
            let base = try wordCount.seconds()
            let seconds = try ways.map { try Measurement.seconds($0.run) }
            guard round > 0 else { continue }
            counted.append(base)
            for (way, figure) in seconds.enumerated() { taken[way].append(figure) }
        }
        let base = Measurement.median(counted)
        let unicode = Measurement.median(taken[ways.count - 1])
        let megabytes = Double(corpus.byteCount) / 1e6
        print("\(rounded(megabytes, 1)) MB in \(corpus.documents.count) documents, \(found) pieces found")
        print("\(padded("", 24))  CPU s    MB/s   to wc -w   to ICU")
        print("\(padded("wc -w", 24))\(rounded(base, 3))   \(rounded(megabytes / base, 0))")
        for (way, figures) in zip(ways, taken) {
            let seconds = Measurement.median(figures)
            print(
                padded(way.name, 24) + rounded(seconds, 3) + "   " + rounded(megabytes / seconds, 0) + "   "
                    + rounded(base / seconds, 2) + "      " + rounded(unicode / seconds, 1))
        }
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

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private func rounded(_ figure: Double, _ places: Int) -> String {
        let scale = pow(10, Double(places))
        let text = "\((figure * scale).rounded() / scale)"
        return places == 0 ? String(text.dropLast(2)) : text
    }
}
