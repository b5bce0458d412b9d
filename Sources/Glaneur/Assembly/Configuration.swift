public import GlaneurCore
package import GlaneurReaders
import GlaneurRecognizers
public import GlaneurWriters

/// Everything that changes what comes out.
///
/// Two runs with equal configurations and inputs write the same bytes.
public struct Configuration: Sendable {
    /// Where the lexicons lie; nothing for the usual places.
    public var lexicons: String?
    /// Tables of your own that are added to the lexicons: paths of `.tsv` files.
    public var addedTables: [String]
    /// The language of all documents, where it is known; nothing to let each be told.
    public var language: Language?
    /// The charset of all documents, whatever they say of themselves.
    public var charset: String?
    /// Whether UTF-8 that was read in another charset and saved again becomes what it was.
    public var repairsMojibake: Bool
    /// The country the documents come from, as two letters of ISO 3166-1: what its money is, bare dollars and pounds are.
    public var country: String?
    /// Whether the text of web pages keeps their boilerplate, marked.
    public var keepsBoilerplate: Bool
    /// What is said of all documents, whatever they say of themselves.
    public var metadata: GivenMetadata
    /// The column of tables that holds the text; nothing to look for known names.
    public var textColumn: String?
    /// The most bytes of a document, as it is read, where that is less than the limits anyhow.
    public var documentBytes: Int?
    /// The seconds of processor time that a document may take in a run; more only ever happens to texts made to do harm.
    public var documentSeconds = Configuration.standardDocumentSeconds
    /// What is written, and in which units.
    public var output: WriterOptions

    /// Makes the configuration that the command line has without options.
    public init(
        lexicons: String? = nil, addedTables: [String] = [], language: Language? = nil, charset: String? = nil,
        repairsMojibake: Bool = true, country: String? = nil, keepsBoilerplate: Bool = false,
        metadata: GivenMetadata = GivenMetadata(), textColumn: String? = nil, output: WriterOptions = WriterOptions()
    ) {
        self.lexicons = lexicons
        self.addedTables = addedTables
        self.language = language
        self.charset = charset
        self.repairsMojibake = repairsMojibake
        self.country = country
        self.keepsBoilerplate = keepsBoilerplate
        self.metadata = metadata
        self.textColumn = textColumn
        self.output = output
    }

    /// The seconds that a document may take where nothing is said: the largest ones take two.
    public static let standardDocumentSeconds = 120.0

    /// How input is read.
    package var readLimits: ReadLimits {
        var limits = ReadLimits(textColumn: textColumn)
        if let documentBytes { limits.lower(to: documentBytes) }
        return limits
    }

    /// The settings as keys and values, the lexicons by what they say and not by where they lie.
    func settings(lexiconFingerprint: String, models: String) -> [(key: String, value: String)] {
        var own = [
            ("country", country?.uppercased() ?? "none"), ("decode.charset", charset ?? "auto"),
            ("decode.mojibake", repairsMojibake ? "repair" : "keep"),
            ("extract.boilerplate", keepsBoilerplate ? "keep" : "drop"),
            ("language", language?.code ?? "auto"), ("lexicons", lexiconFingerprint), ("models", models),
            ("version", Version.tool),
        ]
        if let textColumn { own.append(("read.text-column", textColumn)) }
        if let documentBytes { own.append(("read.max-document", String(documentBytes))) }
        if documentSeconds != Configuration.standardDocumentSeconds {
            own.append(("deadline", String(documentSeconds)))
        }
        return (own.map { (key: $0.0, value: $0.1) } + metadata.settings + output.settings).sorted { $0.key < $1.key }
    }

    /// The first 16 hexadecimal digits of the SHA-256 of the settings.
    static func digest(of settings: [(key: String, value: String)]) -> String {
        let lines = settings.map { "\($0.key)=\($0.value)\n" }.joined()
        return String(Digest.sha256(Array(lines.utf8)[...]).prefix(16))
    }
}

/// A country code that nobody has.
public struct UnknownCountry: Error, CustomStringConvertible {
    /// The code.
    public let code: String

    /// Names a code that no country has.
    public init(code: String) { self.code = code }

    /// What is wrong, in one line.
    public var description: String { "no country has the code '\(code)'; ISO 3166-1 has two letters, such as CA" }
}

extension Configuration {
    /// Whether a country has this code of two letters, in either case.
    public static func knowsCountry(_ code: String) -> Bool { HomeCurrency(country: code) != nil }

    /// The money of ``country``.
    func homeCurrency() throws(UnknownCountry) -> HomeCurrency? {
        guard let country else { return nil }
        guard let currency = HomeCurrency(country: country) else { throw UnknownCountry(code: country) }
        return currency
    }
}
