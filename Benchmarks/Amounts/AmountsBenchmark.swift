import GlaneurBenchmarkSupport
import GlaneurCore
import GlaneurLexicon
import GlaneurModels
import GlaneurRecognizers
import GlaneurTestSupport
import GlaneurText

/// Measures amounts and dates against `wc -w`, over documents that have their tokens and sentences already.
///
/// `AmountsBenchmark [--megabytes N] [--profile] [FILE …]`: files as for the segmentation benchmark. `--profile` runs amounts
/// alone, for a profiler.
@main
enum AmountsBenchmark {
    static func main() throws {
        let arguments = Arguments()
        let lexicon = TestLexicon.shared
        let corpus = try arguments.corpus()
        let segment = SegmentStage(
            lexicon: lexicon, models: try TextModels(ModelFolder(path: Checkout.lexicons + "/models")))
        let documents = try corpus.documents.map { document in
            var document = document
            try segment.process(&document)
            return document
        }
        func found(_ document: Document, by stage: RecognizeStage) throws -> Int {
            var document = document
            try stage.process(&document)
            return document.candidates.count
        }
        func mentions(_ recognizers: [any Recognizer]) throws -> Int {
            let stage = RecognizeStage(lexicon: lexicon, recognizers: recognizers)
            return try documents.reduce(0) { $0 + (try found($1, by: stage)) }
        }
        let names = NameRecognizer(tagger: try NameTagger(ModelFolder(path: Checkout.lexicons + "/models")))
        guard try mentions([AmountRecognizer()]) > documents.count else {
            throw NothingFound()
        }
        if arguments.isProfile {
            for _ in 0..<10 * Measurement.rounds { _ = try mentions([AmountRecognizer(), DateRecognizer()]) }
            return
        }
        try Comparison(
            corpus,
            [
                ("passages alone", { try mentions([]) }), ("amounts", { try mentions([AmountRecognizer()]) }),
                ("dates", { try mentions([DateRecognizer()]) }),
                ("amounts + dates", { try mentions([AmountRecognizer(), DateRecognizer()]) }),
                ("names", { try mentions([names]) }),
                ("names by lexicons and rules", { try mentions([NameRecognizer()]) }),
                ("all", { try mentions([names, AmountRecognizer(), DateRecognizer()]) }),
                (
                    "segment",
                    {
                        try corpus.documents.reduce(0) { sum, document in
                            var document = document
                            try segment.process(&document)
                            return sum + document.tokens.count
                        }
                    }
                ),
            ]
        ).print()
        print("\nlines of one piece, through amounts and dates")
        let stage = RecognizeStage(lexicon: lexicon, recognizers: [AmountRecognizer(), DateRecognizer()])
        try WorstCases(corpus, AdversarialText.amountPieces, byteCount: 1_000_000).print(
            prepare: { document in
                var document = document
                try segment.process(&document)
                return document
            }
        ) { document in try found(document, by: stage) }
    }

    /// News without an amount a document is no news, so its speed says nothing.
    struct NothingFound: Error {}
}
