import GlaneurModels

/// The templates, in parts that each look at a few things alone, so that their sums can be remembered.
extension NameFeatures {
    /// Hands all features of a place to a sink.
    func add(_ place: Place, to features: inout some FeatureSink) {
        addWord(place, to: &features)
        addNeighbor(place.left, place.own.gap, .left, place, to: &features)
        addNeighbor(place.right, place.right.gap, .right, place, to: &features)
        addFurther(place.left2, .left, place, to: &features)
        addFurther(place.right2, .right, place, to: &features)
        addShapes(place, to: &features)
        if !place.run.isEmpty {
            addStanding(place, to: &features)
            addRun(place, to: &features)
        }
    }

    /// The scores of all features of a place: what adding each of them to `empty` says.
    @inline(__always)
    func scores(_ place: Place, from empty: TagSum, _ memo: SumMemo) -> TagDecoder.Scores {
        var scores = memo.sum(wordKey(place)) { TagSum.of(empty) { addWord(place, to: &$0) } }
        scores &+= memo.sum(neighborKey(place.left, place.own.gap, .left, place)) {
            TagSum.of(empty) { addNeighbor(place.left, place.own.gap, .left, place, to: &$0) }
        }
        scores &+= memo.sum(neighborKey(place.right, place.right.gap, .right, place)) {
            TagSum.of(empty) { addNeighbor(place.right, place.right.gap, .right, place, to: &$0) }
        }
        scores &+= memo.sum(furtherKey(place.left2, .left, place)) {
            TagSum.of(empty) { addFurther(place.left2, .left, place, to: &$0) }
        }
        scores &+= memo.sum(furtherKey(place.right2, .right, place)) {
            TagSum.of(empty) { addFurther(place.right2, .right, place, to: &$0) }
        }
        scores &+= memo.sum(shapesKey(place)) { TagSum.of(empty) { addShapes(place, to: &$0) } }
        if !place.run.isEmpty {
            scores &+= memo.sum(standingKey(place)) { TagSum.of(empty) { addStanding(place, to: &$0) } }
            scores &+= TagSum.of(empty) { addRun(place, to: &$0) }
        }
        return scores
    }

    /// The part that a key is of; a key with 0 here is that of nothing.
    private enum Part: UInt64 {
        case word = 1, left, right, left2, right2, shapes, standing
    }

    /// A side of a lexeme, as the number that its templates are higher by.
    private enum Side: UInt64 {
        case left = 0, right = 1
    }

    // MARK: The word by itself

    @inline(__always)
    private func wordKey(_ place: Place) -> SumMemo.Key {
        let own = place.own
        let look = own.shape | context << 8 | (own.isStart ? 1 << 12 : 0) | Part.word.rawValue << 13
        return SumMemo.Key(own.word, own.classes, own.lexicon << 16 | look, UInt64(own.head) << 32 | UInt64(own.tail))
    }

    private func addWord(_ place: Place, to features: inout some FeatureSink) {
        let own = place.own
        let start: UInt64 = own.isStart ? 1 : 0
        let head = UInt64(own.head)
        let tail = UInt64(own.tail)
        let casing = context & 3
        let isHeadline = context >> 2 & 1
        let language = context >> 3
        add(0, language, to: &features)
        add(1, own.word, to: &features)
        add(2, own.word, own.shape, to: &features)
        add(3, own.word, start, to: &features)
        add(4, own.shape, start, language, to: &features)
        add(5, own.shape, head >> 16, to: &features)
        add(6, own.shape, head >> 8, to: &features)
        add(7, own.shape, head, to: &features)
        add(8, own.shape, tail & 0xFFFF, to: &features)
        add(9, own.shape, tail & 0xFF_FFFF, to: &features)
        add(10, own.shape, tail, to: &features)
        add(11, own.shape, isHeadline, language, to: &features)
        add(12, own.shape, casing, start, to: &features)
        bits(own.classes) { add(40, $0, own.shape, start, to: &features) }
        add(45, own.classes, own.shape, language, to: &features)
        add(50, own.lexicon, own.shape, to: &features)
        add(51, own.lexicon, own.classes, to: &features)
        add(56, own.lexicon, start, isHeadline, to: &features)
        forms(own.lexicon) { add(59, $0, own.shape, to: &features) }
        smallForms(own.lexicon) { add(62, $0, own.shape, casing, to: &features) }
    }

    // MARK: The words beside it

    @inline(__always)
    private func neighborKey(_ other: NameLook, _ gap: UInt32, _ side: Side, _ place: Place) -> SumMemo.Key {
        let look = place.own.shape | (Part.left.rawValue + side.rawValue) << 13
        return SumMemo.Key(
            other.word, other.classes, other.lexicon << 16 | look, UInt64(gap) << 32 | UInt64(other.tail & 0xFF_FFFF))
    }

