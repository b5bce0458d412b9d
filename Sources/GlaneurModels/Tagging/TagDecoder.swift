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

    private let steps: [Steps]
    /// For each word the tag before it: one for the tags between spans, then whether a middle and a last come from a middle.
    private var origins: [Origin] = []

    private struct Origin {
        /// The best tag before a word that begins a span or is outside.
        var outer: UInt8
        /// Bit k: the middle of kind k comes from a middle; bit k + 4: the last of kind k does.
        var inner: UInt8
    }

    /// Makes a decoder for a model.
    package init(_ model: LinearModel) {
        steps = (0..<SpanTags.kinds).map { kind in
            func weight(_ from: SpanTags.Place, _ to: SpanTags.Place) -> Int32 {
                var sum = model.tagSum()
                sum.add(SpanTags.transitionFeature(from: SpanTags.tag(from, kind: kind)))
                return Int32(sum.scores[SpanTags.tag(to, kind: kind) - 1])
            }
            return Steps(
                firstToMiddle: weight(.first, .middle), firstToLast: weight(.first, .last),
                middleToMiddle: weight(.middle, .middle), middleToLast: weight(.middle, .last))
        }
    }

    /// Sets `tags` to the likeliest tags of a row of words.
    package mutating func decode(_ scores: [Scores], into tags: inout [Int]) {
        tags.removeAll(keepingCapacity: true)
        origins.removeAll(keepingCapacity: true)
        let floor = Int32.min / 4
        // The best sums that end with each tag, outside alone being legal before the first word.
        var outside: Int32 = 0
        var first = SIMD4<Int32>(repeating: floor)
        var middle = first
        var last = first
        var single = first
        for score in scores {
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
            var inner: UInt8 = 0
            for kind in 0..<SpanTags.kinds {
                let step = steps[kind]
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
            outside = best
            origins.append(Origin(outer: UInt8(tag), inner: inner))
        }
        var best = outside
        var tag = SpanTags.outside
        for kind in 0..<SpanTags.kinds {
            for (sum, place) in [(last[kind], SpanTags.Place.last), (single[kind], .single)] where sum > best {
                best = sum
                tag = SpanTags.tag(place, kind: kind)
            }
        }
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
}
