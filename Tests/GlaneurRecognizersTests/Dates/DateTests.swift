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
            "à ⟦TIME:15 h 30|T15:30⟧, heure locale, en ⟦DATE:fin d'année|-⟧ et au ⟦DATE:dernier exercice budgétaire|-⟧",
            "payé ⟦SET:annuellement|P1Y⟧ à la ⟦DATE:fin de l'année 2025|2025⟧",
            "En ⟦DATE:2018|2018⟧, depuis ⟦DATE:2017|2017⟧, Tesla (⟦DATE:2003|2003⟧) et l’exercice ⟦DATE:2023|2023⟧",
            "⟦DATE:ces derniers mois|-⟧, le ⟦DATE:mois dernier|-⟧ et ⟦DATE:d’ici quelques mois|-⟧",
            "⟦DATE:il y a quelques mois|-⟧, ⟦DATE:Deux jours plus tôt|-⟧ et la ⟦DATE:semaine suivante|-⟧",
            "⟦DURATION:quatre mois|P4M⟧, ⟦DURATION:un an et demi|P1.5Y⟧, ⟦DURATION:quelques semaines|PXW⟧",
            "les ⟦DATE:années 1990|199⟧, les ⟦DATE:années soixante|196⟧ et le ⟦DATE:XXIe siècle|20⟧",
            "le ⟦DATE:12/03/2024|2024-03-12⟧, le ⟦DATE:2024-03-12|2024-03-12⟧ et le ⟦DATE:22/04|XXXX-04-22⟧",
            "en ⟦DATE:juin de 1992|1992-06⟧, le ⟦DATE:deuxième jour d’août|XXXX-08-02⟧ et en ⟦DATE:juillet 98|1998-07⟧",
            "⟦DATE:ce mardi 16 août|XXXX-08-16⟧, la ⟦DATE:semaine du 6 octobre|XXXX-10-06⟧ et le ⟦DATE:12 déc. 2023|2023-12-12⟧",
            "⟦DATE:fin 2023|2023⟧, ⟦DATE:mi-mars|XXXX-03⟧, au ⟦DATE:début de 2020|2020⟧ et à la ⟦DATE:fin du mois de mai|XXXX-05⟧",
            "les ⟦DATE:18|XXXX-06-18⟧, ⟦DATE:19|XXXX-06-19⟧ et ⟦DATE:20 juin|XXXX-06-20⟧, ⟦DATE:sam. 12 octobre|XXXX-10-12⟧",
            "⟦DATE:Noël 2023|2023-12-25⟧, le ⟦DATE:14-Juillet|XXXX-07-14⟧ et la ⟦DATE:Toussaint|XXXX-11-01⟧",
        ])
    func french(marked: String) throws { try AmountText.check(marked, .french, labels: labels) }

    @Test(
        "French times and sets",
        arguments: [
            "⟦SET:tous les matins|TMO⟧, ⟦SET:chaque année|P1Y⟧, ⟦SET:tous les deux ans|P2Y⟧",
            "⟦SET:chaque lundi à 16h|XXXX-WXX-1T16⟧ et ⟦SET:une fois par mois|P1M⟧",
            "à ⟦TIME:20h45|T20:45⟧, vers ⟦TIME:8 heures|T08⟧ et à ⟦TIME:midi|T12⟧",
            "à ⟦TIME:quinze heures trente|T15:30⟧, à ⟦TIME:neuf heures moins le quart|T08:45⟧ et à ⟦TIME:midi et demi|T12:30⟧",
            "le ⟦TIME:2 mars à 5h du matin|XXXX-03-02T05⟧, ⟦TIME:lundi en fin d’après-midi|XXXX-WXX-1TAF⟧",
            "la ⟦TIME:nuit du 8 au 9 mai 2016|2016-05-08TNI/2016-05-09TNI⟧, ⟦TIME:dans la soirée|TEV⟧",
            "⟦TIME:hier soir|TEV⟧ et ⟦TIME:3 heures du matin|T03⟧, mais ⟦DURATION:2 heures|PT2H⟧ de route",
            "⟦DURATION:trois quarts d’heure|PT0.75H⟧ et au moins ⟦DURATION:18h|PT18H⟧",
        ])
    func frenchTimes(marked: String) throws { try AmountText.check(marked, .french, labels: labels) }

    @Test(
        "English dates",
        arguments: [
            "on ⟦DATE:March 21, 2024|2024-03-21⟧ and ⟦DATE:July 8|XXXX-07-08⟧, the ⟦DATE:8th of July, 2024|2024-07-08⟧",
            "in ⟦DATE:June 2024|2024-06⟧, in ⟦DATE:April|XXXX-04⟧ and in ⟦DATE:May|XXXX-05⟧",
            "the ⟦DATE:third quarter of 2024|2024-Q3⟧, the ⟦DATE:fall of 2025|2025-FA⟧, ⟦DATE:Q1 2024|2024-Q1⟧",
            "⟦DATE:FY2024|FY2024⟧, the ⟦DATE:second quarter of fiscal 2023|FY2023-Q2⟧ and ⟦DATE:2018 Q4|2018-Q4⟧",
            "⟦DATE:Last week|-⟧, ⟦DATE:next year|-⟧, the ⟦DATE:past few months|-⟧ and ⟦DATE:year-end|-⟧",
            "In ⟦DATE:2018|2018⟧ and since ⟦DATE:2020|2020⟧, the ⟦DATE:1990s|199⟧, the ⟦DATE:21st century|20⟧",
            "just ⟦DURATION:a month|P1M⟧ after, for ⟦DURATION:five years|P5Y⟧, ⟦DURATION:an hour and a half|PT1.5H⟧",
            "⟦DATE:three years ago|-⟧, ⟦DATE:three weeks from tomorrow|-⟧ and ⟦DATE:later this year|-⟧",
            "⟦DATE:a couple of days ago|-⟧, the ⟦DATE:day after Christmas|-⟧ and the ⟦DATE:mid-nineties|199⟧",
            "on ⟦DATE:03/12/2024|2024-03-12⟧, on ⟦DATE:Monday, July 8|XXXX-07-08⟧ and on ⟦DATE:05-Aug-2016|2016-08-05⟧",
            "the ⟦DATE:second of August|XXXX-08-02⟧, ⟦DATE:mid-2018|2018⟧ and the ⟦DATE:end of April|XXXX-04⟧",
            "⟦DATE:Thanksgiving 2023|2023-11-23⟧, ⟦DATE:Easter Monday 2025|2025-04-21⟧ and ⟦DATE:Christmas|XXXX-12-25⟧",
            "the ⟦DATE:last day of October 2015|2015-10-31⟧, the ⟦DATE:first Monday of March 2024|2024-03-04⟧",
            "⟦DATE:week 10 of 2019|2019-W10⟧ and the ⟦DATE:last four months of 2021|2021-09-01/2021-12-31⟧",
        ])
    func english(marked: String) throws { try AmountText.check(marked, .english, labels: labels) }

    @Test(
        "English times and sets",
        arguments: [
            "⟦SET:every Tuesday|XXXX-WXX-2⟧, ⟦TIME:8:30 p.m.|T20:30⟧ and ⟦SET:once a week|P1W⟧",
            "⟦SET:every day at 7:13 p.m.|T19:13⟧, ⟦TIME:Friday, July 7 at 11 am|XXXX-07-07T11⟧",
            "at ⟦TIME:half past seven|T07:30⟧, at a ⟦TIME:quarter past 3pm|T15:15⟧ and at ⟦TIME:three thirty|T03:30⟧",
            "⟦TIME:5-6 p.m. on Friday|XXXX-WXX-5T17/XXXX-WXX-5T18⟧ and ⟦SET:every Friday night|XXXX-WXX-5TNI⟧",
            "⟦TIME:10:00 GMT|T10:00⟧ and ⟦TIME:2024-03-12T08:30:00Z|2024-03-12T08:30:00⟧, at ⟦TIME:noon on Friday|XXXX-WXX-5T12⟧",
            "⟦DURATION:2 years 3 months|P27M⟧, ⟦DURATION:1 hour 30 minutes|PT90M⟧, ⟦DURATION:a quarter of an hour|PT0.25H⟧",
        ])
    func englishTimes(marked: String) throws { try AmountText.check(marked, .english, labels: labels) }

    @Test(
        "a range is one span with its opening word",
        arguments: [
            ("⟦DATE:du 3 au 5 mai 2024|2024-05-03/2024-05-05⟧", Language.french),
            ("⟦DATE:entre 2014 et 2018|2014/2018⟧ et ⟦DATE:de janvier à avril 2015|2015-01/2015-04⟧", .french),
            ("⟦TIME:jeudi de 9h à 11h|XXXX-WXX-4T09/XXXX-WXX-4T11⟧, OUVERT ⟦TIME:DE 9H A 18H|T09/T18⟧", .french),
            ("le championnat ⟦DATE:2016-2017|2016/2017⟧, puis ⟦DATE:13-15 juillet|XXXX-07-13/XXXX-07-15⟧", .french),
            ("⟦TIME:entre 10 et 11h30 le 1er mai 2015|2015-05-01T10/2015-05-01T11:30⟧", .french),
            (
                "⟦DATE:from May 1968 to May 1969|1968-05/1969-05⟧ and ⟦DATE:July 13 to 15|XXXX-07-13/XXXX-07-15⟧",
                .english
            ),
            ("⟦TIME:from 9:30 to 11:00 on Thursday|XXXX-WXX-4T09:30/XXXX-WXX-4T11:00⟧", .english),
            ("⟦TIME:Wednesday, July 12 from 3:00-5:30 p.m.|XXXX-07-12T15:00/XXXX-07-12T17:30⟧", .english),
            (
                "sales ⟦DATE:between 2007 and the end of 2009|2007/2009⟧, in ⟦DATE:2007|2007⟧ and ⟦DATE:2009|2009⟧",
                .english
            ),
        ])
    func ranges(marked: String, language: Language) throws { try AmountText.check(marked, language, labels: labels) }

    @Test(
        "words that look like times are none",
        arguments: [
            ("un rapport a été rendu, la planète Mars aussi, 2000 personnes en tout", Language.french),
            ("l’ascension du col, Juno se met en veille, au lendemain de la fusillade", .french),
            ("Noël Dupont et Avril Martin", .french),
            ("The Sunday Times saw Theresa May march on; may she win 2000 votes a year.", .english),
            ("It costs $5 a day and 300 barrels a month.", .english),
            ("at one or more meetings, smashed at 3.5–4.0, in their mid-20s", .english),
            ("in her twenties, a Christmas cake, 10 light years away", .english),
            ("un marché de Noël, un appel a été passé, à dix-huit années-lumière", .french),
            ("Easter Island, the Good Friday Agreement, a fall in prices, call 138-2010-2015", .english),
            ("3/4", .english),
        ])
    func others(text: String, language: Language) throws { try AmountText.check(text, language, labels: labels) }

    @Test(
        "relative dates are resolved against publication",
        arguments: [
            ("le mois dernier", Language.french, "2024-02"), ("mars dernier", .french, "2023-03"),
            ("le 8 juillet dernier", .french, "2023-07-08"), ("hier", .french, "2024-03-12"),
            ("la semaine prochaine", .french, "2024-W12"), ("cette année", .french, "2024"),
            ("il y a trois ans", .french, "2021"), ("lundi dernier", .french, "2024-03-11"),
            ("dans deux heures", .french, "2024-03-13T10:00:00"), ("lundi en huit", .french, "2024-03-25"),
            ("ces trois dernières années", .french, "2021-03-13/2024-03-12"), ("l’hiver dernier", .french, "2023-WI"),
            ("le premier lundi du mois", .french, "2024-03-04"), ("la nuit dernière", .french, "2024-03-12TNI"),
            ("last year", .english, "2023"), ("next quarter", .english, "2024-Q2"),
            ("last Friday", .english, "2024-03-08"), ("next Tuesday", .english, "2024-03-19"),
            ("two months ago", .english, "2024-01-13"), ("tomorrow morning", .english, "2024-03-14TMO"),
            ("Wednesday of next week", .english, "2024-03-20"), ("tonight at 11", .english, "2024-03-13T23"),
            ("five minutes ago", .english, "2024-03-13T07:55:00"),
            ("two days before Christmas", .english, "2024-12-23"),
            ("Easter", .english, "2024-03-31"), ("the last 2 quarters", .english, "2023-07-01/2023-12-31"),
        ])
    func anchored(text: String, language: Language, timex: String) throws {
        let time = try time(text, language)
        #expect(time.timex == timex)
        #expect(time.isAnchored)
    }

    @Test(
        "what a text leaves open is filled in as its sentence tells",
        arguments: [
            ("The board met on Monday.", "XXXX-WXX-1", "2024-03-11"),
            ("The board will meet on Monday.", "XXXX-WXX-1", "2024-03-18"),
            ("It has been closed since Monday.", "XXXX-WXX-1", "2024-03-11"),
            ("It was sold on November 8.", "XXXX-11-08", "2023-11-08"),
            ("It will be sold on November 8.", "XXXX-11-08", "2024-11-08"),
            ("They met at 3pm.", "T15", "2024-03-13T15:00:00"),
        ])
    func placed(text: String, timex: String, first: String) throws {
        let time = try time(text, .english)
        #expect(time.timex == timex)
        #expect(time.first == first)
    }

    private func time(_ text: String, _ language: Language) throws -> TimeExpression {
        let found = try AmountText.mentions(text, language, published: "2024-03-13T08:00:00Z")
        let times = found.compactMap { if case .time(let time) = $0.mention.value { time } else { nil } }
        return try #require(times.first, "no time in \(text)")
    }

    @Test(
        "absolute dates tell their first and last day",
        arguments: [
            ("en février 2024", "2024-02-01", "2024-02-29"), ("mi-mars 2023", "2023-03-11", "2023-03-20"),
            ("fin 2023", "2023-09-01", "2023-12-31"),
            ("le 12 mars 2024 à 8h", "2024-03-12T08:00:00", "2024-03-12T08:00:00"),
        ])
    func firstAndLast(text: String, first: String, last: String) throws {
        guard case .time(let time) = try AmountText.mentions(text, .french).first?.mention.value else {
            Issue.record("no date")
            return
        }
        #expect(time.first == first)
        #expect(time.last == last)
    }
}
