import Testing

@testable import GlaneurReaders

@Suite struct HTMLSelfCheckTests {
    @Test func linkedParserTellsPlacesAsExpected() {
        #expect(HTMLSelfCheck.run() == [])
    }
}
