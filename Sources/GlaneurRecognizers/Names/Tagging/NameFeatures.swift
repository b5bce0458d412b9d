import GlaneurCore
import GlaneurLexicon
import GlaneurModels


/// Makes the features by which the model of names judges the lexemes of a passage.
struct NameFeatures {
    /// The revision of the features; a model made for another one is refused.
    static let revision = 1

    /// The group of each template, in the two highest bits of its features: 1 where the word itself takes part, 2 where a word
    /// beside it does; learning leaves out a whole group at times.
    private static let groups: [UInt32] = {
        var groups = [UInt32](repeating: 0, count: 128)
        for template in [1, 2, 4, 7, 10, 15, 16, 27, 53, 54, 83, 84, 90, 92] { groups[template] = 1 << 30 }
        for template in [11, 12, 13, 14, 17, 18, 19, 24, 25, 42, 43, 57, 58, 64, 80, 81, 82, 86] {
            groups[template] = 2 << 30
        }
        return groups
    }()

    /// The passage.
    let passage: Passage
    private let looks: [NameLook]
    /// For each lexeme with a capital the run of such lexemes it stands in.
    private let runs: [Range<Int32>]
    private let language: UInt64
    private let isHeadline: UInt64
    private let lastGap: UInt64
    private let casing: UInt64

