import GlaneurCore
import GlaneurLexicon
import GlaneurModels

/// Makes the features by which the model of names judges the lexemes of a passage.
struct NameFeatures {
    /// The revision of the features; a model made for another one is refused.
    static let revision = 1

    /// The passage.
    let passage: Passage
    private let looks: [NameLook]
    /// For each lexeme with a capital the run of such lexemes it stands in.
    private let runs: [Range<Int32>]
    private let language: UInt64
    private let isHeadline: UInt64
    private let casing: UInt64
    /// What stands behind the last lexeme.
    private let lastGap: UInt64

    /// Makes the features of all passages of a document, which tell of one another.
    static func ofDocument(_ passages: [Passage]) -> [NameFeatures] {
        var looked = passages.map { passage in
            let cover = LexiconCover(passage)
            return (
                passage: passage,
                looks: passage.lexemes.indices.map {
                    NameLook(passage, $0, lexicon: cover.codes[$0])
                }
            )
        }
        let words = DocumentWords(looked)
        for part in looked.indices {
            for index in looked[part].looks.indices {
                looked[part].looks[index].document = words(looked[part].looks[index])
            }
        }
        return looked.map { NameFeatures($0.passage, looks: $0.looks) }
    }

    private init(_ passage: Passage, looks: [NameLook]) {
        self.passage = passage
        self.looks = looks
        runs = NameFeatures.runs(passage)
        language = passage.language == .french ? 1 : 2
        isHeadline = passage.isWrittenInCapitals ? 1 : 0
        lastGap = NameLook.gap(behind: passage)
        casing = NameFeatures.casing(passage)
    }

    /// How many of the words of a passage have a capital: none, few, the usual share, or most.
    private static func casing(_ passage: Passage) -> UInt64 {
        var capitals = 0
        var words = 0
        for lexeme in passage.lexemes where !lexeme.shape.isNumber {
            words += 1
            if lexeme.shape.hasCapital { capitals += 1 }
        }
        switch capitals * 100 {
        case 0: return 0
        case ..<(words * 4): return 1
        case ..<(words * 50): return 2
        default: return 3
        }
    }

    private static func runs(_ passage: Passage) -> [Range<Int32>] {
        var runs = [Range<Int32>](repeating: 0..<0, count: passage.lexemes.count)
        var index = 0
        while index < passage.lexemes.count {
            guard passage.lexemes[index].shape.hasCapital else {
                index += 1
                continue
            }
            var end = index + 1
            while end < passage.lexemes.count, passage.lexemes[end].shape.hasCapital,
                !passage.lexemes[end].shape.contains(.sentenceStart), joins(passage, end)
            {
                end += 1
            }
            for place in index..<end { runs[place] = Int32(index)..<Int32(end) }
            index = end
        }
        return runs
    }

    private static func joins(_ passage: Passage, _ index: Int) -> Bool {
        switch passage.lexemes[index].gap {
        case .space, .hyphen, .ampersand: true
        case .point: passage.lexemes[index - 1].shape.contains(.pointed) || passage.lexemes[index - 1].count == 1
        case .apostrophe: passage.lexemes[index - 1].count == 1
        default: false
        }
    }

