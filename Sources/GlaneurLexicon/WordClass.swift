/// What a word does in a sentence, as far as a recogniser asks.
///
/// The names stand in the `class` column of word tables.
///
/// A new class is a new name at the end of ``names`` and a new member with its place in them; there is room for 64. The members
/// are computed, so that a question for a class folds into a test of one bit in every module.
public struct WordClass: RawRepresentable, Sendable, Hashable {
    /// The place of the name in ``names``.
    public let rawValue: UInt8

    /// Makes the class with this place in ``names``.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The names of all classes.
    public static let names = [
        "stop", "common", "abbreviation", "elision", "clitic", "whole", "month", "weekday", "season", "daypart",
        "time-unit", "deictic", "relative-day", "period", "time-vague", "cardinal", "ordinal", "scale", "fraction",
        "multiplier", "currency", "demonym", "unit", "qualifier", "per", "range", "title", "given-name",
        "given-name-weak", "particle", "org-head", "org-tail", "legal-form", "place-head", "place-tail", "place-cue",
        "person-cue", "speech-verb", "product-head", "event-head", "contraction", "furniture", "currency-prefix",
        "date-cue", "set-cue", "count-stop", "org-cue", "place-prep", "prefix", "ordinal-suffix",
        "acronym-stop", "platform-cue", "org-official", "currency-code", "scale-sign", "of", "number-link",
        "count-adjective", "change-verb", "per-noun", "measure-cue", "number-opener", "phrase-end",
    ]

