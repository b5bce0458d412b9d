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
        var byteCount = 50_000_000
        var isProfile = false
        var paths: [String] = []
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
        let corpus = try Corpus(paths: paths, byteCount: byteCount)
        let models = try TextModels(ModelFolder(path: Checkout.lexicons + "/models"))
        let segmenters = Segmenters(lexicon: TestLexicon.shared, models: models)
        try Answers(segmenters: segmenters).check(corpus)
        let report = Report(corpus: corpus, segmenters: segmenters)
        guard !isProfile else { return try report.stageAlone() }
        try report.speed()
        try report.worstCases()
        report.memory()
    }
}
