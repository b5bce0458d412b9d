import ArgumentParser
import Glaneur
import GlaneurCore
import GlaneurTraining

/// `glaneur evaluate names`.
struct EvaluateNames: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names", abstract: "Measures names on annotated documents: exact spans with the right label.")

    @Argument(
        help: "Annotated files: .jsonl with 'ents', .conll with a word and a tag a line, .txt with [[name|LABEL]].")
    var files: [String]

    @Option(help: ArgumentHelp("The language of files that do not say.", valueName: "fr|en"))
    var lang: String?

    @OptionGroup var lexiconOptions: LexiconOptions

    @Option(help: "Show so many of the differences.")
    var errors = 0

    @Option(help: "Show so many of the documents with the most differences.")
    var worst = 0

    func run() throws {
        let pipeline = try lexiconOptions.pipeline()
        for file in files {
            let corpus = try NameFile.corpus(file, lang: lang)
            var score = RecognitionScore()
            for annotated in corpus.documents {
                score.add(
                    annotated, found: try pipeline.annotate(annotated.document), countsOthers: corpus.marksOthers)
            }
            show(score, file: file)
        }
    }

    private func show(_ score: RecognitionScore, file: String) {
        func line(_ name: String, _ counts: RecognitionScore.Counts) {
            print(
                name, "F1", Figure.hundredths(counts.f1), "correct", counts.correct, "gold", counts.gold, "system",
                counts.system)
        }
        print(file)
        line("PER+ORG+LOC", score.basic)
        for label in RecognitionScore.labels { if let counts = score.counts[label] { line(label.rawValue, counts) } }
        for gold in RecognitionScore.labels {
            for (other, count) in (score.confusion[gold] ?? [:]).sorted(by: { $0.key.place < $1.key.place })
            where other != gold {
                print("\(gold.rawValue) found as \(other.rawValue): \(count)")
            }
        }
        for (document, count) in Dictionary(score.differences.map { ($0.document, 1) }, uniquingKeysWith: +)
            .sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(worst)
        {
            print("\(document): \(count) differences")
        }
        for difference in score.differences.prefix(errors) {
            print(
                difference.gold?.label.rawValue ?? "–", difference.system?.label.rawValue ?? "–", difference.text,
                difference.document, difference.context, separator: "\t")
        }
    }
}
