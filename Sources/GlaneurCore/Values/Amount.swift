/// How a figure is meant: exactly, about, as a lower bound.
public enum Qualifier: String, Sendable, Hashable, CaseIterable {
    case exact, about, range, vague
    case moreThan = "more_than"
    case lessThan = "less_than"
    case atLeast = "at_least"
    case upTo = "up_to"
}

/// A figure with its bounds, as far as the text commits itself.
public struct Magnitude: Sendable, Hashable {
    /// The one figure the text states, if it states one.
    public var value: ExactDecimal?
    /// The least it can be, where the text says so.
    public var low: ExactDecimal?
    /// The most it can be, where the text says so.
    public var high: ExactDecimal?
    /// How the figure is meant.
    public var qualifier: Qualifier

    /// Makes a magnitude from its parts.
    public init(value: ExactDecimal?, low: ExactDecimal?, high: ExactDecimal?, qualifier: Qualifier) {
        self.value = value
        self.low = low
        self.high = high
        self.qualifier = qualifier
    }

    /// Makes the bounds that a qualifier gives to one stated figure: `more_than` has a low end only, `about` has none.
    public init(_ value: ExactDecimal, _ qualifier: Qualifier = .exact) {
        switch qualifier {
        case .exact: self.init(value: value, low: value, high: value, qualifier: qualifier)
        case .moreThan, .atLeast: self.init(value: value, low: value, high: nil, qualifier: qualifier)
        case .lessThan, .upTo: self.init(value: value, low: nil, high: value, qualifier: qualifier)
        case .about: self.init(value: value, low: nil, high: nil, qualifier: qualifier)
        case .range: self.init(value: nil, low: value, high: value, qualifier: qualifier)
        case .vague: self.init(value: nil, low: value, high: nil, qualifier: qualifier)
        }
    }
}

/// A sum of money.
public struct Money: Sendable, Hashable {
    /// What says which currency it is, the most trustworthy first.
    public enum CurrencyEvidence: String, Sendable, Hashable, CaseIterable {
        case code, adjective, symbol, name, document, country
        case byDefault = "default"
    }

    /// The amount in the main unit of the currency.
    public var magnitude: Magnitude
    /// The ISO 4217 code.
    public var currency: String
    /// What says so.
    public var currencyEvidence: CurrencyEvidence
    /// Other currencies the words may mean, best first.
    public var alternatives: [String]
    /// The figure as written, in plain decimals, without its scale: `16.5`.
    public var figure: ExactDecimal?
    /// The power of ten of the scale word: 9 for `milliards`; nothing where none is written.
    public var scale: Int?
    /// What the price is for: `unit`, `share`, `person` or a UCUM unit.
    public var per: String?

    /// Makes a sum of money from its parts.
    public init(
        magnitude: Magnitude, currency: String, currencyEvidence: CurrencyEvidence, alternatives: [String] = [],
        figure: ExactDecimal? = nil, scale: Int? = nil, per: String? = nil
    ) {
        self.magnitude = magnitude
        self.currency = currency
        self.currencyEvidence = currencyEvidence
        self.alternatives = alternatives
        self.figure = figure
        self.scale = scale
        self.per = per
    }
}

/// A number with a unit of measure or with what it counts.
public struct Quantity: Sendable, Hashable {
    /// The number.
    public var magnitude: Magnitude
    /// The UCUM code of the unit, where it is one.
    public var unit: String?
    /// The words for what is counted: `GPU H100`.
    public var counted: String?
    /// The offset behind the number, in bytes of the document's text.
    public var numberEnd: Int

    /// Makes a quantity from its parts.
    public init(magnitude: Magnitude, unit: String? = nil, counted: String? = nil, numberEnd: Int) {
        self.magnitude = magnitude
        self.unit = unit
        self.counted = counted
        self.numberEnd = numberEnd
    }
}

/// A bare number, counting or ordering.
public struct Number: Sendable, Hashable {
    /// The number.
    public var magnitude: Magnitude
    /// Whether it orders (`third`) and does not count.
    public var isOrdinal: Bool
    /// From where an ordinal without a number counts, and how far on: `end+0` for *last*, `end-1` for *next to last*,
    /// `current+1`, `current-1`, `current+0`; nothing for real numbers.
    public var relative: String?

    /// Makes a number from its parts.
    public init(magnitude: Magnitude, isOrdinal: Bool = false, relative: String? = nil) {
        self.magnitude = magnitude
        self.isOrdinal = isOrdinal
        self.relative = relative
    }
}

/// A date, a time, a duration or a repeated time, in TIMEX3 values.
public struct TimeExpression: Sendable, Hashable {
    /// The TIMEX3 value: `2023-07`, `2024-Q1`, `P4M`, `XXXX-04`, two of them with a slash between for a range; nothing where it
    /// cannot be told.
    public var timex: String?
    /// The first day it covers, or the instant it begins with where it is shorter, ISO 8601.
    ///
    /// It may be told where the value leaves the year or the week open: then it is the one the sentence most likely means.
    public var first: String?
    /// The last day it covers, or the instant it ends with, ISO 8601.
    public var last: String?
    /// Whether it was resolved against the time of publication.
    public var isAnchored: Bool
    /// The number of units, for a duration.
    public var value: ExactDecimal?
    /// The UCUM unit, for a duration.
    public var unit: String?

    /// Makes a time expression from its parts.
    public init(
        timex: String?, first: String? = nil, last: String? = nil, isAnchored: Bool = false,
        value: ExactDecimal? = nil, unit: String? = nil
    ) {
        self.timex = timex
        self.first = first
        self.last = last
        self.isAnchored = isAnchored
        self.value = value
        self.unit = unit
    }
}
