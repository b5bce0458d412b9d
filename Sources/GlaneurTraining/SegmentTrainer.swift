package import GlaneurCore
import Glaneur
package import GlaneurLexicon
package import GlaneurModels
import GlaneurReaders
package import GlaneurText

/// Trains the models of the segment stage on treebanks, and measures them there.
///
/// The examples are made on our own tokens, as the stage will see them, and gold says where sentences end.
package struct SegmentTrainer: Sendable {
    private let lexicon: Lexicon
    private let language: Language
    private let options: PerceptronTrainer.Options

    /// Three words have few features: 2,000 examples of 23 each fill a quarter of the rows.
    private static let senseRowBits = 15
    /// The filter must fit in a near cache: 64 KiB.
    private static let startRowBits = 15
    /// How many of the ends it is asked about the filter may lose, in thousandths.
    ///
    /// Most of them the model would miss as well; what it costs is told in Lexicons/models/starts.md.
    private static let lostPerMille = 200

    /// Makes a trainer for one language.
    package init(lexicon: Lexicon, language: Language, options: PerceptronTrainer.Options) {
        self.lexicon = lexicon
        self.language = language
        self.options = options
    }

    /// A trained model.
    package struct Trained: Sendable, Equatable {
        /// Its task.
        package var task: TextModels.Task
        /// Its file.
        package var bytes: [UInt8]
    }

    /// Trains on documents and returns the models.
    package func train(_ documents: [Treebank.TreebankDocument]) throws -> [Trained] {
        let chain = try chain(models: TextModels(), upTo: .language)
        let texts = try documents.map { gold in
            let document = try prepared(gold, chain)
            let tokenizer = Tokenizer(lexicon: lexicon, language: language)
            return TrainingText(gold: gold, document: document, tokenizer: tokenizer)
        }
        var starts = TrainingExamples()
        for text in texts { text.forEachBlock { splitter(text).startExamples($0, isEnd: $1, into: &starts) } }
        var filter = options
        filter.rowBits = min(options.rowBits, SegmentTrainer.startRowBits)
        filter.lostPerMille = SegmentTrainer.lostPerMille
        var trained = [model(.starts, starts, filter)]

        var sentences = TrainingExamples()
        for text in texts { text.forEachBlock { splitter(text).examples($0, isEnd: $1, into: &sentences) } }
        trained.append(model(.sentences, sentences, options))

        var senses = TrainingExamples()
        for text in texts { addSenses(text, to: &senses) }
        var few = options
        few.rowBits = min(options.rowBits, SegmentTrainer.senseRowBits)
        trained.append(model(.words, senses, few))
        return trained
    }

    private func splitter(_ text: TrainingText) -> SentenceSplitter {
        SentenceSplitter(
            bytes: text.document.text, lexicon: lexicon, language: language, models: SentenceModels())
    }

    private func model(
        _ task: TextModels.Task, _ examples: TrainingExamples, _ options: PerceptronTrainer.Options
    ) -> Trained {
        Trained(
            task: task,
            bytes: PerceptronTrainer(options).train(
                examples, task: task.name(language), labels: ["no", "yes"], revision: task.revision))
    }

    private func addSenses(_ text: TrainingText, to examples: inout TrainingExamples) {
        let words = lexicon.words(language)
        let senses = WordSenses(bytes: text.document.text, lexicon: lexicon, language: language, model: nil)
        text.forEachSentence { sentence, isContraction in
            for index in sentence.indices where sentence[index].kind == .word {
                let span = sentence[index].span
                let node = words.node(of: LexemeScanner.wordHash(text.document.text.span, in: span.range))
                guard let label = isContraction(span), let value = lexicon.value(node, .contraction),
                    Contraction(value).isAmbiguous
                else { continue }
                senses.example(sentence, at: index, isContraction: label, into: &examples)
            }
        }
    }

    /// Models out of files that were just trained.
    package func models(_ trained: [Trained]) throws -> TextModels {
        var models = TextModels()
        for model in trained {
            models[language, model.task] = try LinearModel(
                bytes: model.bytes, task: model.task.name(language), revision: model.task.revision)
        }
        return models
    }

    /// Scores documents as these models segment them.
    ///
    /// - Parameter report: takes what is wrong in each document.
    package func score(
        _ documents: [Treebank.TreebankDocument], models: TextModels, report: (SegmentationErrors) -> Void = { _ in }
    ) throws -> SegmentationScore {
        var score = SegmentationScore()
        let chain = try chain(models: models, upTo: .segment)
        for gold in documents {
            let document = try prepared(gold, chain)
            score += SegmentationScore(gold, document)
            report(SegmentationErrors(gold, document))
        }
        return score
    }

    /// Scores each part of some documents with models trained on all other parts and `others`.
    ///
    /// A file that is one document is cut between its sentences; the parts are runs of neighbours.
    package func crossValidated(
        _ documents: [Treebank.TreebankDocument], folds: Int, with others: [Treebank.TreebankDocument],
        report: (SegmentationErrors) -> Void = { _ in }
    ) throws -> SegmentationScore {
        let parts =
            documents.count >= folds
            ? SegmentTrainer.runs(documents, folds) : documents.flatMap { $0.parts(folds) }.map { [$0] }
        var score = SegmentationScore()
        for index in parts.indices {
            let rest = parts.indices.filter { $0 != index }.flatMap { parts[$0] }
            score += try self.score(parts[index], models: models(train(rest + others)), report: report)
        }
        return score
    }

    private static func runs(
        _ documents: [Treebank.TreebankDocument], _ count: Int
    ) -> [[Treebank.TreebankDocument]] {
        (0..<count).map { part in
            Array(documents[(documents.count * part / count)..<(documents.count * (part + 1) / count)])
        }
    }

    private func chain(models: TextModels, upTo last: StageName) throws -> StageChain {
        var stages: [any Stage] = [
            DecodeStage(forcedCharset: nil), ExtractStage(lexicon: lexicon, keepBoilerplate: true), NormalizeStage(),
            LanguageStage(model: nil, declared: language),
        ]
        if last == .segment { stages.append(SegmentStage(lexicon: lexicon, models: models)) }
        return try StageChain(stages)
    }

    private func prepared(_ gold: Treebank.TreebankDocument, _ chain: StageChain) throws -> Document {
        var document = Document(id: gold.id, text: String(decoding: gold.text, as: UTF8.self))
        try chain.run(on: &document)
        return document
    }
}
