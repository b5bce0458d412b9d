import GlaneurModels

/// A lexeme and what the model of names looks at around it, and the templates of its features: about seventy.
struct NamePlace {
    let own: NameLook
    let left: NameLook
    let right: NameLook
    let left2: NameLook
    let right2: NameLook
    /// How the passage is written, as ``NameFeatures/context`` says.
    let context: UInt64
    /// What stands behind the lexeme, in its sentence or not.
    let next: UInt32
    /// The nearest words over those of grammar.
    let content: NameContent
    /// The run of lexemes with capitals that the lexeme stands in, if it has one.
    let run: NameRun?

    /// Hands all features to a sink.
    func add(to features: inout some FeatureSink) {
        addWord(to: &features)
        addNeighbor(left, own.gap, .left, to: &features)
        addNeighbor(right, right.gap, .right, to: &features)
        addFurther(left2, .left, to: &features)
        addFurther(right2, .right, to: &features)
        addShapes(to: &features)
        addContent(to: &features)
        if let run { addRun(run, to: &features) }
    }

    /// A side of a lexeme, as the number that its templates are higher by.
    private enum Side: UInt64 {
        case left = 0, right = 1
    }

    // MARK: The word by itself

    @inline(__always)
    private func addWord(to features: inout some FeatureSink) {
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
        bits(UInt64(own.document)) { add(65, $0, own.shape, to: &features) }
        if own.isCapital { add(66, UInt64(own.document), own.classes, to: &features) }
    }

    // MARK: The words beside it

    @inline(__always)
    private func addNeighbor(_ other: NameLook, _ gap: UInt32, _ side: Side, to features: inout some FeatureSink) {
        let shape = own.shape
        add(13 + side.rawValue, other.word, UInt64(gap), to: &features)
        add(22 + side.rawValue, other.word, shape, UInt64(gap), to: &features)
        add(30 + side.rawValue, UInt64(other.tail & 0xFF_FFFF), shape, to: &features)
        bits(other.classes) { add(41 + side.rawValue, $0, shape, to: &features) }
        forms(other.lexicon) { add(60 + side.rawValue, $0, shape, to: &features) }
        smallForms(other.lexicon) { add(63 + side.rawValue, $0, shape, to: &features) }
        bits(UInt64(other.document)) { add(67 + side.rawValue, $0, shape, to: &features) }
    }

    @inline(__always)
    private func addFurther(_ other: NameLook, _ side: Side, to features: inout some FeatureSink) {
        add(15 + side.rawValue, other.word, to: &features)
        bits(other.classes) { add(43 + side.rawValue, $0, own.shape, to: &features) }
    }

    // MARK: How words are written, and the signs between them

    @inline(__always)
    private func addShapes(to features: inout some FeatureSink) {
        add(24, left.shape, own.shape, UInt64(own.gap), to: &features)
        add(25, own.shape, right.shape, UInt64(right.gap), to: &features)
        add(26, left.shape, own.shape, right.shape, to: &features)
        add(
            27, left2.shape << 16 | left.shape, own.shape, right.shape << 16 | right2.shape, to: &features)
        add(28, UInt64(own.gap), own.shape, UInt64(next), to: &features)
        add(29, own.word, UInt64(own.gap), UInt64(next), to: &features)
    }

    // MARK: The nearest words over those of grammar, and the next word with a capital

    @inline(__always)
    private func addContent(to features: inout some FeatureSink) {
        let before = content.before
        let behind = content.behind
        add(70, before.word, content.distanceBefore, own.shape, to: &features)
        add(71, behind.word, content.distanceBehind, own.shape, to: &features)
        add(72, content.further.word, before.word, own.shape, to: &features)
        add(73, own.word, behind.shape, content.distanceBehind, to: &features)
        add(74, own.word, before.shape, content.distanceBefore, to: &features)
        add(75, own.shape, behind.lexicon, content.distanceBehind, to: &features)
        add(76, content.further.word, own.shape, to: &features)
        bits(before.classes) { add(77, $0, own.shape, content.distanceBefore, to: &features) }
        bits(behind.classes) { add(78, $0, own.shape, content.distanceBehind, to: &features) }
        bits(content.further.classes) { add(79, $0, own.shape, to: &features) }
        if let capital = content.capital {
            add(80, own.word, capital.distance, to: &features)
            add(81, own.shape, capital.distance, capital.lexicon, to: &features)
            add(82, own.word, left.word, capital.distance, to: &features)
        }
    }

    // MARK: The run of words with capitals: its ends and what stands beside them

    @inline(__always)
    private func addRun(_ run: NameRun, to features: inout some FeatureSink) {
        let place = run.standing
        add(90, place, own.shape, own.isStart ? 1 : 0, to: &features)
        add(91, run.last.word, place, to: &features)
        add(92, run.first.word, place, to: &features)
        bits(run.last.classes) { add(93, $0, place, to: &features) }
        bits(run.first.classes) { add(94, $0, place, to: &features) }
        add(95, run.before.word, place, to: &features)
        add(96, run.after.word, place, UInt64(run.after.gap), to: &features)
        bits(run.before.classes) { add(97, $0, place, to: &features) }
        bits(run.after.classes) { add(98, $0, place, to: &features) }
        add(99, run.last.lexicon, place, to: &features)
        add(100, run.first.lexicon, place, to: &features)
        add(101, UInt64(run.last.tail & 0xFF_FFFF), place, to: &features)
        add(102, run.before.word, run.after.word, to: &features)
        add(103, run.first.classes, run.last.classes, place, to: &features)
        // In a row of people without commas each first name begins another one.
        add(104, run.sinceFirstName, own.shape, to: &features)
        add(105, run.sinceFirstName, own.classes & NameRun.firstNames, run.isLong ? 1 : 0, to: &features)
    }

    // MARK: Hashes

    /// Hands one feature of a template to a sink.
    @inline(__always)
    private func add(
        _ template: UInt64, _ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0,
        to features: inout some FeatureSink
    ) {
        features.begin(template)
        let hash = FeatureHash.value(template, first, second, third)
        features.add(hash & 0x3FFF_FFFF | NamePlace.group(template))
    }

    /// The group of a template, in the two highest bits of its features: 1 where the word itself takes part, 2 where a word
    /// beside it does, 3 where lexicons do; learning leaves out a whole group at times.
    @inline(__always)
    private static func group(_ template: UInt64) -> UInt32 {
        switch template {
        case 1, 2, 3, 7, 10, 29, 73, 74, 80, 82, 91, 92: 1 << 30
        case 13, 14, 15, 16, 22, 23, 70, 71, 72, 76, 95, 96, 102: 2 << 30
        case 50...68, 75, 81, 99, 100: 3 << 30
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