    private func addNeighbor(
        _ other: NameLook, _ gap: UInt32, _ side: Side, _ place: Place, to features: inout some FeatureSink
    ) {
        let shape = place.own.shape
        add(13 + side.rawValue, other.word, UInt64(gap), to: &features)
        add(22 + side.rawValue, other.word, shape, UInt64(gap), to: &features)
        add(30 + side.rawValue, UInt64(other.tail & 0xFF_FFFF), shape, to: &features)
        bits(other.classes) { add(41 + side.rawValue, $0, shape, to: &features) }
        forms(other.lexicon) { add(60 + side.rawValue, $0, shape, to: &features) }
        smallForms(other.lexicon) { add(63 + side.rawValue, $0, shape, to: &features) }
    }

    @inline(__always)
    private func furtherKey(_ other: NameLook, _ side: Side, _ place: Place) -> SumMemo.Key {
        SumMemo.Key(other.word, other.classes, place.own.shape | (Part.left2.rawValue + side.rawValue) << 13, 0)
    }

    private func addFurther(_ other: NameLook, _ side: Side, _ place: Place, to features: inout some FeatureSink) {
        add(15 + side.rawValue, other.word, to: &features)
        bits(other.classes) { add(43 + side.rawValue, $0, place.own.shape, to: &features) }
    }

    // MARK: How words are written, and the signs between them

    @inline(__always)
    private func shapesKey(_ place: Place) -> SumMemo.Key {
        let left = place.left2.shape << 16 | place.left.shape << 8 | place.own.shape
        let right = place.right2.shape << 8 | place.right.shape
        let signs = UInt64(place.own.gap) | UInt64(place.right.gap) << 20 | UInt64(place.next) << 40
        return SumMemo.Key(left << 16 | right, signs, Part.shapes.rawValue << 13, 0)
    }

    private func addShapes(_ place: Place, to features: inout some FeatureSink) {
        let own = place.own.shape
        let left = place.left.shape
        let right = place.right.shape
        let gap = UInt64(place.own.gap)
        add(24, left, own, gap, to: &features)
        add(25, own, right, UInt64(place.right.gap), to: &features)
        add(26, left, own, right, to: &features)
        add(27, place.left2.shape << 16 | left, own, right << 16 | place.right2.shape, to: &features)
        add(28, gap, own, UInt64(place.next), to: &features)
    }

    // MARK: The run of words with capitals, and the rest of the document

    @inline(__always)
    private func standingKey(_ place: Place) -> SumMemo.Key {
        let start: UInt64 = place.own.isStart ? 1 : 0
        let look = place.own.shape | place.standing << 8 | start << 12 | Part.standing.rawValue << 13
        return SumMemo.Key(UInt64(place.own.document), 0, look, 0)
    }

    private func addStanding(_ place: Place, to features: inout some FeatureSink) {
        add(90, place.standing, place.own.shape, place.own.isStart ? 1 : 0, to: &features)
        bits(UInt64(place.own.document)) { add(65, $0, place.own.shape, to: &features) }
    }

    private func addRun(_ place: Place, to features: inout some FeatureSink) {
        add(91, looks[place.run.upperBound - 1].word, place.standing, to: &features)
        add(92, looks[place.run.lowerBound].word, place.standing, to: &features)
    }

    // MARK: Hashes

    /// Hands one feature of a template to a sink.
    @inline(__always)
    private func add(
        _ template: UInt64, _ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0,
        to features: inout some FeatureSink
    ) {
        features.begin(template)
        let hash = FeatureHash(template).adding(first).adding(second).adding(third).value
        features.add(hash & 0x3FFF_FFFF | NameFeatures.group(template))
    }

    /// The group of a template, in the two highest bits of its features: 1 where the word itself takes part, 2 where a word
    /// beside it does, 3 where lexicons do; learning leaves out a whole group at times.
    @inline(__always)
    private static func group(_ template: UInt64) -> UInt32 {
        switch template {
        case 1, 2, 3, 7, 10, 91, 92: 1 << 30
        case 13, 14, 15, 16, 22, 23: 2 << 30
        case 50...65: 3 << 30
        default: 0
        }
    }

    /// Calls `body` with each bit of a set.
    @inline(__always)
    private func bits(_ bits: UInt64, _ body: (UInt64) -> Void) {
        var rest = bits
        while rest != 0 {
            body(UInt64(rest.trailingZeroBitCount))
            rest &= rest - 1
        }
    }

    /// Calls `body` with each kind of form in a code of ``LexiconCover``.
    @inline(__always)
    private func forms(_ code: UInt64, _ body: (UInt64) -> Void) {
        var rest = code & 0x3FFF_FFFF
        var kind: UInt64 = 0
        while rest != 0 {
            if rest & 7 != 0 { body(kind << 3 | rest & 7) }
            rest >>= 3
            kind += 1
        }
    }

    /// Calls `body` with each kind of form in a code of ``LexiconCover`` that the text writes smaller than the lexicon.
    @inline(__always)
    private func smallForms(_ code: UInt64, _ body: (UInt64) -> Void) { forms(code >> 32, body) }
}

extension TagSum {
    /// The scores that `body` adds up, from none.
    @inline(__always)
    fileprivate static func of(_ empty: TagSum, _ body: (inout TagSum) -> Void) -> TagDecoder.Scores {
        var sum = empty
        body(&sum)
        return sum.scores
    }
}
