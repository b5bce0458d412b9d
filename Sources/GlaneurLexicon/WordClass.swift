/// What a word does in a sentence, as far as a recogniser asks. The names stand in the `class` column of word tables.
package struct WordClass: RawRepresentable, Sendable, Hashable {
    package let rawValue: UInt8

    /// Makes a class from its number, which is its place in ``names``.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The names of all classes; a new class is a new line at the end. There is room for 64.
    package static let names = [
        "stop", "common", "abbreviation", "elision", "clitic", "whole", "month", "weekday", "season", "daypart",
        "time-unit", "deictic", "relative-day", "period", "time-vague", "cardinal", "ordinal", "scale", "fraction",
        "multiplier", "currency", "demonym", "unit", "qualifier", "per", "range", "title", "given-name",
        "given-name-weak", "particle", "org-head", "org-tail", "legal-form", "place-head", "place-tail", "place-cue",
        "person-cue", "speech-verb", "product-head", "event-head", "contraction", "furniture", "currency-prefix",
        "date-cue", "set-cue", "count-stop", "org-cue", "place-prep", "prefix", "other-stop", "ordinal-suffix",
        "acronym-stop", "platform-cue", "org-official", "markup", "currency-code",
        "scale-sign", "of", "number-link", "count-adjective", "change-verb", "per-noun", "measure-cue",
        "number-opener",
    ]

    /// Makes the class with this name, if there is one.
    package init?(_ name: some StringProtocol) {
        precondition(WordClass.names.count <= 64, "a set of classes has 64 bits")
        guard let index = WordClass.names.firstIndex(where: { $0 == name }) else { return nil }
        rawValue = UInt8(index)
    }

    /// The name as it stands in the tables.
    package var name: String { WordClass.names[Int(rawValue)] }

    private static func named(_ name: String) -> WordClass {
        guard let found = WordClass(name) else { preconditionFailure("no word class \(name)") }
        return found
    }

    package static let stop = named("stop")
    package static let common = named("common")
    package static let abbreviation = named("abbreviation")
    package static let elision = named("elision")
    package static let clitic = named("clitic")
    package static let whole = named("whole")
    package static let month = named("month")
    package static let weekday = named("weekday")
    package static let season = named("season")
    package static let daypart = named("daypart")
    package static let timeUnit = named("time-unit")
    package static let deictic = named("deictic")
    package static let relativeDay = named("relative-day")
    package static let period = named("period")
    package static let timeVague = named("time-vague")
    package static let cardinal = named("cardinal")
    package static let ordinal = named("ordinal")
    package static let scale = named("scale")
    package static let fraction = named("fraction")
    package static let multiplier = named("multiplier")
    package static let currency = named("currency")
    package static let demonym = named("demonym")
    package static let unit = named("unit")
    package static let qualifier = named("qualifier")
    package static let per = named("per")
    package static let range = named("range")
    package static let title = named("title")
    package static let givenName = named("given-name")
    package static let weakGivenName = named("given-name-weak")
    package static let particle = named("particle")
    package static let organizationHead = named("org-head")
    package static let organizationTail = named("org-tail")
    package static let legalForm = named("legal-form")
    package static let placeHead = named("place-head")
    package static let placeTail = named("place-tail")
    package static let placeCue = named("place-cue")
    package static let personCue = named("person-cue")
    package static let speechVerb = named("speech-verb")
    package static let productHead = named("product-head")
    package static let eventHead = named("event-head")
    package static let contraction = named("contraction")
    package static let furniture = named("furniture")
    package static let currencyPrefix = named("currency-prefix")
    package static let dateCue = named("date-cue")
    package static let setCue = named("set-cue")
    package static let countStop = named("count-stop")
    package static let organizationCue = named("org-cue")
    package static let placePreposition = named("place-prep")
    package static let currencyCode = named("currency-code")
    package static let scaleSign = named("scale-sign")
    package static let of = named("of")
    package static let numberLink = named("number-link")
    package static let countAdjective = named("count-adjective")
    package static let changeVerb = named("change-verb")
    package static let perNoun = named("per-noun")
    package static let measureCue = named("measure-cue")
    package static let prefix = named("prefix")
    package static let otherStop = named("other-stop")
    package static let ordinalSuffix = named("ordinal-suffix")
    package static let acronymStop = named("acronym-stop")
    package static let platformCue = named("platform-cue")
    package static let officialHead = named("org-official")
    package static let markup = named("markup")
    package static let numberOpener = named("number-opener")

    /// Several classes.
    package struct Set: OptionSet, Sendable, Hashable {
        package let rawValue: UInt64

        /// Makes a set from its bits.
        package init(rawValue: UInt64) { self.rawValue = rawValue }

        /// Makes the set of these classes.
        package init(_ classes: WordClass...) {
            rawValue = classes.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
        }

        /// Whether the class is in the set.
        package func contains(_ one: WordClass) -> Bool { rawValue >> UInt64(one.rawValue) & 1 == 1 }
    }
}
