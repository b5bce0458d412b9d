/// Finds the likeliest legal row of tags under a model with sixteen labels and weights of one byte.
///
/// Between spans nothing depends on the tag before; inside a span its steps have weights of their own.
package struct TagDecoder {
    /// The scores of the tags of one word, those of ``SpanTags`` but the first, which always has 0.
    package typealias Scores = SIMD16<Int16>

    /// For each kind the weights of the steps from the first word and from a middle one, to a middle one and to the last.
    private struct Steps {
        var firstToMiddle: Int32
        var firstToLast: Int32
        var middleToMiddle: Int32
        var middleToLast: Int32
    }

    private let steps: (Steps, Steps, Steps, Steps)
    /// For each word the tag before it: one for the tags between spans, then whether a middle and a last come from a middle.
    private var origins: [Origin] = []
    // The best sums so far that end with each tag, by the kinds of spans; outside alone is legal before the first word.
    private var outside: Int32 = 0
    private var first = TagDecoder.none
    private var middle = TagDecoder.none
    private var last = TagDecoder.none
    private var single = TagDecoder.none

    /// The sums of tags that are not legal.
    private static var none: SIMD4<Int32> { SIMD4(repeating: .min / 4) }

    private struct Origin {
        /// The best tag before a word that begins a span or is outside.
        var outer: UInt8
        /// Bit k: the middle of kind k comes from a middle; bit k + 4: the last of kind k does.
        var inner: UInt8
    }

    /// Makes a decoder for a model.
    package init(_ model: LinearModel) {
        func steps(_ kind: Int) -> Steps {
            func weight(_ from: SpanTags.Place, _ to: SpanTags.Place) -> Int32 {
                var sum = model.tagSum()
                sum.add(SpanTags.transitionFeature(from: SpanTags.tag(from, kind: kind)))
                return Int32(sum.scores[SpanTags.tag(to, kind: kind) - 1])
            }
            return Steps(
                firstToMiddle: weight(.first, .middle), firstToLast: weight(.first, .last),
                middleToMiddle: weight(.middle, .middle), middleToLast: weight(.middle, .last))
        }
        self.steps = (steps(0), steps(1), steps(2), steps(3))
    }

    /// Begins a row of words.
    package mutating func begin() {
        origins.removeAll(keepingCapacity: true)
        outside = 0
        first = TagDecoder.none
        middle = TagDecoder.none
        last = TagDecoder.none
        single = TagDecoder.none
    }

    /// Whether a span that goes on behind the last word is at most `margin` worse than all that ends with it.
    package func isOpen(within margin: Int32) -> Bool {
        let open = max(first.max(), middle.max())
        return open &+ margin > max(outside, max(last.max(), single.max()))
    }

    /// Adds a word that is outside, whatever it may be.
    package mutating func appendOutside() {
        let (best, tag) = closed
        outside = best
        first = TagDecoder.none
        middle = TagDecoder.none
        last = TagDecoder.none
        single = TagDecoder.none
        origins.append(Origin(outer: UInt8(tag), inner: 0))
    }

    /// Adds a word with its scores.
    package mutating func append(_ score: Scores) {
        let (best, tag) = closed
        var inner: UInt8 = 0
        step(0, steps.0, score, best, &inner)
        step(1, steps.1, score, best, &inner)
        step(2, steps.2, score, best, &inner)
        step(3, steps.3, score, best, &inner)
        outside = best
        origins.append(Origin(outer: UInt8(tag), inner: inner))
    }

    /// The best sum with which no span goes on, and its tag.
    private var closed: (sum: Int32, tag: Int) {
        var best = outside
        var tag = SpanTags.outside
        for kind in 0..<SpanTags.kinds {
            if last[kind] > best {
                best = last[kind]
                tag = SpanTags.tag(.last, kind: kind)
            }
            if single[kind] > best {
                best = single[kind]
                tag = SpanTags.tag(.single, kind: kind)
            }
        }
        return (best, tag)
    }

    @inline(__always)
    private mutating func step(_ kind: Int, _ step: Steps, _ score: Scores, _ best: Int32, _ inner: inout UInt8) {
        let floor = TagDecoder.none[0]
        let place = kind * SpanTags.perKind
        var toMiddle = first[kind] &+ step.firstToMiddle
        if middle[kind] &+ step.middleToMiddle > toMiddle {
            toMiddle = middle[kind] &+ step.middleToMiddle
            inner |= 1 << UInt8(kind)
        }
        var toLast = first[kind] &+ step.firstToLast
        if middle[kind] &+ step.middleToLast > toLast {
            toLast = middle[kind] &+ step.middleToLast
            inner |= 16 << UInt8(kind)
        }
        first[kind] = best &+ Int32(score[place])
        middle[kind] = max(floor, toMiddle &+ Int32(score[place + 1]))
        last[kind] = max(floor, toLast &+ Int32(score[place + 2]))
        single[kind] = best &+ Int32(score[place + 3])
    }

    /// Sets `tags` to the likeliest tags of the words of the row.
    package func finish(_ tags: inout [Int]) {
        tags.removeAll(keepingCapacity: true)
        var (_, tag) = closed
        for origin in origins.reversed() {
            tags.append(tag)
            switch SpanTags.place(tag) {
            case .middle:
                let kind = SpanTags.kind(tag)
                tag = SpanTags.tag(origin.inner >> UInt8(kind) & 1 == 1 ? .middle : .first, kind: kind)
            case .last:
                let kind = SpanTags.kind(tag)
                tag = SpanTags.tag(origin.inner >> UInt8(kind + 4) & 1 == 1 ? .middle : .first, kind: kind)
            default: tag = Int(origin.outer)
            }
        }
        tags.reverse()
    }

    /// Sets `tags` to the likeliest tags of a row of words.
    package mutating func decode(_ scores: [Scores], into tags: inout [Int]) {
        begin()
        for score in scores { append(score) }
        finish(&tags)
    }
}
