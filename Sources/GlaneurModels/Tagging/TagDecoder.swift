/// Finds the likeliest legal row of tags under a model with sixteen labels and weights of one byte.
package struct TagDecoder {
    /// The scores of the tags of one word, those of ``SpanTags`` but the first, which always has 0.
    package typealias Scores = SIMD16<Int16>

    private let transitions: [Int32]
    private var best: [Int32] = []
    private var origins: [UInt8] = []

    private static let floor = Int32.min / 4
    private static let pairs: [(from: Int, to: Int)] = (0..<SpanTags.count).flatMap { from in
        (0..<SpanTags.count).filter { SpanTags.mayFollow($0, from) }.map { (from, $0) }
    }

    /// Makes a decoder for a model.
    package init(_ model: LinearModel) {
        var transitions: [Int32] = []
        for from in 0..<SpanTags.count {
            var sum = model.tagSum()
            sum.add(SpanTags.transitionFeature(from: from))
            transitions.append(0)
            for place in 0..<16 { transitions.append(Int32(sum.scores[place])) }
        }
        self.transitions = transitions
    }

    /// Sets `tags` to the likeliest tags of a row of words.
    package mutating func decode(_ scores: ArraySlice<Scores>, into tags: inout [Int]) {
        let width = SpanTags.count
        tags.removeAll(keepingCapacity: true)
        best.removeAll(keepingCapacity: true)
        origins.removeAll(keepingCapacity: true)
        guard !scores.isEmpty else { return }
        best.append(contentsOf: repeatElement(TagDecoder.floor, count: scores.count * width))
        origins.append(contentsOf: repeatElement(0, count: scores.count * width))
        for (offset, score) in scores.enumerated() {
            let base = offset * width
            if offset == 0 {
                for tag in 0..<width where SpanTags.mayFollow(tag, SpanTags.outside) { best[tag] = transitions[tag] }
            } else {
                for pair in TagDecoder.pairs {
                    let sum = best[base - width + pair.from] + transitions[pair.from * width + pair.to]
                    if sum > best[base + pair.to] {
                        best[base + pair.to] = sum
                        origins[base + pair.to] = UInt8(pair.from)
                    }
                }
            }
            for place in 0..<16 { best[base + place + 1] += Int32(score[place]) }
        }
        var tag = 0
        let last = (scores.count - 1) * width
        for other in 0..<width where !SpanTags.isOpen(other) && best[last + other] > best[last + tag] { tag = other }
        for offset in stride(from: scores.count - 1, through: 0, by: -1) {
            tags.append(tag)
            tag = Int(origins[offset * width + tag])
        }
        tags.reverse()
    }
}