    /// The parts of a sentence in which names may lie: words with capitals or in lexicons, and what stands close to them.
    ///
    /// Half of all words are far from any of these, and what is outside costs nothing.
    func stretches(of sentence: Range<Int>) -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        for index in sentence where looks[index].mayName {
            let start = max(sentence.lowerBound, index - NameFeatures.reach)
            let end = min(sentence.upperBound, index + NameFeatures.reach + 1)
            if let last = stretches.last, last.upperBound >= start {
                stretches[stretches.count - 1] = last.lowerBound..<end
            } else {
                stretches.append(start..<end)
            }
        }
        return stretches
    }

    /// How many words on each side of a word that may be a name or a part of one are looked at.
    private static let reach = 2

    /// The look of a lexeme in the sentence `range`; nothing outside.
    @inline(__always)
    private func look(_ index: Int, _ range: Range<Int>) -> NameLook {
        range.contains(index) ? looks[index] : .edge
    }

    /// Hands the features of a lexeme of the sentence `range` to a sink.
    ///
    /// About a hundred and twenty. Any few of them can be left out without harm, but half of them cannot.
    func add(_ index: Int, in range: Range<Int>, to features: inout some FeatureSink) {
        let own = looks[index]
        let left = look(index - 1, range)
        let right = look(index + 1, range)
        let left2 = look(index - 2, range)
        let right2 = look(index + 2, range)
        let next = index + 1 < looks.count ? looks[index + 1].gap : lastGap
        addWord(own, left, right, left2, right2, next: next, to: &features)
        addKnowledge(own, left, right, left2, right2, to: &features)
        addContent(index, own, left, range, to: &features)
        let run = Int(runs[index].lowerBound)..<Int(runs[index].upperBound)
        if !run.isEmpty { addRun(run, index, own, range, to: &features) }
    }

    /// The word, how it is written, and its neighbours.
    @inline(__always)
    private func addWord(
        _ own: NameLook, _ left: NameLook, _ right: NameLook, _ left2: NameLook, _ right2: NameLook, next: UInt64,
        to features: inout some FeatureSink
    ) {
        let start: UInt64 = own.isStart ? 1 : 0
        add(0, language, to: &features)
        add(1, own.word, to: &features)
        add(2, own.word, own.shape, to: &features)
        add(3, own.word, start, to: &features)
        add(4, own.shape, start, language, to: &features)
        add(5, own.shape, own.head >> 16, to: &features)
        add(6, own.shape, own.head >> 8, to: &features)
        add(7, own.shape, own.head, to: &features)
        add(8, own.shape, own.tail & 0xFFFF, to: &features)
        add(9, own.shape, own.tail & 0xFF_FFFF, to: &features)
        add(10, own.shape, own.tail, to: &features)
        add(11, own.shape, isHeadline, language, to: &features)
        add(12, own.shape, casing, start, to: &features)
        add(13, left.word, own.gap, to: &features)
        add(14, right.word, right.gap, to: &features)
        add(15, left2.word, to: &features)
        add(16, right2.word, to: &features)
        add(17, left.word, own.word, to: &features)
        add(18, own.word, right.word, to: &features)
        add(19, left.word, right.word, to: &features)
        add(20, left2.word, left.word, own.shape, to: &features)
        add(21, right.word, right2.word, own.shape, to: &features)
        add(22, left.word, own.shape, own.gap, to: &features)
        add(23, right.word, own.shape, right.gap, to: &features)
        add(24, left.shape, own.shape, own.gap, to: &features)
        add(25, own.shape, right.shape, right.gap, to: &features)
        add(26, left.shape, own.shape, right.shape, to: &features)
        add(27, left2.shape << 16 | left.shape, own.shape, right.shape << 16 | right2.shape, to: &features)
        add(28, own.gap, own.shape, next, to: &features)
        add(29, own.word, own.gap, next, to: &features)
        add(30, left.tail & 0xFF_FFFF, own.shape, to: &features)
        add(31, right.tail & 0xFF_FFFF, own.shape, to: &features)
    }

    /// What word classes, lexicons and the rest of the document say.
    @inline(__always)
    private func addKnowledge(
        _ own: NameLook, _ left: NameLook, _ right: NameLook, _ left2: NameLook, _ right2: NameLook,
        to features: inout some FeatureSink
    ) {
        let start: UInt64 = own.isStart ? 1 : 0
        classes(own.classes) { add(40, $0, own.shape, start, to: &features) }
        classes(left.classes) { add(41, $0, own.shape, to: &features) }
        classes(right.classes) { add(42, $0, own.shape, to: &features) }
        classes(left2.classes) { add(43, $0, own.shape, to: &features) }
        classes(right2.classes) { add(44, $0, own.shape, to: &features) }
        add(45, own.classes, own.shape, language, to: &features)
        add(46, left.classes, own.classes, own.shape, to: &features)
        add(47, own.classes, right.classes, own.shape, to: &features)
        add(48, left.classes, right.classes, own.shape, to: &features)
        add(50, own.lexicon, own.shape, to: &features)
        add(51, own.lexicon, own.classes, to: &features)
        add(52, own.lexicon, left.word, to: &features)
        add(53, own.lexicon, right.word, to: &features)
        add(54, own.lexicon, left.lexicon, own.gap, to: &features)
        add(55, own.lexicon, right.lexicon, right.gap, to: &features)
        add(56, own.lexicon, start, isHeadline, to: &features)
        add(57, own.lexicon, left.classes, language, to: &features)
        add(58, own.lexicon, right.classes, language, to: &features)
        forms(own.lexicon) { add(59, $0, own.shape, to: &features) }
        forms(left.lexicon) { add(60, $0, own.shape, to: &features) }
        forms(right.lexicon) { add(61, $0, own.shape, to: &features) }
        smallForms(own.lexicon) { add(62, $0, own.shape, casing, to: &features) }
        smallForms(left.lexicon) { add(63, $0, own.shape, to: &features) }
        smallForms(right.lexicon) { add(64, $0, own.shape, to: &features) }
        classes(own.document) { add(65, $0, own.shape, to: &features) }
        if own.isCapital { add(66, own.document, own.classes, to: &features) }
        classes(left.document) { add(67, $0, own.shape, to: &features) }
        classes(right.document) { add(68, $0, own.shape, to: &features) }
    }

    /// The nearest words over those of grammar, and the next word with a capital.
    @inline(__always)
    private func addContent(
        _ index: Int, _ own: NameLook, _ left: NameLook, _ range: Range<Int>, to features: inout some FeatureSink
    ) {
        let before = content(before: index, range)
        let behind = content(behind: index, range)
        let further = before.flatMap { content(before: $0, range) }
        let leftDistance = UInt64(before.map { min(index - $0, 4) } ?? 7)
        let rightDistance = UInt64(behind.map { min($0 - index, 4) } ?? 7)
        let left1 = before.map { looks[$0] } ?? .edge
        let left2 = further.map { looks[$0] } ?? .edge
        let right1 = behind.map { looks[$0] } ?? .edge
        add(70, left1.word, leftDistance, own.shape, to: &features)
        add(71, right1.word, rightDistance, own.shape, to: &features)
        add(72, left2.word, left1.word, own.shape, to: &features)
        add(73, own.word, right1.shape, rightDistance, to: &features)
        add(74, own.word, left1.shape, leftDistance, to: &features)
        add(75, own.shape, right1.lexicon, rightDistance, to: &features)
        add(76, left2.word, own.shape, to: &features)
        classes(left1.classes) { add(77, $0, own.shape, leftDistance, to: &features) }
        classes(right1.classes) { add(78, $0, own.shape, rightDistance, to: &features) }
        classes(left2.classes) { add(79, $0, own.shape, to: &features) }
        if let capital = nextCapital(behind: index, range) {
            add(80, own.word, UInt64(capital - index), to: &features)
            add(81, own.shape, UInt64(capital - index), looks[capital].lexicon, to: &features)
            add(82, own.word, left.word, UInt64(capital - index), to: &features)
        }
    }

    /// The run of words with capitals that the word stands in: its ends and what stands beside them.
    @inline(__always)
    private func addRun(
        _ run: Range<Int>, _ index: Int, _ own: NameLook, _ range: Range<Int>, to features: inout some FeatureSink
    ) {
        let first = looks[run.lowerBound]
        let last = looks[run.upperBound - 1]
        let before = look(run.lowerBound - 1, range)
        let after = look(run.upperBound, range)
        let place = UInt64(min(index - run.lowerBound, 3)) << 4 | UInt64(min(run.upperBound - 1 - index, 3))
        add(90, place, own.shape, own.isStart ? 1 : 0, to: &features)
        add(91, last.word, place, to: &features)
        add(92, first.word, place, to: &features)
        classes(last.classes) { add(93, $0, place, to: &features) }
        classes(first.classes) { add(94, $0, place, to: &features) }
        add(95, before.word, place, to: &features)
        add(96, after.word, place, after.gap, to: &features)
        classes(before.classes) { add(97, $0, place, to: &features) }
        classes(after.classes) { add(98, $0, place, to: &features) }
        add(99, last.lexicon, place, to: &features)
        add(100, first.lexicon, place, to: &features)
        add(101, last.tail & 0xFF_FFFF, place, to: &features)
        add(102, before.word, after.word, to: &features)
        add(103, first.classes, last.classes, place, to: &features)
        // In a row of people without commas each first name begins another one.
        let sinceFirstName = UInt64(index - (firstName(atOrBefore: index, in: run) ?? index + 1) + 1)
        add(104, sinceFirstName, own.shape, to: &features)
        add(105, sinceFirstName, own.classes & NameFeatures.firstNames, run.count > 3 ? 1 : 0, to: &features)
    }

    private static let firstNames = WordClass.Set(.givenName, .weakGivenName).rawValue

    /// The last first name of a run up to a lexeme, at most three before it.
    private func firstName(atOrBefore index: Int, in run: Range<Int>) -> Int? {
        (max(run.lowerBound, index - 3)...index).last { looks[$0].classes & NameFeatures.firstNames != 0 }
    }

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
        case 1, 2, 3, 7, 10, 17, 18, 29, 73, 74, 80, 82, 91, 92: 1 << 30
        case 13, 14, 15, 16, 19, 20, 21, 22, 23, 70, 71, 72, 76, 95, 96, 102: 2 << 30
        case 50...68, 75, 81, 99, 100: 3 << 30
        default: 0
        }
    }

    /// The next word before an index that is none of grammar, in one clause and at most five words away.
    private func content(before index: Int, _ range: Range<Int>) -> Int? {
        var place = index
        while place > range.lowerBound, index - place < 5, isJoined(looks[place].gap) {
            place -= 1
            if looks[place].classes & 1 == 0, looks[place].head & 0xFF_FFFF != 0 { return place }
        }
        return nil
    }

    /// The next word behind an index that is none of grammar, in one clause and at most five words away.
    private func content(behind index: Int, _ range: Range<Int>) -> Int? {
        var place = index + 1
        while place < range.upperBound, place - index <= 5, isJoined(looks[place].gap) {
            if looks[place].classes & 1 == 0, looks[place].head & 0xFF_FFFF != 0 { return place }
            place += 1
        }
        return nil
    }

    /// The next word with a capital behind an index, in one clause and at most six words away.
    private func nextCapital(behind index: Int, _ range: Range<Int>) -> Int? {
        var place = index + 1
        while place < range.upperBound, place - index <= 6, isJoined(looks[place].gap) {
            if looks[place].isCapital { return place }
            place += 1
        }
        return nil
    }

    /// Whether a gap lies inside a clause: a space, a hyphen, an apostrophe.
    private func isJoined(_ gap: UInt64) -> Bool { gap <= 3 }

    /// Calls `body` with each class of a set.
    @inline(__always)
    private func classes(_ bits: UInt64, _ body: (UInt64) -> Void) {
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
