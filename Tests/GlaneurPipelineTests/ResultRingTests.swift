import Testing

@testable import GlaneurPipeline

@Suite struct ResultRingTests {
    @Test(arguments: [1, 15, 16, 17, 100])
    func anyNumberOfResultsWaitsForTheOldest(count: Int) {
        var ring = ResultRing<Int>()
        // Begin off the start of the ring, so that growing must move what wraps around.
        for number in 0..<5 {
            ring.put(number, at: ring.open(Load()))
            #expect(ring.takeOldest()?.result == number)
        }
        let numbers = (0..<count).map { ring.open(Load(documents: $0, bytes: 0)) }
        for number in numbers.dropFirst().reversed() { ring.put(number, at: number) }
        #expect(ring.takeOldest() == nil)
        #expect(ring.inWork == 1)
        ring.put(numbers[0], at: numbers[0])
        for (place, number) in numbers.enumerated() {
            let taken = ring.takeOldest()
            #expect(taken?.result == number && taken?.load.documents == place)
        }
        #expect(ring.takeOldest() == nil)
    }
}
