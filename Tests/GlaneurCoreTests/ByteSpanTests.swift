import GlaneurCore
import Testing

@Suite struct ByteSpanTests {
    @Test func boundsAreHalfOpen() {
        let span = ByteSpan(2, 5)
        #expect(span.start == 2 && span.end == 5 && span.count == 3 && span.range == 2..<5 && !span.isEmpty)
        #expect(ByteSpan(4, 4).isEmpty)
        #expect(span.description == "[2,5)")
    }

    @Test(arguments: [
        (ByteSpan(0, 3), ByteSpan(3, 5), false), (ByteSpan(0, 4), ByteSpan(3, 5), true),
        (ByteSpan(3, 4), ByteSpan(0, 9), true), (ByteSpan(3, 3), ByteSpan(3, 5), false),
    ])
    func neighboursShareNoByte(_ left: ByteSpan, _ right: ByteSpan, _ overlap: Bool) {
        #expect(left.overlaps(right) == overlap)
        #expect(right.overlaps(left) == overlap)
    }

    @Test(arguments: [
        (ByteSpan(0, 5), ByteSpan(0, 5), true), (ByteSpan(0, 5), ByteSpan(5, 5), true),
        (ByteSpan(0, 5), ByteSpan(4, 6), false), (ByteSpan(1, 5), ByteSpan(0, 2), false),
    ])
    func containsComparesBothEnds(_ outer: ByteSpan, _ inner: ByteSpan, _ contains: Bool) {
        #expect(outer.contains(inner) == contains)
    }

    @Test func orderIsByStartThenShorterFirst() {
        let spans = [ByteSpan(3, 4), ByteSpan(0, 9), ByteSpan(0, 2), ByteSpan(3, 3)]
        #expect(spans.sorted() == [ByteSpan(0, 2), ByteSpan(0, 9), ByteSpan(3, 3), ByteSpan(3, 4)])
    }
}
