import Testing

@testable import GlaneurRecognizers

@Suite("Days of the calendar")
struct CivilDateTests {
    @Test(
        "days count across years",
        arguments: [
            (2024, 3, 13, 19_795, 3), (1970, 1, 1, 0, 4), (1969, 12, 31, -1, 3), (2000, 2, 29, 11_016, 2),
        ])
    func counting(year: Int, month: Int, day: Int, days: Int, weekday: Int) throws {
        let date = try #require(CivilDate(year: year, month: month, day: day))
        #expect(date.daysFromEpoch == days)
        #expect(CivilDate(daysFromEpoch: days) == date)
        #expect(date.weekday == weekday)
        #expect(CivilDate(year: 2023, month: 2, day: 29) == nil)
    }

    @Test(
        "feasts fall on their days",
        arguments: [
            ("12-25", 2024, "2024-12-25"), ("easter", 2024, "2024-03-31"), ("easter", 2019, "2019-04-21"),
            ("easter+39", 2023, "2023-05-18"), ("easter-47", 2025, "2025-03-04"), ("pascha", 2024, "2024-05-05"),
            ("11-4-4", 2023, "2023-11-23"), ("11-4-4+1", 2024, "2024-11-29"), ("5-1-9", 2022, "2022-05-30"),
            ("hijri-10-1", 2024, "2024-04-10"), ("hijri-9-1", 2022, "2022-04-02"),
        ])
    func feasts(rule: String, year: Int, day: String) {
        #expect(Holiday(rule[...]).day(of: year).map(Timex.day) == day)
    }

    @Test("a feast whose rule is not known has no day")
    func unknownFeast() {
        #expect(Holiday("").day(of: 2024) == nil)
        #expect(Holiday("2-30").day(of: 2024) == nil)
    }

    @Test("an instant is told to the second and across midnight")
    func instants() throws {
        let anchor = try #require(TimeAnchor(rfc3339: "2024-03-13T23:50:30+01:00"))
        #expect(anchor.adding(seconds: 600)?.timex == "2024-03-14T00:00:30")
        #expect(anchor.adding(seconds: -3600)?.timex == "2024-03-13T22:50:30")
        #expect(TimeAnchor(rfc3339: "2024-03-13")?.adding(seconds: 60) == nil)
        #expect(TimeAnchor(rfc3339: "yesterday") == nil)
    }
}
