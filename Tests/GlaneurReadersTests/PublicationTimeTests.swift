import Testing

@testable import GlaneurReaders

@Suite struct PublicationTimeTests {
    @Test(arguments: [
        ("2024-01-31", "2024-01-31"),
        ("2024-01-31T08:00:00+01:00", "2024-01-31T08:00:00+01:00"),
        ("2024-01-31T08:00:00+0100", "2024-01-31T08:00:00+01:00"),
        ("2024-01-31T08:00Z", "2024-01-31T08:00:00Z"),
        ("2024-01-31T08:00:00.123Z", "2024-01-31T08:00:00Z"),
        ("2024-01-31 08:00:00", "2024-01-31"),
        ("2024/01/31", "2024-01-31"),
    ])
    func knownFormsBecomeOne(written: String, expected: String) {
        #expect(PublicationTime.normalized(written) == expected)
    }

    @Test(arguments: ["", "hier", "31/01/2024", "2024-13-01", "2024-01-31x".replacing("2024", with: "20x4")])
    func otherFormsAreNoTime(written: String) {
        #expect(PublicationTime.normalized(written) == nil)
    }
}
