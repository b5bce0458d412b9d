import GlaneurCore
import Testing

@Suite struct OriginTests {
    @Test func aTextWithoutStepsStandsOnItself() {
        #expect(Origin().rawSpan(of: ByteSpan(3, 8)) == ByteSpan(3, 8))
    }

    @Test func stepsAreWalkedFromTheTextOutward() {
        // UTF-16 on disk behind a byte order mark; of the decoded text, bytes 4 to 10 are the extracted one.
        var decoding = Alignment()
        decoding.append(output: 20, source: 2, outputUnit: 1, sourceUnit: 2)
        let extraction = Alignment(copying: 6, from: 4)
        var origin = Origin()
        origin.prepend(decoding)
        origin.prepend(extraction)
        #expect(origin.steps == [extraction, decoding])
        #expect(origin.rawSpan(of: ByteSpan(1, 3)) == ByteSpan(12, 16))
        #expect(decoding.sourceSpan(of: extraction.sourceSpan(of: ByteSpan(1, 3))) == ByteSpan(12, 16))
    }

    @Test func stepsThatChangeNothingAreNotKept() {
        var origin = Origin()
        origin.prepend(Alignment(copying: 30, from: 0))
        origin.prepend(Alignment())
        #expect(origin.steps.isEmpty)
    }
}
