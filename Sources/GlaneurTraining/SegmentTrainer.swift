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

    /// Makes a trainer for one language.
    package init(lexicon: Lexicon, language: Language, options: PerceptronTrainer.Options) {
        self.lexicon = lexicon
        self.language = language
        self.options = options
    }

    /// Trains on documents and returns the files of the models by their tasks.
    package func train(_ documents: [Treebank.TreebankDocument]) throws -> [(task: String, bytes: [UInt8])] {
        var sentences = TrainingExamples()
        let chain = try chain(models: TextModels(), upTo: .language)
        for gold in documents {
            let document = try prepared(gold, chain)
            let ends = Set(gold.sentences.map(\.end))
            let starts = Set(gold.sentences.map(\.start))
            let tokenizer = Tokenizer(lexicon: lexicon, language: language)
            let splitter = SentenceSplitter(
                bytes: document.text, lexicon: lexicon, language: language, model: nil)
            for block in document.blocks where block.blockClass != .title {
                var tokens: [Token] = []
                tokenizer.tokenize(document.text, in: block.span.range, into: &tokens)
                splitter.examples(
                    tokens[...],
                    isEnd: { starts.contains(tokens[$0].span.start) || ends.contains(tokens[$0 - 1].span.end) },
                    into: &sentences)
            }
        }
        let task = TextModels.sentenceTask(language)
        return [
            (
                task,
                PerceptronTrainer(options).train(
                    sentences, task: task, labels: ["inside", "end"], revision: TextModels.sentenceRevision)
            )
        ]
    }

    /// Models out of files that were just trained.
    package func models(_ files: [(task: String, bytes: [UInt8])]) throws -> TextModels {
        var models = TextModels()
        for file in files where file.task == TextModels.sentenceTask(language) {
            models.sentences[language] = try LinearModel(
                bytes: file.bytes, task: file.task, revision: TextModels.sentenceRevision)
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
        let parts = documents.count >= folds ? SegmentTrainer.runs(documents, folds) : documents.flatMap { $0.parts(folds) }.map { [$0] }
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
            LanguageStage(lexicon: lexicon, declared: language),
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
