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

    /// Makes a trainer for one language.
    package init(lexicon: Lexicon, language: Language, options: PerceptronTrainer.Options) {
        self.lexicon = lexicon
        self.language = language
        self.options = options
    }

    /// Trains on documents and returns the files of the models by their tasks.
    package func train(_ documents: [Treebank.TreebankDocument]) throws -> [(task: String, bytes: [UInt8])] {
        var sentences = TrainingExamples()
        var senses = TrainingExamples()
        let chain = try chain(models: TextModels(), upTo: .language)
        for gold in documents {
            let document = try prepared(gold, chain)
            for block in document.blocks {
                var tokens: [Token] = []
                Tokenizer(lexicon: lexicon, language: language)
                    .tokenize(document.text, in: block.span.range, into: &tokens)
                if block.blockClass != .title { addBoundaries(tokens, document.text, gold, to: &sentences) }
                addSenses(tokens, document.text, gold, to: &senses)
            }
        }
        let trainer = PerceptronTrainer(options)
        var senseOptions = options
        senseOptions.rowBits = min(options.rowBits, SegmentTrainer.senseRowBits)
        let sentenceTask = TextModels.sentenceTask(language)
        let wordTask = TextModels.wordTask(language)
        return [
            (
                sentenceTask,
                trainer.train(
                    sentences, task: sentenceTask, labels: ["inside", "end"], revision: TextModels.sentenceRevision)
            ),
            (
                wordTask,
                PerceptronTrainer(senseOptions).train(
                    senses, task: wordTask, labels: ["one", "two"], revision: TextModels.wordRevision)
            ),
        ]
    }

    private func addBoundaries(
        _ tokens: [Token], _ text: [UInt8], _ gold: Treebank.TreebankDocument, to examples: inout TrainingExamples
    ) {
        let starts = Set(gold.sentences.map(\.start))
        let ends = Set(gold.sentences.map(\.end))
        SentenceSplitter(bytes: text, lexicon: lexicon, language: language, model: nil).examples(
            tokens[...],
            isEnd: { starts.contains(tokens[$0].span.start) || ends.contains(tokens[$0 - 1].span.end) },
            into: &examples)
    }

    private func addSenses(
        _ tokens: [Token], _ text: [UInt8], _ gold: Treebank.TreebankDocument, to examples: inout TrainingExamples
    ) {
        let words = lexicon.words(language)
        var senses = WordSenses(bytes: text, lexicon: lexicon, language: language, model: nil)
        let isContraction = Dictionary(
            gold.tokens.map { ($0.span, !$0.words.isEmpty) }, uniquingKeysWith: { first, _ in first })
        let starts = Set(gold.sentences.map(\.start))
        var first = tokens.startIndex
        while first < tokens.endIndex {
            let end = tokens[(first + 1)...].firstIndex { starts.contains($0.span.start) } ?? tokens.endIndex
            for index in first..<end where tokens[index].kind == .word {
                let span = tokens[index].span
                let node = words.node(of: LexemeScanner.wordHash(text.span, in: span.range))
                guard let label = isContraction[span], let value = lexicon.value(node, .contraction),
                    Contraction(value).isAmbiguous
                else { continue }
                senses.example(tokens[first..<end], at: index, isContraction: label, into: &examples)
            }
            first = end
        }
    }

    /// Models out of files that were just trained.
    package func models(_ files: [(task: String, bytes: [UInt8])]) throws -> TextModels {
        var models = TextModels()
        for file in files {
            if file.task == TextModels.sentenceTask(language) {
                models.sentences[language] = try LinearModel(
                    bytes: file.bytes, task: file.task, revision: TextModels.sentenceRevision)
            } else {
                models.words[language] = try LinearModel(
                    bytes: file.bytes, task: file.task, revision: TextModels.wordRevision)
            }
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
