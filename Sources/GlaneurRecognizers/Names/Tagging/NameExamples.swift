package import GlaneurCore
package import GlaneurModels

/// Makes the examples that the model of names learns from.
package struct NameExamples {
    /// The examples so far.
    package private(set) var rows = SequenceExamples()
    /// The number of names in gold.
    package private(set) var nameCount = 0
    /// The names that no run of lexemes makes, whatever their tags.
    package private(set) var unreachable: [ByteSpan] = []

    /// Makes an empty list.
    package init() {}

    /// Adds the sentences of a document.
    ///
    /// - Parameters:
    ///   - gold: the names, spans of the view, in order and without overlap.
    ///   - unmarked: the kinds of names that gold does not mark: what it leaves unmarked may be one of them.
    package mutating func add(_ passages: [Passage], gold: [(span: ByteSpan, label: Label)], unmarked: [Label] = []) {
        var next = 0
        for var features in NameFeatures.ofDocument(passages) {
            let span = features.passage.span
            while next < gold.count, gold[next].span.start < span.start { next += 1 }
            var last = next
            while last < gold.count, gold[last].span.start < span.end { last += 1 }
            add(&features, gold: gold[next..<last], unmarked: unmarked)
            next = last
        }
    }

    private mutating func add(
        _ features: inout NameFeatures, gold: ArraySlice<(span: ByteSpan, label: Label)>, unmarked: [Label]
    ) {
        let passage = features.passage
        var free: UInt32 = 1
        for label in unmarked {
            guard let kind = NameTagger.kinds.firstIndex(of: label) else { continue }
            for place in SpanTags.Place.allCases { free |= 1 << UInt32(SpanTags.tag(place, kind: kind)) }
        }
        var allowed = [UInt32](repeating: free, count: passage.lexemes.count)
        for (span, label) in gold {
            nameCount += 1
            let inside = passage.lexemes.indices.filter { passage.lexemes[$0].span.overlaps(span) }
            guard let first = inside.first, let last = inside.last, let kind = NameTagger.kinds.firstIndex(of: label)
            else {
                unreachable.append(span)
                continue
            }
            if passage.nameSpan(first..<last + 1) != span { unreachable.append(span) }
            for (index, tag) in zip(first...last, SpanTags.tags(count: last - first + 1, kind: kind)) {
                allowed[index] = 1 << UInt32(tag)
            }
        }
        var list: [UInt32] = []
        for stretch in features.stretches {
            features.forEachPlace(of: stretch) { index, place in
                guard let place else { return }
                list.removeAll(keepingCapacity: true)
                place.add(to: &list)
                rows.append(list, allowed: allowed[index])
            }
            rows.endRow()
        }
    }
}
