@testable import GlaneurLexicon
import GlaneurTestSupport
import Testing

@Suite struct LexiconImageTests {
    private func reason(_ bytes: [UInt8]) -> String? {
        do throws(LexiconError) {
            _ = try Lexicon(compiled: bytes, location: "lexicon.glex")
            return nil
        } catch {
            return error.reason
        }
    }

    @Test func aSoundImageOpens() throws {
        let bytes = try SmallLexicon.compiled()
        #expect(reason(bytes) == nil)
        #expect(try SmallLexicon.open().withCompiledBytes { Array($0) } == bytes)
        #expect(try SmallLexicon.open().fingerprint.count == 16)
    }

    @Test func anyChangedByteIsRefused() throws {
        var random = SeededGenerator(seed: SeededGenerator.announce(31, for: "LexiconImage, changed bytes"))
        let sound = try SmallLexicon.compiled()
        for _ in 0..<200 {
            var bytes = sound
            let place = bytes.indices.randomElement(using: &random) ?? 0
            bytes[place] ^= UInt8.random(in: 1...255, using: &random)
            #expect(reason(bytes) != nil, "byte \(place) changed to \(bytes[place])")
        }
    }

    @Test func anyChangedBitOfTheHeaderIsRefused() throws {
        let sound = try SmallLexicon.compiled()
        for bit in 0..<(LexiconImage.headerSize * 8) {
            var bytes = sound
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(reason(bytes) != nil, "bit \(bit % 8) of byte \(bit / 8)")
        }
    }

    @Test(arguments: [0, 1, 8, 31, 32, 100, 224])
    func aShortFileIsRefused(_ count: Int) throws {
        #expect(reason(Array(try SmallLexicon.compiled().prefix(count))) != nil)
    }

    @Test func aFileCutAnywhereOrGoingOnIsRefused() throws {
        let sound = try SmallLexicon.compiled()
        #expect(reason(sound.dropLast()) == "cut short: \(sound.count - 1) bytes")
        #expect(reason(sound + [0]) != nil)
    }

    @Test func anotherVersionIsRefusedByNumber() throws {
        var bytes = try SmallLexicon.compiled()
        bytes[8] = 99
        #expect(reason(bytes) == "format 99, expected \(LexiconImage.version)")
    }

    @Test func anotherFileIsRefused() {
        #expect(reason(Array("form\tclass\tvalue\tsource\n".utf8)) == "not a compiled lexicon")
        #expect(reason([]) == "not a compiled lexicon")
    }
}
