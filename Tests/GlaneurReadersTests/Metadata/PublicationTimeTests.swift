import Testing

@testable import GlaneurReaders

@Suite struct PublicationTimeTests {
    @Test(arguments: [
        ("2024-01-31", "2024-01-31"),
        ("2024-01-31T08:00:00+01:00", "2024-01-31T08:00:00+01:00"),
        ("2024-01-31T08:00:00+0100", "2024-01-31T08:00:00+01:00"),
        ("2024-01-31T08:00:00-05", "2024-01-31T08:00:00-05:00"),
        ("2024-01-31T08:00Z", "2024-01-31T08:00:00Z"),
        ("2024-01-31T08:00:00.123Z", "2024-01-31T08:00:00Z"),
        ("2024-01-31 08:00:00", "2024-01-31"),
        ("2024-01-31 08:00:00 UTC", "2024-01-31T08:00:00Z"),
        ("2024/01/31", "2024-01-31"),
        ("2024-1-3", "2024-01-03"),
        ("20240131", "2024-01-31"),
        ("20240131T080000Z", "2024-01-31T08:00:00Z"),
        ("Wed, 31 Jan 2024 08:00:00 GMT", "2024-01-31T08:00:00Z"),
        ("Wed, 31 Jan 2024 08:00:00 +0100", "2024-01-31T08:00:00+01:00"),
        ("Wed, 31 Jan 2024 08:00:00 PST", "2024-01-31"),
        ("1706688000", "2024-01-31T08:00:00Z"),
        ("1706688000000", "2024-01-31T08:00:00Z"),
    ])
    func knownFormsBecomeOne(written: String, expected: String) {
        #expect(PublicationTime.normalized(written) == expected)
    }

    @Test(arguments: [
        "", "hier", "31/01/2024", "2024-13-01", "2023-02-29", "20x4-01-31x", "0001-01-01", "12", "2024", "99999999",
    ])
    func otherFormsAreNoTime(written: String) {
        #expect(PublicationTime.normalized(written) == nil)
    }

    @Test func daysAreCountedAsTheCalendarDoes() throws {
        for (year, month, day, number) in [
            (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 3, 1, 11_017), (2024, 2, 29, 19_782),
        ] {
            let time = try #require(PublicationTime(year: year, month: month, day: day))
            #expect(time.dayNumber == number)
        }
    }

    @Test(arguments: [
        ("2023-12-20T01:00:21Z", -300, "2023-12-19T20:00:21-05:00"),
        ("2023-12-31T23:30:00Z", 60, "2024-01-01T00:30:00+01:00"),
        ("2024-03-01T00:10:00Z", -60, "2024-02-29T23:10:00-01:00"),
        ("2024-03-01T04:00:00Z", 330, "2024-03-01T09:30:00+05:30"),
    ])
    func momentsMoveToOtherZones(written: String, zone: Int, expected: String) throws {
        let time = try #require(PublicationTime(machineWritten: written))
        let moved = time.moved(toZone: zone)
        #expect(moved.description == expected)
        #expect(moved.instant == time.instant)
    }

    @Test func clockOfTheReadersTellsTheZone() throws {
        let time = try #require(PublicationTime(machineWritten: "2023-12-20T01:00:21Z"))
        let clock = PublicationTime.Clock(hour: 20, minute: 0)
        let shown = try #require(PublicationTime(year: 2023, month: 12, day: 19, clock: clock))
        #expect(time.zone(showing: shown) == -300)
        let other = try #require(PublicationTime(year: 2023, month: 12, day: 17, clock: clock))
        #expect(time.zone(showing: other) == nil)
    }
}
