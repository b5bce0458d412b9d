/// The tags by which a row of words says where spans begin and end and of which kind each is.
///
/// Tag 0 is a word outside; each kind has four more in a row: the first word of a span, one in the middle, the last, and a word
/// that is a span by itself. Ends that are told apart from middles are learned better than beginnings alone (Ratinov and
/// Roth, "Design challenges and misconceptions in named entity recognition", CoNLL 2009).
package enum SpanTags {
    /// Outside of all spans.
    package static let outside = 0
    /// The tags of one kind.
    package static let perKind = 4
    /// The number of kinds.
    package static let kinds = 4
    /// The number of tags.
    package static let count = 1 + kinds * perKind

    /// What a tag says of its word's place.
    package enum Place: Int, CaseIterable, Sendable {
        case first, middle, last, single
    }

    /// The tag of a place in a span of a kind.
    package static func tag(_ place: Place, kind: Int) -> Int { 1 + kind * perKind + place.rawValue }

    /// The kind of a tag that is not outside.
    package static func kind(_ tag: Int) -> Int { (tag - 1) / perKind }

    /// The place of a tag; nothing outside.
    package static func place(_ tag: Int) -> Place? { tag == outside ? nil : Place(rawValue: (tag - 1) % perKind) }

    /// Whether the span of a tag goes on behind its word.
    package static func isOpen(_ tag: Int) -> Bool {
        switch place(tag) {
        case .first, .middle: true
        default: false
        }
    }

    /// Whether `next` may stand behind `tag`: a span that goes on does so in its kind, and nothing goes on that was not open.
    package static func mayFollow(_ next: Int, _ tag: Int) -> Bool {
        let continues =
            switch place(next) {
            case .middle, .last: true
            default: false
            }
        guard isOpen(tag) else { return !continues }
        return continues && kind(next) == kind(tag)
    }

    /// The tags of a span of a kind over so many words.
    package static func tags(count: Int, kind: Int) -> [Int] {
        guard count > 1 else { return [tag(.single, kind: kind)] }
        return [tag(.first, kind: kind)] + Array(repeating: tag(.middle, kind: kind), count: count - 2)
            + [tag(.last, kind: kind)]
    }

    /// The spans that a row of legal tags says, in order.
    package static func spans(_ tags: [Int]) -> [(range: Range<Int>, kind: Int)] {
        var spans: [(range: Range<Int>, kind: Int)] = []
        forEachSpan(tags) { spans.append(($0, $1)) }
        return spans
    }

    /// Calls `body` with each span that a row of legal tags says and with its kind, in order.
    package static func forEachSpan(_ tags: [Int], _ body: (Range<Int>, Int) -> Void) {
        var start = 0
        for (index, tag) in tags.enumerated() where tag != outside {
            guard let place = place(tag) else { continue }
            if place == .first || place == .single { start = index }
            if place == .last || place == .single { body(start..<index + 1, kind(tag)) }
        }
    }
}

extension SpanTags {
    /// The feature under which a model keeps the weights of the tags behind `tag`.
    package static func transitionFeature(from tag: Int) -> UInt32 {
        FeatureHash(1 << 20).adding(UInt64(tag)).value
    }
}
