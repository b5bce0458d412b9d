/// What a word does in a sentence, as far as a recogniser asks. The names stand in the `class` column of word tables.
///
/// A new class is a new case at the end with its name at the end of ``names``. There is room for 64.
package enum WordClass: UInt8, Sendable, Hashable, CaseIterable {
    case stop, common, abbreviation, elision, clitic, whole, month, weekday, season, daypart, timeUnit, deictic
    case relativeDay, period, timeVague, cardinal, ordinal, scale, fraction, multiplier, currency, demonym, unit
    case qualifier, per, range, title, givenName, weakGivenName, particle, organizationHead, organizationTail
    case legalForm, placeHead, placeTail, placeCue, personCue, speechVerb, productHead, eventHead, contraction
    case furniture, currencyPrefix, dateCue, setCue, countStop, organizationCue, placePreposition, prefix
    case otherStop, ordinalSuffix, acronymStop, platformCue, officialHead, markup, currencyCode, scaleSign, of
    case numberLink, countAdjective, changeVerb, perNoun, measureCue, numberOpener

    /// The names of all classes, in the order of the cases.
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
    }
}
