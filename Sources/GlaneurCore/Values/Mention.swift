/// A span of a document that names or measures something.
public struct Mention: Sendable, Hashable {
    /// What the span says, beside its label.
    ///
    /// Boxed, because most mentions are names, which say nothing here.
    public indirect enum Value: Sendable, Hashable {
        case none
        case money(Money)
        case percent(Magnitude)
        case quantity(Quantity)
        case number(Number)
        case time(TimeExpression)
    }

    /// The bytes of the text.
    public var span: ByteSpan
    /// What it is.
    public var label: Label
    /// Whether a row of the lexicons says what it is; told by the maker, and kept because it is asked of every name several times.
    package private(set) var isOfLexicon: Bool
    /// What it says.
    public var value: Value
    /// The rule, lexicon or model that found it: `rule:fr.money.scale`, `lexicon:organizations`.
    public var maker: String { didSet { isOfLexicon = maker.namesLexicon } }
    /// How sure its maker is, from 0 to 1, where the maker can tell.
    public var score: Double?
    /// The corpus-wide id of the entity; made by the resolve stage, or known from the lexicon row.
    public var entityID: String?

    /// Makes a mention.
    public init(
        span: ByteSpan, label: Label, value: Value = .none, maker: String, score: Double? = nil, entityID: String? = nil
    ) {
        self.span = span
        self.label = label
        self.value = value
        self.maker = maker
        isOfLexicon = maker.namesLexicon
        self.score = score
        self.entityID = entityID
    }

    /// The normal form in one string: `USD 500000000000`, `2.5 %`, `2023-07`; nothing for names.
    public var norm: String? { value.norm }
}

extension Mention.Value {
    /// The normal form in one string: `USD 500000000000`, `2.5 %`, `2023-07`; nothing where nothing is said.
    package var norm: String? {
        switch self {
        case .none: nil
        case .money(let money): money.magnitude.norm.map { "\(money.currency) \($0)" }
        case .percent(let magnitude): magnitude.norm.map { "\($0) %" }
        case .quantity(let quantity):
            quantity.magnitude.norm.map { norm in
                (quantity.unit ?? quantity.counted).map { "\(norm) \($0)" } ?? norm
            }
        case .number(let number): number.magnitude.norm
        case .time(let time): time.timex
        }
    }
}

extension String {
    /// Whether it is the name of a lexicon, as makers are called: `lexicon:organizations`.
    fileprivate var namesLexicon: Bool {
        let bytes = utf8.span.bytes
        return bytes.byteCount >= 8
            && bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self).littleEndian == 0x3A6E_6F63_6978_656C
    }
}

extension Magnitude {
    /// The figure, or its bounds where there is no single one, in one string: `2.5`, `10..20`.
    public var norm: String? {
        if let value { return value.description }
        switch (low, high) {
        case (let low?, let high?): return "\(low)..\(high)"
        case (let low?, nil): return "\(low).."
        case (nil, let high?): return "..\(high)"
        case (nil, nil): return nil
        }
    }
}

/// What became of a candidate that is no mention.
public struct Rejection: Sendable, Hashable {
    /// The candidate that lost.
    public var candidate: Mention
    /// The rule that decided: `priority`, `longer`, `shrunk-to-number`.
    public var rule: String
    /// The span of the mention it lost to.
    public var winner: ByteSpan

    /// Makes a rejection.
    public init(candidate: Mention, rule: String, winner: ByteSpan) {
        self.candidate = candidate
        self.rule = rule
        self.winner = winner
    }
}
