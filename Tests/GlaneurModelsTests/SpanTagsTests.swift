import Testing

@testable import GlaneurModels

@Suite struct SpanTagsTests {
    @Test func tagsOfASpanSayThatSpan() {
        for kind in 0..<SpanTags.kinds {
            for count in 1...5 {
                let tags = [SpanTags.outside] + SpanTags.tags(count: count, kind: kind) + [SpanTags.outside]
                let spans = SpanTags.spans(tags)
                #expect(spans.map(\.range) == [1..<count + 1] && spans.map(\.kind) == [kind])
                #expect(zip(tags, tags.dropFirst()).allSatisfy { SpanTags.mayFollow($1, $0) })
            }
        }
    }

    @Test func spansThatTouchStayApart() {
        let tags =
            SpanTags.tags(count: 2, kind: 0) + SpanTags.tags(count: 1, kind: 0) + SpanTags.tags(count: 3, kind: 2)
        #expect(SpanTags.spans(tags).map(\.range) == [0..<2, 2..<3, 3..<6])
    }

    @Test func aSpanGoesOnInItsKindAndNothingElseDoes() {
        let first = SpanTags.tag(.first, kind: 1)
        #expect(SpanTags.mayFollow(SpanTags.tag(.last, kind: 1), first))
        #expect(!SpanTags.mayFollow(SpanTags.tag(.last, kind: 2), first))
        #expect(!SpanTags.mayFollow(SpanTags.outside, first))
        #expect(!SpanTags.mayFollow(SpanTags.tag(.middle, kind: 1), SpanTags.outside))
        #expect(!SpanTags.mayFollow(SpanTags.tag(.last, kind: 1), SpanTags.tag(.single, kind: 1)))
    }
}
