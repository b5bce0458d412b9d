import ArgumentParser
import Glaneur
import GlaneurCore
import GlaneurTraining
import GlaneurWriters

/// `glaneur evaluate entities`.
struct EvaluateEntities: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities",
        abstract: "Measures what a corpus joins, on texts whose names are marked with ids: B³ precision and recall.",
        discussion: """
            All files are one corpus. The mentions of documents whose id ends in an odd figure, which nothing was tuned on, \
            are shown apart as well, and so are those of each language.
            """)

    @Argument(help: "Texts with [[name|LABEL|id]].")
    var files: [String]

    @Option(help: ArgumentHelp("The language of files that do not say.", valueName: "fr|en"))
    var lang: String?

    @OptionGroup var lexiconOptions: LexiconOptions

    @Option(help: "Show so many of the clusters that are wrong, and so many of the names that were not found.")
    var errors = 0

    @Flag(help: "Write the figures as JSON.")
    var json = false

    func run() throws {
        let pipeline = try lexiconOptions.pipeline()
        let gold = try files.flatMap { try NameFile.corpus($0, lang: lang).documents }
        let found = try gold.map { try pipeline.annotate($0.document) }
        let entities = try UnifiedCorpus(found, pipeline: pipeline)
        var score = EntityScore()
        var languages: [String: Language] = [:]
        for (annotated, document) in zip(gold, found) {
            score.add(annotated, found: document, entities: entities)
            languages[document.id] = annotated.language
        }
        let rows: [(name: String, figures: EntityScore.Figures)] = [
            ("all", score.figures()),
            ("tuned", score.figures { !EvaluateEntities.isOfCheckHalf($0) }),
            ("check", score.figures { EvaluateEntities.isOfCheckHalf($0) }),
            ("fr", score.figures { languages[$0] == .french }),
            ("en", score.figures { languages[$0] == .english }),
        ]
        if json {
            write(rows)
        } else {
            for row in rows { show(row.name, row.figures) }
            show(score)
        }
    }

    /// Whether a document belongs to the half that nothing was tuned on.
    private static func isOfCheckHalf(_ document: String) -> Bool {
        document.last?.wholeNumberValue.map { $0 % 2 == 1 } ?? false
    }

    private func show(_ name: String, _ figures: EntityScore.Figures) {
        print(
            name, "precision", Figure.tenThousandths(figures.precision), "recall",
            Figure.tenThousandths(figures.recall), "F1", Figure.tenThousandths(figures.f1), "found", figures.found,
            "of", figures.mentions, "recall of all", Figure.tenThousandths(figures.recallOfAll))
    }

    private func show(_ score: EntityScore) {
        for error in score.errors.prefix(errors) {
            print(error.kind.rawValue, error.id, separator: "\t")
            for part in error.parts {
                let places = part.items.prefix(4).map { "\($0.document) \($0.text)" }.joined(separator: ", ")
                print("", "\(part.id) ×\(part.items.count)", places, separator: "\t")
            }
        }
        for item in score.items.lazy.filter({ $0.system == nil }).prefix(errors) {
            print("not found", item.gold, item.document, item.text, separator: "\t")
        }
    }

    private func write(_ rows: [(name: String, figures: EntityScore.Figures)]) {
        var writer = JSONWriter()
        writer.beginObject()
        for row in rows {
            writer.key(named: row.name)
            writer.beginObject()
            writer.member("mentions", row.figures.mentions)
            writer.member("found", row.figures.found)
            writer.key("precision")
            writer.double(row.figures.precision)
            writer.key("recall")
            writer.double(row.figures.recall)
            writer.key("f1")
            writer.double(row.figures.f1)
            writer.key("recall_of_all")
            writer.double(row.figures.recallOfAll)
            writer.endObject()
        }
        writer.endObject()
        var bytes: [UInt8] = []
        writer.append(to: &bytes)
        print(String(decoding: bytes, as: UTF8.self))
    }
}
