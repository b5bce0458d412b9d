import GlaneurCore
package import GlaneurLexicon
package import GlaneurModels
import GlaneurReaders
import GlaneurRecognizers
package import GlaneurText

/// Trains the model of names on annotated documents.
package struct NameTrainer {
    private let lexicon: Lexicon
    private let models: TextModels
    private let options: SequenceTrainer.Options

    /// What was learned from.
    package struct Summary: Sendable {
        /// The names in gold.
        package var names = 0
        /// Those whose ends lie inside lexemes, which no tag can say.
        package var unreachable = 0
        /// The sentences.
        package var sentences = 0
        /// The lexemes.
        package var words = 0
    }

    /// Makes a trainer.
    ///
    /// - Parameter models: those of the segment stage, which cut the text as it will be cut when it is read.
    package init(lexicon: Lexicon, models: TextModels, options: SequenceTrainer.Options) {
        self.lexicon = lexicon
        self.models = models
        self.options = options
    }

    /// Trains on corpora and returns the file of the model.
    package func train(
        _ corpora: [NameCorpus], report: (Int) -> Void = { _ in }
    ) throws -> (bytes: [UInt8], summary: Summary) {
        let chain = try StageChain([
            DecodeStage(forcedCharset: nil), ExtractStage(lexicon: lexicon, keepBoilerplate: true), NormalizeStage(),
            LanguageStage(model: models.language, declared: nil), SegmentStage(lexicon: lexicon, models: models),
        ])
        var examples = NameExamples()
        for corpus in corpora {
            for document in corpus.documents {
                try add(document, marksOthers: corpus.marksOthers, through: chain, to: &examples)
            }
        }
        let summary = Summary(
            names: examples.nameCount, unreachable: examples.unreachable.count, sentences: examples.rows.count,
            words: examples.rows.wordCount)
        let bytes = SequenceTrainer(options).train(
            examples.rows, task: NameTagger.task, labels: NameTagger.labels, revision: NameTagger.revision,
            report: report)
        return (bytes, summary)
    }

    private func add(
        _ annotated: NameCorpus.AnnotatedDocument, marksOthers: Bool, through chain: StageChain,
        to examples: inout NameExamples
    ) throws {
        var document = annotated.document
        try chain.run(on: &document)
        let view = document.view
        let names = annotated.names.map { (span: view.viewSpan(of: $0.span), label: NameTagger.kind($0.label)) }
        DocumentPassages(lexicon: lexicon).forEachGroup(of: document) { passages in
            examples.add(passages, gold: names, unmarked: marksOthers ? [] : [.miscellaneous])
        }
    }
}
