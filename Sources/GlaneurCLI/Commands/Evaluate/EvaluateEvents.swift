import ArgumentParser
import Glaneur
import GlaneurCore
import GlaneurLexicon
import GlaneurTraining

/// `glaneur evaluate events`.
struct EvaluateEvents: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Measures events on passages with the events they state.",
        discussion: """
            An event is right with the type, the place and the arguments of gold; dates, quantities and places may be \
            absent. Figures with '_loose' ask for type and place alone. Documents whose number three divides, which nothing is \
            tuned on, are shown apart as well, and so are those of each language and the events of each type.
            """)

    @Argument(help: "Files of '## ID', lines of text and '> TYPE [trigger] role=text …'.")
    var files: [String]

    @OptionGroup var lexiconOptions: LexiconOptions

    @Option(help: "Show so many of the events that are missed, incomplete or false alarms, with the passage.")
    var errors = 0

    @Flag(help: "Show no errors of the documents that nothing is tuned on.")
    var tuned = false

    func run() throws {
        let pipeline = try lexiconOptions.pipeline()
        var score = EventScore()
        for file in files {
            for annotated in try EventCorpus(LexiconFolder.read(file), path: file).documents {
                score.add(annotated, found: try pipeline.annotate(annotated.document))
            }
        }
        for isStrict in [true, false] {
            show("all", score, isStrict: isStrict) { _ in true }
            show("tuned", score, isStrict: isStrict) { !$0.isOfCheckHalf }
            show("check", score, isStrict: isStrict) { $0.isOfCheckHalf }
            for (name, language) in [("fr", Language.french), ("en", .english)] {
                show(name, score, isStrict: isStrict) { $0.language == language }
            }
            for type in EventCorpus.types { show(type, score, isStrict: isStrict) { $0.type == type } }
        }
        for item in score.errors.lazy.filter({ !tuned || !$0.isOfCheckHalf }).prefix(errors) { show(item) }
    }

    /// Prints a line of figures unless nothing is measured.
    private func show(
        _ name: String, _ score: EventScore, isStrict: Bool, _ isMeant: (EventScore.Item) -> Bool
    ) {
        let figures = score.figures(isStrict: isStrict, isMeant)
        guard figures.gold + figures.system > 0 else { return }
        print(
            isStrict ? name : "\(name)_loose", "F1", Figure.hundredths(figures.f1), "correct", figures.correct, "gold",
            figures.gold, "system", figures.system, "precision", Figure.hundredths(figures.precision), "recall",
            Figure.hundredths(figures.recall))
    }

    private func show(_ item: EventScore.Item) {
        print(item.outcome.rawValue, item.document, item.passage, separator: "\t")
        if let gold = item.gold { print("", "gold", gold, separator: "\t") }
        if let system = item.system { print("", "found", system, separator: "\t") }
    }
}
