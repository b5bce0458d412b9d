import GlaneurTestSupport
import Testing

@testable import GlaneurResolution

@Suite struct KeyTableTests {
    @Test func itAnswersLikeADictionary() {
        var random = SeededGenerator(seed: SeededGenerator.announce(5, for: "KeyTable"))
        var table = KeyTable<Int>(minimumCapacity: 4)
        var dictionary: [UInt64: Int] = [:]
        for value in 0..<2000 {
            // Few keys, so that many are set again, and many with the same lower bits.
            let key = UInt64.random(in: 1...600, using: &random) << (value % 3 == 0 ? 20 : 0)
            table.set(key, value)
            dictionary[key] = value
        }
        for (key, value) in dictionary { #expect(table[key] == value) }
        for key in UInt64(601)...900 { #expect(table[key] == nil) }
    }

    @Test func aValueMayBeNothing() {
        var table = KeyTable<String?>()
        table.set(7, nil)
        #expect(table[7] == .some(nil))
        #expect(table[8] == nil)
    }
}
