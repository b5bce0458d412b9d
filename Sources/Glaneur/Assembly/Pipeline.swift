@_exported public import GlaneurCore
package import GlaneurLexicon
import GlaneurModels
import GlaneurPipeline
import GlaneurReaders
package import GlaneurRecognizers
import GlaneurRelations
import GlaneurResolution
import GlaneurText
package import GlaneurWriters

/// The assembled pipeline: from a document's bytes to its mentions.
///
/// A pipeline is a value without state; any number of tasks may use one at once.
///
/// ```swift
/// let pipeline = try Pipeline()
/// for try await document in pipeline.annotate(documents) {
///     for mention in document.mentions { print(mention.label, document.string(mention.span)) }
/// }
/// ```
public struct Pipeline: Sendable {
    /// What the pipeline was made for.
    public let configuration: Configuration
    /// The stages between reading and writing, in order.
    package let chain: StageChain
    /// The lexicons all stages share.
    package let lexicon: Lexicon
    /// The tagger of names, where there is a model and names are looked for.
    package let tagger: NameTagger?
    /// The effective configuration as keys and values.
    package let settings: [(key: String, value: String)]

    /// Opens the lexicons and puts the stages together.
    ///
    /// - Throws: `LexiconError` where the lexicons are missing or unsound, ``UnknownCountry`` where nobody has the country's code.
    public init(_ configuration: Configuration = Configuration()) throws {
        try self.init(configuration, findsWords: configuration.output.withTokens)
    }

    /// Makes a pipeline whose segment stage tells the words of contractions or leaves them out, and that finds all there is or
    /// amounts alone.
    package init(_ configuration: Configuration, findsWords: Bool, findsNames: Bool = true) throws {
        let locator = LexiconLocator(explicit: configuration.lexicons, added: configuration.addedTables)
        let lexicon = try locator.open()
        let folder = ModelFolder(beside: try locator.locate())
        let models = try TextModels(folder)
        let tagger = try NameTagger(folder)
        self.tagger = findsNames ? tagger : nil
        self.configuration = configuration
        self.lexicon = lexicon
        let names = tagger.map { String($0.checksum, radix: 16) } ?? "-"
        settings = configuration.settings(
            lexiconFingerprint: lexicon.fingerprint, models: "\(models.fingerprint).\(names)")
        let amounts: [any Recognizer] = [AmountRecognizer(), DateRecognizer()]
        let extract = ExtractStage(lexicon: lexicon, keepBoilerplate: configuration.keepsBoilerplate)
        let given = configuration.metadata
        chain = try StageChain([
            DecodeStage(forcedCharset: configuration.charset, repairMojibake: configuration.repairsMojibake),
            given.isEmpty ? extract : GivenMetadataStage(base: extract, given: given),
            NormalizeStage(),
            LanguageStage(model: models.language, declared: configuration.language),
            SegmentStage(lexicon: lexicon, models: models, findsWords: findsWords),
            RecognizeStage(
                lexicon: lexicon, recognizers: findsNames ? [NameRecognizer(tagger: tagger)] + amounts : amounts,
                home: try configuration.homeCurrency()),
            ResolveStage(lexicon: lexicon),
            RelateStage(lexicon: lexicon),
        ])
    }

    /// The SHA-256 of the compiled lexicons.
    package var lexiconDigest: String { Pipeline.digest(of: lexicon) }

    /// The SHA-256 of compiled lexicons.
    package static func digest(of lexicon: Lexicon) -> String { lexicon.withCompiledBytes { Digest.sha256($0) } }

    /// What stands in every line: program, lexicons, configuration.
    package var run: RunIdentity {
        RunIdentity(
            tool: Version.tool, resources: Version.resources, configuration: Configuration.digest(of: settings),
            icu: Normalizer.libraryVersion)
    }

    /// Writes document lines as the configuration asks.
    package var lineWriter: DocumentLineWriter {
        DocumentLineWriter(run: run, options: configuration.output, knowledgeBaseIDs: lexicon.knowledgeBaseIDs)
    }

    /// The id in a knowledge base, `wikidata:Q42`, of the entity that a mention refers to, where the lexicons tell one.
    public func knowledgeBaseID(of mention: Mention) -> String? {
        mention.entityID.flatMap { lexicon.knowledgeBaseIDs[$0] }
    }

    /// Gives a document the time it may take in a run, from now on and on this thread.
    package func begin(_ document: inout Document) {
        document.deadline = Deadline(
            nanoseconds: UInt64(configuration.documentSeconds * 1e9), clock: { ProcessorClock.thread })
    }

    /// Sends one document through all stages.
    public func annotate(_ document: Document) throws(StageFailure) -> Document {
        var document = document
        try chain.run(on: &document)
        return document
    }

    /// Sends documents through all stages, several at once, and hands them on in their order.
    ///
    /// - Parameters:
    ///   - documents: the documents, still to be decoded.
    ///   - tasks: the most documents in work at once.
    /// - Returns: the documents as they become ready. A document that a stage gives up ends the sequence with its
    ///   `StageFailure`; to go on behind it, call ``annotate(_:)-swift.method`` for each document instead.
    public func annotate<Documents: AsyncSequence>(
        _ documents: Documents, tasks: Int = 2
    ) -> AnnotatedDocuments<Documents> where Documents.Element == Document {
        AnnotatedDocuments(pipeline: self, base: documents, tasks: max(1, tasks))
    }
}
