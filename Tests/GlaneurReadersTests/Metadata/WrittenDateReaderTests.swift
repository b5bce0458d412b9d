import GlaneurTestSupport
import Testing

@testable import GlaneurReaders

@Suite struct WrittenDateReaderTests {
    private func dates(_ text: String, isDayFirst: Bool = true) -> [String] {
        WrittenDateReader.dates(in: Array(text.utf8), lexicon: TestLexicon.shared, isDayFirst: isDayFirst).map {
            found in
            let clock = found.time.clock.map { " \($0.hour):\($0.minute)" } ?? ""
            return found.time.description + clock
        }
    }

    @Test(arguments: [
        ("Publié le 12 mars 2019 à 14h05", "2019-03-12 14:5"),
        ("mardi 1er août 2023", "2023-08-01"),
        ("le 3 févr. 2024", "2024-02-03"),
        ("March 12, 2019", "2019-03-12"),
        ("Mar 4th, 2019", "2019-03-04"),
        ("12th of March, 2019", "2019-03-12"),
        ("Published 8:00 PM EST, Tue December 19, 2023", "2023-12-19 20:0"),
        ("Dec. 21, 2023 11:00 pm EST", "2023-12-21 23:0"),
        ("20 Dec 2023 | 12.15 a.m.", "2023-12-20 0:15"),
        ("12/03/2019", "2019-03-12"),
        ("23.05.2011", "2011-05-23"),
        ("2019-03-12 15:03:30", "2019-03-12 15:3"),
        ("Dec 05, 20232 Shares", "2023-12-05"),
    ])
    func daysAreReadInBothLanguages(text: String, expected: String) {
        #expect(dates(text) == [expected])
    }

    @Test func figuresAreReadAsThePageWritesThem() {
        #expect(dates("03/12/2019", isDayFirst: false) == ["2019-03-12"])
        #expect(dates("03/12/2019", isDayFirst: true) == ["2019-12-03"])
        #expect(dates("23/12/2019", isDayFirst: false) == ["2019-12-23"])
        #expect(dates("03.12.2019", isDayFirst: false) == ["2019-12-03"])
    }

    @Test func severalDaysStandInALine() {
        #expect(dates("Posted: Dec 20, 2023 10:27 AM | Last Updated: December 21, 2023").count == 2)
    }

    @Test(arguments: [
        "hier", "mars 2019", "May 2019", "12 mars", "© 2019", "10/10", "1-2-3", "01 02 03 04 05", "32 mars 2019",
        "1,234,567", "192.168.1.12",
    ])
    func otherFiguresAreNoDay(text: String) {
        #expect(dates(text).isEmpty)
    }
}
