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
        print("\nlines of one piece, through the stage")
        try WorstCases(corpus, AdversarialText.pieces).print { document in try segmenters.stage(document) }
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
}
