public import ArgumentParser
import Glaneur
import GlaneurReaders
public import GlaneurWriters

/// What every command that annotates can be told.
struct PipelineOptions: ParsableArguments {
    @OptionGroup var lexiconOptions: LexiconOptions

    @Option(
        help: ArgumentHelp(
            "The language of all documents, fr or en; told from each text without it.", valueName: "fr|en"))
    var lang: String?

    @Option(help: "The charset of all documents; told from each without it.")
    var charset: String?

    @Flag(inversion: .prefixedNo, help: "Make UTF-8 that was read in another charset what it was (rÃ©daction).")
    var repair = true

    @Option(
        help: ArgumentHelp(
            "The country of all documents: bare dollars, pounds and pesos are its own.", valueName: "code"))
    var country: String?

    @Flag(help: "Keep the boilerplate of web pages in the text, marked.")
    var keepBoilerplate = false

    @Option(
        help: ArgumentHelp(
            "What is true of all documents, whatever they say: title, published, url, outlet, author or lang.",
            valueName: "key=value"))
    var metadata: [String] = []

    @Option(
        help: ArgumentHelp(
            "The column of CSV and TSV files that holds the text; text, content and the like without it.",
            valueName: "name"))
    var textColumn: String?

    /// How input is read.
    var readLimits: ReadLimits { ReadLimits(textColumn: textColumn) }

    func validate() throws {
        do throws(GivenMetadata.Refusal) {
            _ = try GivenMetadata(metadata)
        } catch {
            throw ValidationError("--metadata: \(error)")
        }
        if let lang, !["fr", "en"].contains(lang) {
            throw ValidationError("--lang takes fr or en, not '\(lang)'")
        }
        if let charset, !DecodeStage.knowsCharset(charset) {
            throw ValidationError("no charset is called '\(charset)'")
        }
        if let country, !Configuration.knowsCountry(country) {
            throw ValidationError(UnknownCountry(code: country).description)
        }
    }

    /// Opens the pipeline.
    ///
    /// - Parameters:
    ///   - allLayers: whether layers are made too that the output may leave out, for looking at a stage alone.
    ///   - limits: what a document may take, where the command can be told.
    func pipeline(output: WriterOptions = WriterOptions(), allLayers: Bool = false, limits: LimitOptions? = nil) throws
        -> Pipeline
    {
        var configuration = Configuration(
            lexicons: lexiconOptions.lexicons, addedTables: lexiconOptions.lexicon,
            language: lang.map { Language(code: $0) }, charset: charset, repairsMojibake: repair, country: country,
            keepsBoilerplate: keepBoilerplate, metadata: try GivenMetadata(metadata), textColumn: textColumn,
            output: output)
        limits?.apply(to: &configuration)
        return try Pipeline(configuration, findsWords: allLayers || output.withTokens)
    }
}

/// What a command that writes document lines can be told about them.
struct LineOptions: ParsableArguments {
    /// A layer that is written when asked for.
    enum Layer: String, ExpressibleByArgument, CaseIterable {
        case tokens
    }

    @Option(name: .customLong("with"), help: "A layer to add to each line.")
    var layers: [Layer] = []

    @Option(help: "What offsets count.")
    var offsets: OffsetUnit = .codePoint

    @Option(help: "The names of the labels.")
    var labels: LabelScheme = .glaneur

    /// The options as the library takes them.
    var writerOptions: WriterOptions {
        WriterOptions(withTokens: layers.contains(.tokens), offsets: offsets, labels: labels)
    }
}

extension OffsetUnit: ExpressibleByArgument {}
extension LabelScheme: ExpressibleByArgument {}
