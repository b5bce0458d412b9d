import GlaneurBenchmarkSupport
import GlaneurLexicon
import GlaneurModels
import GlaneurTestSupport
import GlaneurText

/// Measures sentences, tokens and words against `wc -w` and ICU.
///
/// `SegmentationBenchmark [--megabytes N] [FILE …]`: a file whose name begins with `fr` is French, any other English; without
/// files it takes the seeds of the checkout. `--profile` runs the stage alone, for a profiler. All figures are CPU time, medians of the rounds after the first.
@main
enum SegmentationBenchmark {
    static func main() throws {
        let arguments = Arguments()
        let corpus = try arguments.corpus()
        let models = try TextModels(ModelFolder(path: Checkout.lexicons + "/models"))
        let segmenters = Segmenters(lexicon: TestLexicon.shared, models: models)
        try Answers(segmenters: segmenters).check(corpus)
        let report = Report(corpus: corpus, segmenters: segmenters)
        guard !arguments.isProfile else { return try report.stageAlone() }
        try report.speed()
        try report.worstCases()
        report.memory()
    }
}
