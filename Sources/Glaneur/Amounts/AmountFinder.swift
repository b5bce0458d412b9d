/// Finds amounts alone in strings: sums of money, percentages, quantities, numbers and dates.
///
/// It knows no names, so that `iPhone 15` holds a number for it; a ``Pipeline`` finds both and settles what is what.
///
/// ```swift
/// let finder = try AmountFinder()
/// for amount in try finder.amounts(in: "xAI lève 16,5 milliards de dollars.", language: .french) {
///     print(amount.text, amount.norm ?? "")  // 16,5 milliards de dollars USD 16500000000
/// }
/// ```
public struct AmountFinder: Sendable {
    private let pipeline: Pipeline

    /// Opens the lexicons.
    ///
    /// - Parameters:
    ///   - lexicons: where the lexicons lie; nothing for the usual places.
    ///   - country: the country the texts come from, as two letters of ISO 3166-1, by which bare dollars are told.
    /// - Throws: `LexiconError` where the lexicons are missing or unsound, ``UnknownCountry`` where nobody has the code.
    public init(lexicons: String? = nil, country: String? = nil) throws {
        pipeline = try Pipeline(
            Configuration(lexicons: lexicons, country: country), findsWords: false, findsNames: false)
    }

    /// Finds the amounts of a text.
    ///
    /// - Parameters:
    ///   - text: plain text in French or English.
    ///   - language: its language; told from the text without it.
    ///   - published: the time that *yesterday* and the like count from, RFC 3339.
    /// - Returns: the amounts in the order of the text, without overlap.
    /// - Throws: the failure of a stage, for a text that no stage should fail on.
    public func amounts(
        in text: String, language: Language? = nil, published: String? = nil
    ) throws(StageFailure) -> [Amount] {
        var metadata = Metadata()
        metadata.published = published
        metadata.declaredLanguage = language
        let document = try pipeline.annotate(Document(id: "text", text: text, metadata: metadata))
        return document.mentions.map { Amount($0, in: text) }
    }
}

/// An amount that stands in a string.
public struct Amount: Sendable {
    /// What was read, with its span in bytes of UTF-8.
    public let mention: Mention
    /// Where it stands.
    public let range: Range<String.Index>
    /// The characters it covers.
    public let text: Substring

    init(_ mention: Mention, in string: String) {
        let utf8 = string.utf8
        self.mention = mention
        range =
            utf8.index(
                utf8.startIndex, offsetBy: mention.span.start)..<utf8.index(utf8.startIndex, offsetBy: mention.span.end)
        text = string[range]
    }

    /// What it is: money, percent, quantity, cardinal, ordinal, date, time, duration or set.
    public var label: Label { mention.label }
    /// The exact figures, with currency, unit or calendar.
    public var value: Mention.Value { mention.value }
    /// The normal form in one string: `USD 16500000000`, `2.5 %`, `2023-07`.
    public var norm: String? { mention.norm }
    /// The rule that read it: `rule:fr.money.scale`.
    public var rule: String { mention.maker }
}
