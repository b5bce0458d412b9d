import ArgumentParser
import Glaneur
import GlaneurCore
import GlaneurLexicon
import GlaneurTraining

/// `glaneur evaluate quotations`.
struct EvaluateQuotations: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quotations", abstract: "Measures quotations and their speakers on annotated passages.")

    @Argument(help: "Files of passages with ⟦kind|speaker|words⟧ around what is quoted.")
    var files: [String]

    @Option(help: ArgumentHelp("The language of the files.", valueName: "fr|en"))
    var lang: String?

    @OptionGroup var lexiconOptions: LexiconOptions

    @Option(help: "Show so many of the differences.")
    var errors = 0

    func run() throws {
        let pipeline = try lexiconOptions.pipeline()
        let language = lang.map { Language(code: $0) } ?? .undetermined
        var score = QuotationScore()
        for file in files {
            let content = String(decoding: try LexiconFolder.read(file), as: UTF8.self)
            for annotated in try QuotationCorpus(content).documents {
                score.add(annotated, found: try pipeline.annotate(annotated.document(language)))
            }
        }
        for (name, counts) in [("quotations", score.quotations), ("speakers", score.speakers)] {
            print(name, "F1", counts.f1, "correct", counts.correct, "gold", counts.gold, "system", counts.system)
        }
        for difference in score.differences.prefix(errors) { print(difference) }
    }
}
