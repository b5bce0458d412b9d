import GlaneurCore

/// The name of a rule as mentions report it, for either language: `rule:fr.money.scale`.
///
/// Made once, so that all mentions of a rule share its strings.
final class RuleName: Sendable {
    private let french: String
    private let english: String

    private init(_ name: String) {
        french = "rule:fr." + name
        english = "rule:en." + name
    }

    /// The name for a language.
    func name(_ language: Language) -> String { language == .french ? french : english }

    static let moneyCode = RuleName("money.code")
    static let moneyRange = RuleName("money.range")
    static let moneyScale = RuleName("money.scale")
    static let moneySign = RuleName("money.sign")
    static let moneyVague = RuleName("money.vague")
    static let moneyWord = RuleName("money.word")
    static let percent = RuleName("percent")
    static let percentRange = RuleName("percent.range")
    static let quantityAge = RuleName("quantity.age")
    static let quantityCounted = RuleName("quantity.counted")
    static let quantityRange = RuleName("quantity.range")
    static let quantityUnit = RuleName("quantity.unit")
    static let cardinal = RuleName("number.cardinal")
    static let ordinal = RuleName("number.ordinal")
    static let position = RuleName("number.position")
    static let numberRange = RuleName("number.range")
    static let dateCentury = RuleName("date.century")
    static let dateDay = RuleName("date.day")
    static let dateDecade = RuleName("date.decade")
    static let dateEdge = RuleName("date.edge")
    static let dateFiscal = RuleName("date.fiscal")
    static let dateHoliday = RuleName("date.holiday")
    static let dateMonth = RuleName("date.month")
    static let dateNth = RuleName("date.nth")
    static let dateNumeric = RuleName("date.numeric")
    static let dateOffset = RuleName("date.offset")
    static let datePeriod = RuleName("date.period")
    static let dateRange = RuleName("date.range")
    static let dateRelative = RuleName("date.relative")
    static let dateSeason = RuleName("date.season")
    static let dateWeekday = RuleName("date.weekday")
    static let dateYear = RuleName("date.year")
    static let duration = RuleName("duration")
    static let repeatedTime = RuleName("set")
    static let timeClock = RuleName("time.clock")
    static let timeNumeric = RuleName("time.numeric")
    static let timePart = RuleName("time.part")
    static let timeRange = RuleName("time.range")
    static let timeRelative = RuleName("time.relative")
    static let nameAcronym = RuleName("name.acronym")
    static let nameBrandModel = RuleName("name.brand-model")
    static let nameCue = RuleName("name.cue")
    static let nameGivenName = RuleName("name.given-name")
    static let nameHead = RuleName("name.head")
    static let nameInnerCapital = RuleName("name.inner-capital")
    static let nameModel = RuleName("name.model")
    static let nameOfficial = RuleName("name.official")
    static let nameOrgHead = RuleName("name.org-head")
    static let nameOrgTail = RuleName("name.org-tail")
    static let namePair = RuleName("name.pair")
    static let namePlace = RuleName("name.place")
    static let namePlaceTail = RuleName("name.place-tail")
    static let nameSpeech = RuleName("name.speech")
    static let nameTitle = RuleName("name.title")
    static let nameVersion = RuleName("name.version")
    static let nameWord = RuleName("name.word")
}