    /// Finds the class with this name, if there is one.
    public init?(_ name: some StringProtocol) {
        guard let index = WordClass.names.firstIndex(where: { $0 == name }) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    /// The class `stop`.
    @inlinable public static var stop: WordClass { WordClass(rawValue: 0) }
    /// The class `common`.
    @inlinable public static var common: WordClass { WordClass(rawValue: 1) }
    /// The class `abbreviation`.
    @inlinable public static var abbreviation: WordClass { WordClass(rawValue: 2) }
    /// The class `elision`.
    @inlinable public static var elision: WordClass { WordClass(rawValue: 3) }
    /// The class `clitic`.
    @inlinable public static var clitic: WordClass { WordClass(rawValue: 4) }
    /// The class `whole`.
    @inlinable public static var whole: WordClass { WordClass(rawValue: 5) }
    /// The class `month`.
    @inlinable public static var month: WordClass { WordClass(rawValue: 6) }
    /// The class `weekday`.
    @inlinable public static var weekday: WordClass { WordClass(rawValue: 7) }
    /// The class `season`.
    @inlinable public static var season: WordClass { WordClass(rawValue: 8) }
    /// The class `daypart`.
    @inlinable public static var daypart: WordClass { WordClass(rawValue: 9) }
    /// The class `time-unit`.
    @inlinable public static var timeUnit: WordClass { WordClass(rawValue: 10) }
    /// The class `deictic`.
    @inlinable public static var deictic: WordClass { WordClass(rawValue: 11) }
    /// The class `relative-day`.
    @inlinable public static var relativeDay: WordClass { WordClass(rawValue: 12) }
    /// The class `period`.
    @inlinable public static var period: WordClass { WordClass(rawValue: 13) }
    /// The class `time-vague`.
    @inlinable public static var timeVague: WordClass { WordClass(rawValue: 14) }
    /// The class `cardinal`.
    @inlinable public static var cardinal: WordClass { WordClass(rawValue: 15) }
    /// The class `ordinal`.
    @inlinable public static var ordinal: WordClass { WordClass(rawValue: 16) }
    /// The class `scale`.
    @inlinable public static var scale: WordClass { WordClass(rawValue: 17) }
    /// The class `fraction`.
    @inlinable public static var fraction: WordClass { WordClass(rawValue: 18) }
    /// The class `multiplier`.
    @inlinable public static var multiplier: WordClass { WordClass(rawValue: 19) }
    /// The class `currency`.
    @inlinable public static var currency: WordClass { WordClass(rawValue: 20) }
    /// The class `demonym`.
    @inlinable public static var demonym: WordClass { WordClass(rawValue: 21) }
    /// The class `unit`.
    @inlinable public static var unit: WordClass { WordClass(rawValue: 22) }
    /// The class `qualifier`.
    @inlinable public static var qualifier: WordClass { WordClass(rawValue: 23) }
    /// The class `per`.
    @inlinable public static var per: WordClass { WordClass(rawValue: 24) }
    /// The class `range`.
    @inlinable public static var range: WordClass { WordClass(rawValue: 25) }
    /// The class `title`.
    @inlinable public static var title: WordClass { WordClass(rawValue: 26) }
    /// The class `given-name`.
    @inlinable public static var givenName: WordClass { WordClass(rawValue: 27) }
    /// The class `given-name-weak`.
    @inlinable public static var weakGivenName: WordClass { WordClass(rawValue: 28) }
    /// The class `particle`.
    @inlinable public static var particle: WordClass { WordClass(rawValue: 29) }
    /// The class `org-head`.
    @inlinable public static var organizationHead: WordClass { WordClass(rawValue: 30) }
    /// The class `org-tail`.
    @inlinable public static var organizationTail: WordClass { WordClass(rawValue: 31) }
    /// The class `legal-form`.
    @inlinable public static var legalForm: WordClass { WordClass(rawValue: 32) }
    /// The class `place-head`.
    @inlinable public static var placeHead: WordClass { WordClass(rawValue: 33) }
    /// The class `place-tail`.
    @inlinable public static var placeTail: WordClass { WordClass(rawValue: 34) }
    /// The class `place-cue`.
    @inlinable public static var placeCue: WordClass { WordClass(rawValue: 35) }
    /// The class `person-cue`.
    @inlinable public static var personCue: WordClass { WordClass(rawValue: 36) }
    /// The class `speech-verb`.
    @inlinable public static var speechVerb: WordClass { WordClass(rawValue: 37) }
    /// The class `product-head`.
    @inlinable public static var productHead: WordClass { WordClass(rawValue: 38) }
    /// The class `event-head`.
    @inlinable public static var eventHead: WordClass { WordClass(rawValue: 39) }
    /// The class `contraction`.
    @inlinable public static var contraction: WordClass { WordClass(rawValue: 40) }
    /// The class `furniture`.
    @inlinable public static var furniture: WordClass { WordClass(rawValue: 41) }
    /// The class `currency-prefix`.
    @inlinable public static var currencyPrefix: WordClass { WordClass(rawValue: 42) }
    /// The class `date-cue`.
    @inlinable public static var dateCue: WordClass { WordClass(rawValue: 43) }
    /// The class `set-cue`.
    @inlinable public static var setCue: WordClass { WordClass(rawValue: 44) }
    /// The class `count-stop`.
    @inlinable public static var countStop: WordClass { WordClass(rawValue: 45) }
    /// The class `org-cue`.
    @inlinable public static var organizationCue: WordClass { WordClass(rawValue: 46) }
    /// The class `place-prep`.
    @inlinable public static var placePreposition: WordClass { WordClass(rawValue: 47) }
    /// The class `prefix`.
    @inlinable public static var prefix: WordClass { WordClass(rawValue: 48) }
    /// The class `ordinal-suffix`.
    @inlinable public static var ordinalSuffix: WordClass { WordClass(rawValue: 49) }
    /// The class `acronym-stop`.
    @inlinable public static var acronymStop: WordClass { WordClass(rawValue: 50) }
    /// The class `platform-cue`.
    @inlinable public static var platformCue: WordClass { WordClass(rawValue: 51) }
    /// The class `org-official`.
    @inlinable public static var officialHead: WordClass { WordClass(rawValue: 52) }
    /// The class `currency-code`.
    @inlinable public static var currencyCode: WordClass { WordClass(rawValue: 53) }
    /// The class `scale-sign`.
    @inlinable public static var scaleSign: WordClass { WordClass(rawValue: 54) }
    /// The class `of`.
    @inlinable public static var of: WordClass { WordClass(rawValue: 55) }
    /// The class `number-link`.
    @inlinable public static var numberLink: WordClass { WordClass(rawValue: 56) }
    /// The class `count-adjective`.
    @inlinable public static var countAdjective: WordClass { WordClass(rawValue: 57) }
    /// The class `change-verb`.
    @inlinable public static var changeVerb: WordClass { WordClass(rawValue: 58) }
    /// The class `per-noun`.
    @inlinable public static var perNoun: WordClass { WordClass(rawValue: 59) }
    /// The class `measure-cue`.
    @inlinable public static var measureCue: WordClass { WordClass(rawValue: 60) }
    /// The class `number-opener`.
    @inlinable public static var numberOpener: WordClass { WordClass(rawValue: 61) }

    /// The class `phrase-end`, which no table gives: a phrase of several lexemes ends with the word.
    @inlinable public static var phraseEnd: WordClass { WordClass(rawValue: 62) }

    /// The name as it stands in the tables.
    public var name: String { WordClass.names[Int(rawValue)] }

    /// Several classes.
    public struct Set: OptionSet, Sendable, Hashable {
        /// The value as it is stored.
        public let rawValue: UInt64

        /// Makes a set from its bits.
        @inlinable
        public init(rawValue: UInt64) { self.rawValue = rawValue }

        /// Makes the set of one class.
        ///
        /// The initializers are written out for one to seven classes, so that they fold into constants.
        @inlinable
        public init(_ first: WordClass) { rawValue = 1 << UInt64(first.rawValue) }

        /// Makes the set of two classes.
        @inlinable
        public init(_ first: WordClass, _ second: WordClass) {
            rawValue = 1 << UInt64(first.rawValue) | 1 << UInt64(second.rawValue)
        }

        /// Makes the set of three to seven classes.
        @inlinable
        public init(
            _ first: WordClass, _ second: WordClass, _ third: WordClass, _ fourth: WordClass? = nil,
            _ fifth: WordClass? = nil, _ sixth: WordClass? = nil, _ seventh: WordClass? = nil
        ) {
            var bits: UInt64 = 1 << UInt64(first.rawValue) | 1 << UInt64(second.rawValue) | 1 << UInt64(third.rawValue)
            if let fourth { bits |= 1 << UInt64(fourth.rawValue) }
            if let fifth { bits |= 1 << UInt64(fifth.rawValue) }
            if let sixth { bits |= 1 << UInt64(sixth.rawValue) }
            if let seventh { bits |= 1 << UInt64(seventh.rawValue) }
            rawValue = bits
        }

        /// Makes the set of any number of classes; for constants, as it makes an array.
        @_disfavoredOverload
        public init(_ classes: WordClass...) {
            rawValue = classes.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
        }

        /// Whether the class is in the set.
        @inlinable
        public func contains(_ one: WordClass) -> Bool { rawValue >> UInt64(one.rawValue) & 1 == 1 }

        /// Whether the sets share no class.
        @inlinable
        public func isDisjoint(with other: Set) -> Bool { rawValue & other.rawValue == 0 }

        /// Whether there is no class in the set.
        @inlinable
        public var isEmpty: Bool { rawValue == 0 }

        /// The classes in both sets.
        @inlinable
        public func intersection(_ other: Set) -> Set { Set(rawValue: rawValue & other.rawValue) }
    }
}
