import Testing

@testable import GlaneurReaders

@Suite struct WrittenTimeTests {
    @Test(arguments: [
        ("Wed, 31 Jan 2024 08:00:00 +0100", "2024-01-31T08:00:00+01:00"),
        ("31 Jan 24 08:00 GMT", "2024-01-31T08:00:00Z"),
        ("Wed, 31 Jan 2024 08:00:00 EST", "2024-01-31T08:00:00-05:00"), ("1 Feb 2024", "2024-02-01"),
        ("Tue, 4 Jun 2024 10:00:00 +0200 (CEST)", "2024-06-04T10:00:00+02:00"),
        ("20240131T080000+0100", "2024-01-31T08:00:00+01:00"), ("20240131T080000Z", "2024-01-31T08:00:00Z"),
        ("20240131", "2024-01-31"), ("2024-01-31T08:00:00Z", "2024-01-31T08:00:00Z"), ("1898-01-13", "1898-01-13"),
    ])
    func timesAreBroughtIntoOneForm(written: String, expected: String) {
        #expect(WrittenTime.rfc3339(written) == expected)
    }

    @Test(arguments: ["", "mardi", "31", "99 Jan 2024 08:00 GMT", "20241341", "1898-13-13", "12 Foo 2024"])
    func otherTextsAreNoTimes(written: String) {
        #expect(WrittenTime.rfc3339(written) == nil)
    }
}