    /// Makes the features of all passages of a document, which tell of one another.
    static func ofDocument(_ passages: [Passage]) -> [NameFeatures] {
        var looked = passages.map { passage in
            let cover = LexiconCover(passage)
            return (passage: passage, looks: passage.lexemes.indices.map {
                NameLook(passage, $0, lexicon: cover.codes[$0])
            })
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
    func add(_ index: Int, in range: Range<Int>, to features: inout some FeatureSink) {
        func add(_ template: UInt64, _ first: UInt64, _ second: UInt64 = 0, _ third: UInt64 = 0) {
            features.add(
                FeatureHash(template).adding(first).adding(second).adding(third).value & 0x3FFF_FFFF
                    | NameFeatures.groups[Int(template)])
        }
        let own = looks[index]
        let left = look(index - 1, range)
        let left2 = look(index - 2, range)
        let right = look(index + 1, range)
        let right2 = look(index + 2, range)
        let next = index + 1 < looks.count ? looks[index + 1].gap : lastGap
        let start: UInt64 = own.isStart ? 1 : 0

        add(0, language)
        // The word.
        add(1, own.word)
        add(2, own.word, own.shape)
        add(3, own.shape, start, language)
        add(4, own.word, start)
        add(5, own.shape, own.head >> 16)
        add(6, own.shape, own.head >> 8)
        add(7, own.shape, own.head)
        add(8, own.shape, own.tail & 0xFFFF)
        add(9, own.shape, own.tail & 0xFF_FFFF)
        add(10, own.shape, own.tail)
        // What stands around it.
        add(11, left.word, own.gap)
        add(12, right.word, right.gap)
        add(13, left2.word)
        add(14, right2.word)
        add(15, left.word, own.word)
        add(16, own.word, right.word)
        add(17, left.word, right.word)
        add(18, left2.word, left.word, own.shape)
        add(19, right.word, right2.word, own.shape)
        add(20, left.shape, own.shape, own.gap)
        add(21, own.shape, right.shape, right.gap)
        add(22, left.shape, own.shape, right.shape)
        add(23, left2.shape << 16 | left.shape, own.shape, right.shape << 16 | right2.shape)
        add(24, left.word, own.shape, own.gap)
        add(25, right.word, own.shape, right.gap)
        add(26, own.gap, own.shape, next)
        add(27, own.word, own.gap, next)
        add(28, left.tail & 0xFF_FFFF, own.shape)
        add(29, right.tail & 0xFF_FFFF, own.shape)
        add(30, isHeadline, own.shape, language)
        // Further words over those of grammar.
        let nearLeft = content(before: index, range)
        let nearRight = content(behind: index, range)
        let farLeft = content(before: nearLeft ?? range.lowerBound, range)
        let leftDistance = UInt64(nearLeft.map { min(index - $0, 4) } ?? 7)
        let rightDistance = UInt64(nearRight.map { min($0 - index, 4) } ?? 7)
        let leftContent = nearLeft.map { looks[$0] } ?? .edge
        let rightContent = nearRight.map { looks[$0] } ?? .edge
        let farContent = farLeft.map { looks[$0] } ?? .edge
        add(80, leftContent.word, leftDistance, own.shape)
        add(81, rightContent.word, rightDistance, own.shape)
        add(82, farContent.word, leftContent.word, own.shape)
        add(83, own.word, rightContent.shape, rightDistance)
        add(84, own.word, leftContent.shape, leftDistance)
        add(85, own.shape, rightContent.lexicon, rightDistance)
        add(86, farContent.word, own.shape)
        classes(leftContent.classes) { add(87, $0, own.shape, leftDistance) }
        classes(rightContent.classes) { add(88, $0, own.shape, rightDistance) }
        classes(farContent.classes) { add(89, $0, own.shape) }
        let capital = nextCapital(behind: index, range)
        if let capital {
            add(90, own.word, UInt64(capital - index))
            add(91, own.shape, UInt64(capital - index), looks[capital].lexicon)
            add(92, own.word, left.word, UInt64(capital - index))
        }
        // The classes of words.
        classes(own.classes) { add(31, $0, own.shape, start) }
        classes(left.classes) { add(32, $0, own.shape) }
        classes(right.classes) { add(33, $0, own.shape) }
        classes(left2.classes) { add(34, $0, own.shape) }
        classes(right2.classes) { add(35, $0, own.shape) }
        add(36, own.classes, own.shape, language)
        add(37, left.classes, own.classes, own.shape)
        add(38, own.classes, right.classes, own.shape)
        add(39, left.classes, right.classes, own.shape)
        // The lexicons.
        add(40, own.lexicon, own.shape)
        add(41, own.lexicon, own.classes)
        add(42, own.lexicon, left.word)
        add(43, own.lexicon, right.word)
        add(44, own.lexicon, left.lexicon, own.gap)
        add(45, own.lexicon, right.lexicon, right.gap)
        add(46, own.lexicon, start, isHeadline)
        add(47, own.lexicon, left.classes, language)
        add(48, own.lexicon, right.classes, language)
        lexicons(own.lexicon) { add(49, $0, own.shape) }
        lexicons(left.lexicon) { add(50, $0, own.shape) }
        lexicons(right.lexicon) { add(51, $0, own.shape) }
        small(own.lexicon) { add(66, $0, own.shape, casing) }
        small(left.lexicon) { add(67, $0, own.shape) }
        small(right.lexicon) { add(68, $0, own.shape) }
        add(69, casing, own.shape, start)
        // The document.
        classes(own.document) { add(70, $0, own.shape) }
        if own.isCapital { add(71, own.document, own.classes) }
        classes(left.document) { add(72, $0, own.shape) }
        classes(right.document) { add(73, $0, own.shape) }
        // The run of capitals.
        let run = Int(runs[index].lowerBound)..<Int(runs[index].upperBound)
        if run.isEmpty { return }
        let first = looks[run.lowerBound]
        let last = looks[run.upperBound - 1]
        let place =
            UInt64(min(index - run.lowerBound, 3)) << 4 | UInt64(min(run.upperBound - 1 - index, 3))
        let before = look(run.lowerBound - 1, range)
        let after = look(run.upperBound, range)
        add(52, place, own.shape, start)
        add(53, last.word, place)
        add(54, first.word, place)
        classes(last.classes) { add(55, $0, place) }
        classes(first.classes) { add(56, $0, place) }
        add(57, before.word, place)
        add(58, after.word, place, after.gap)
        classes(before.classes) { add(59, $0, place) }
        classes(after.classes) { add(60, $0, place) }
        add(61, last.lexicon, place)
        add(62, first.lexicon, place)
        add(63, last.tail & 0xFF_FFFF, place)
        add(64, before.word, after.word)
        add(65, first.classes, last.classes, place)
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
    private func lexicons(_ code: UInt64, _ body: (UInt64) -> Void) {
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
    private func small(_ code: UInt64, _ body: (UInt64) -> Void) { lexicons(code >> 32, body) }
}
