/// What a word does in a sentence, as far as a recogniser asks. The names stand in the `class` column of word tables.
///
/// A new class is a new name at the end of ``names`` and a new member with its place in them; there is room for 64. The members
/// are computed, so that a question for a class folds into a test of one bit in every module.
package struct WordClass: RawRepresentable, Sendable, Hashable {
    /// The place of the name in ``names``.
    package let rawValue: UInt8

    /// Makes the class with this place in ``names``.
    @inlinable
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The names of all classes.
    package static let names = [
        "stop", "common", "abbreviation", "elision", "clitic", "whole", "month", "weekday", "season", "daypart",
        "time-unit", "deictic", "relative-day", "period", "time-vague", "cardinal", "ordinal", "scale", "fraction",
        "multiplier", "currency", "demonym", "unit", "qualifier", "per", "range", "title", "given-name",
        "given-name-weak", "particle", "org-head", "org-tail", "legal-form", "place-head", "place-tail", "place-cue",
        "person-cue", "speech-verb", "product-head", "event-head", "contraction", "furniture", "currency-prefix",
        "date-cue", "set-cue", "count-stop", "org-cue", "place-prep", "prefix", "other-stop", "ordinal-suffix",
        "acronym-stop", "platform-cue", "org-official", "markup", "currency-code", "scale-sign", "of", "number-link",
        "count-adjective", "change-verb", "per-noun", "measure-cue", "number-opener",
    ]

    /// Finds the class with this name, if there is one.
    package init?(_ name: some StringProtocol) {
        guard let index = WordClass.names.firstIndex(where: { $0 == name }) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    @inlinable package static var stop: WordClass { WordClass(rawValue: 0) }
    @inlinable package static var common: WordClass { WordClass(rawValue: 1) }
    @inlinable package static var abbreviation: WordClass { WordClass(rawValue: 2) }
    @inlinable package static var elision: WordClass { WordClass(rawValue: 3) }
    @inlinable package static var clitic: WordClass { WordClass(rawValue: 4) }
    @inlinable package static var whole: WordClass { WordClass(rawValue: 5) }
    @inlinable package static var month: WordClass { WordClass(rawValue: 6) }
    @inlinable package static var weekday: WordClass { WordClass(rawValue: 7) }
    @inlinable package static var season: WordClass { WordClass(rawValue: 8) }
    @inlinable package static var daypart: WordClass { WordClass(rawValue: 9) }
    @inlinable package static var timeUnit: WordClass { WordClass(rawValue: 10) }
    @inlinable package static var deictic: WordClass { WordClass(rawValue: 11) }
    @inlinable package static var relativeDay: WordClass { WordClass(rawValue: 12) }
    @inlinable package static var period: WordClass { WordClass(rawValue: 13) }
    @inlinable package static var timeVague: WordClass { WordClass(rawValue: 14) }
    @inlinable package static var cardinal: WordClass { WordClass(rawValue: 15) }
    @inlinable package static var ordinal: WordClass { WordClass(rawValue: 16) }
    @inlinable package static var scale: WordClass { WordClass(rawValue: 17) }
    @inlinable package static var fraction: WordClass { WordClass(rawValue: 18) }
    @inlinable package static var multiplier: WordClass { WordClass(rawValue: 19) }
    @inlinable package static var currency: WordClass { WordClass(rawValue: 20) }
    @inlinable package static var demonym: WordClass { WordClass(rawValue: 21) }
    @inlinable package static var unit: WordClass { WordClass(rawValue: 22) }
    @inlinable package static var qualifier: WordClass { WordClass(rawValue: 23) }
    @inlinable package static var per: WordClass { WordClass(rawValue: 24) }
    @inlinable package static var range: WordClass { WordClass(rawValue: 25) }
    @inlinable package static var title: WordClass { WordClass(rawValue: 26) }
    @inlinable package static var givenName: WordClass { WordClass(rawValue: 27) }
    @inlinable package static var weakGivenName: WordClass { WordClass(rawValue: 28) }
    @inlinable package static var particle: WordClass { WordClass(rawValue: 29) }
    @inlinable package static var organizationHead: WordClass { WordClass(rawValue: 30) }
    @inlinable package static var organizationTail: WordClass { WordClass(rawValue: 31) }
    @inlinable package static var legalForm: WordClass { WordClass(rawValue: 32) }
    @inlinable package static var placeHead: WordClass { WordClass(rawValue: 33) }
    @inlinable package static var placeTail: WordClass { WordClass(rawValue: 34) }
    @inlinable package static var placeCue: WordClass { WordClass(rawValue: 35) }
    @inlinable package static var personCue: WordClass { WordClass(rawValue: 36) }
    @inlinable package static var speechVerb: WordClass { WordClass(rawValue: 37) }
    @inlinable package static var productHead: WordClass { WordClass(rawValue: 38) }
    @inlinable package static var eventHead: WordClass { WordClass(rawValue: 39) }
    @inlinable package static var contraction: WordClass { WordClass(rawValue: 40) }
    @inlinable package static var furniture: WordClass { WordClass(rawValue: 41) }
    @inlinable package static var currencyPrefix: WordClass { WordClass(rawValue: 42) }
    @inlinable package static var dateCue: WordClass { WordClass(rawValue: 43) }
    @inlinable package static var setCue: WordClass { WordClass(rawValue: 44) }
    @inlinable package static var countStop: WordClass { WordClass(rawValue: 45) }
    @inlinable package static var organizationCue: WordClass { WordClass(rawValue: 46) }
    @inlinable package static var placePreposition: WordClass { WordClass(rawValue: 47) }
    @inlinable package static var prefix: WordClass { WordClass(rawValue: 48) }
    @inlinable package static var otherStop: WordClass { WordClass(rawValue: 49) }
    @inlinable package static var ordinalSuffix: WordClass { WordClass(rawValue: 50) }
    @inlinable package static var acronymStop: WordClass { WordClass(rawValue: 51) }
    @inlinable package static var platformCue: WordClass { WordClass(rawValue: 52) }
    @inlinable package static var officialHead: WordClass { WordClass(rawValue: 53) }
    @inlinable package static var markup: WordClass { WordClass(rawValue: 54) }
    @inlinable package static var currencyCode: WordClass { WordClass(rawValue: 55) }
    @inlinable package static var scaleSign: WordClass { WordClass(rawValue: 56) }
    @inlinable package static var of: WordClass { WordClass(rawValue: 57) }
    @inlinable package static var numberLink: WordClass { WordClass(rawValue: 58) }
    @inlinable package static var countAdjective: WordClass { WordClass(rawValue: 59) }
    @inlinable package static var changeVerb: WordClass { WordClass(rawValue: 60) }
    @inlinable package static var perNoun: WordClass { WordClass(rawValue: 61) }
    @inlinable package static var measureCue: WordClass { WordClass(rawValue: 62) }
    @inlinable package static var numberOpener: WordClass { WordClass(rawValue: 63) }

    /// The name as it stands in the tables.
    package var name: String { WordClass.names[Int(rawValue)] }

    /// Several classes.
    package struct Set: OptionSet, Sendable, Hashable {
        package let rawValue: UInt64

        /// Makes a set from its bits.
        @inlinable
        package init(rawValue: UInt64) { self.rawValue = rawValue }

        /// Makes the set of one class.
        ///
        /// The initializers are written out for one to seven classes, so that they fold into constants.
        @inlinable
        package init(_ first: WordClass) { rawValue = 1 << UInt64(first.rawValue) }

        /// Makes the set of two classes.
        @inlinable
        package init(_ first: WordClass, _ second: WordClass) {
            rawValue = 1 << UInt64(first.rawValue) | 1 << UInt64(second.rawValue)
        }

        /// Makes the set of three to seven classes.
        @inlinable
        package init(
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
        package init(_ classes: WordClass...) {
            rawValue = classes.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
        }

        /// Whether the class is in the set.
        @inlinable
        package func contains(_ one: WordClass) -> Bool { rawValue >> UInt64(one.rawValue) & 1 == 1 }

        /// Whether the sets share no class.
        @inlinable
        package func isDisjoint(with other: Set) -> Bool { rawValue & other.rawValue == 0 }

        /// Whether there is no class in the set.
        @inlinable
        package var isEmpty: Bool { rawValue == 0 }

        /// The classes in both sets.
        @inlinable
        package func intersection(_ other: Set) -> Set { Set(rawValue: rawValue & other.rawValue) }
    }
}
