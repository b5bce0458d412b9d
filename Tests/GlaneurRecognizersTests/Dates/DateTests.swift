import GlaneurCore
import Testing

@testable import GlaneurRecognizers

@Suite("Dates, times and durations")
struct DateTests {
    private let labels: Set = ["DATE", "TIME", "DURATION", "SET"]

    @Test(
        "French dates",
        arguments: [
            "le ⟦DATE:8 juillet dernier|XXXX-07-08⟧, le ⟦DATE:jeudi 6 juin 2024|2024-06-06⟧ et le ⟦DATE:1er janvier|XXXX-01-01⟧",
            "en ⟦DATE:juillet 2023|2023-07⟧, puis en ⟦DATE:avril|XXXX-04⟧ et en ⟦DATE:mars dernier|XXXX-03⟧",
            "au ⟦DATE:premier trimestre 2024|2024-Q1⟧, à la ⟦DATE:deuxième moitié de l’année|XXXX-H2⟧, au ⟦DATE:T3 2024|2024-Q3⟧",
            "l’⟦DATE:été 2023|2023-SU⟧, à l’⟦DATE:automne 2024|2024-FA⟧ et l’⟦DATE:été dernier|XXXX-SU⟧",
            "les ⟦DATE:trois premiers mois de cette année|XXXX-Q1⟧",
            "En ⟦DATE:2018|2018⟧, depuis ⟦DATE:2017|2017⟧, Tesla (⟦DATE:2003|2003⟧) et l’exercice ⟦DATE:2023|2023⟧",
            "⟦DATE:ces derniers mois|-⟧, le ⟦DATE:mois dernier|-⟧ et ⟦DATE:d’ici quelques mois|-⟧",
            "⟦DATE:il y a quelques mois|-⟧, ⟦DATE:Deux jours plus tôt|-⟧",
            "⟦DURATION:quatre mois|P4M⟧, ⟦DURATION:un an et demi|P1.5Y⟧, ⟦DURATION:quelques semaines|PXW⟧",
            "⟦SET:tous les matins|TMO⟧, ⟦SET:chaque année|P1Y⟧, ⟦SET:tous les deux ans|P2Y⟧",
            "à ⟦TIME:20h45|T20:45⟧, vers ⟦TIME:8 heures|T08:00⟧ et à ⟦TIME:midi|T12:00⟧",
            "les ⟦DATE:années 1990|199⟧, les ⟦DATE:années soixante|196⟧ et le ⟦DATE:XXIe siècle|20⟧",
            "le ⟦DATE:12/03/2024|2024-03-12⟧ et le ⟦DATE:2024-03-12|2024-03-12⟧",
            "un rapport a été rendu, la planète Mars aussi, 2000 personnes en tout",
        ])
    func french(marked: String) throws { try AmountText.check(marked, .french, labels: labels) }

    @Test(
        "English dates",
        arguments: [
            "on ⟦DATE:March 21, 2024|2024-03-21⟧ and ⟦DATE:July 8|XXXX-07-08⟧, the ⟦DATE:8th of July, 2024|2024-07-08⟧",
            "in ⟦DATE:June 2024|2024-06⟧, in ⟦DATE:April|XXXX-04⟧ and in ⟦DATE:May|XXXX-05⟧",
            "the ⟦DATE:third quarter of 2024|2024-Q3⟧, the ⟦DATE:fall of 2025|2025-FA⟧, ⟦DATE:Q1 2024|2024-Q1⟧",
            "⟦DATE:Last week|-⟧, ⟦DATE:next year|-⟧, the ⟦DATE:past few months|-⟧ and ⟦DATE:year-end|-⟧",
            "In ⟦DATE:2018|2018⟧ and since ⟦DATE:2020|2020⟧, the ⟦DATE:1990s|199⟧, the ⟦DATE:21st century|20⟧",
            "just ⟦DURATION:a month|P1M⟧ after, for ⟦DURATION:five years|P5Y⟧, ⟦DURATION:an hour and a half|PT1.5H⟧",
            "⟦DATE:three years ago|-⟧, ⟦SET:every Tuesday|XXXX-WXX-2⟧, ⟦TIME:8:30 p.m.|T20:30⟧",
            "on ⟦DATE:03/12/2024|2024-03-12⟧, on ⟦DATE:Monday, July 8|XXXX-07-08⟧",
            "The Sunday Times saw Theresa May march on; may she win 2000 votes a year.",
            "It costs $5 a day and 300 barrels a month.",
        ])
    func english(marked: String) throws { try AmountText.check(marked, .english, labels: labels) }

    @Test(
        "relative dates are resolved against publication",
        arguments: [
            ("le mois dernier", Language.french, "2024-02"), ("mars dernier", .french, "2023-03"),
            ("le 8 juillet dernier", .french, "2023-07-08"), ("hier", .french, "2024-03-12"),
            ("la semaine prochaine", .french, "2024-W12"), ("cette année", .french, "2024"),
            ("il y a trois ans", .french, "2021"), ("lundi dernier", .french, "2024-03-11"),
            ("last year", .english, "2023"), ("next quarter", .english, "2024-Q2"),
            ("last Friday", .english, "2024-03-08"),
            ("two months ago", .english, "2024-01"), ("tomorrow morning", .english, "2024-03-14TMO"),
        ])
    func anchored(text: String, language: Language, timex: String) throws {
        let found = try AmountText.mentions(text, language, published: "2024-03-13T08:00:00Z")
        guard case .time(let time) = found.first?.mention.value else {
            Issue.record("no time in \(text)")
            return
        }
        #expect(time.timex == timex)
        #expect(time.isAnchored)
    }

    @Test("absolute dates tell their first and last day")
    func firstAndLast() throws {
        guard case .time(let time) = try AmountText.mentions("en février 2024", .french).first?.mention.value else {
            Issue.record("no date")
            return
        }
        #expect(time.first == "2024-02-01")
        #expect(time.last == "2024-02-29")
    }

    @Test(
        "days count across years",
        arguments: [
            (2024, 3, 13, 19_795, 3), (1970, 1, 1, 0, 4), (1969, 12, 31, -1, 3), (2000, 2, 29, 11_016, 2),
        ])
    func civilDates(year: Int, month: Int, day: Int, days: Int, weekday: Int) throws {
        let date = try #require(CivilDate(year: year, month: month, day: day))
        #expect(date.daysFromEpoch == days)
        #expect(CivilDate(daysFromEpoch: days) == date)
        #expect(date.weekday == weekday)
        #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
    }
}
