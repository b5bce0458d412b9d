import GlaneurCore
import GlaneurLexicon

/// What the model of names sees in the lexemes of a passage.
struct NameFeatures {
    /// The revision of the features; a model made for another one is refused.
    static let revision = 3

    /// The passage.
    let passage: Passage
    /// What is seen of each lexeme; its bytes are read when a place is made that needs them.
    private(set) var looks: [NameLook] = []
    /// The parts of sentences in which names may lie: words with capitals or in lexicons, and what stands close to them.
    ///
    /// Half of all words are far from any of these, and what is outside costs nothing.
    private(set) var stretches: [Stretch] = []
    /// How the passage is written: its capitals in two bits, whether it is a headline, and whether it is French.
    let context: UInt64
    /// Whether the passage is a headline or is written like one.
    var isHeadline: Bool { context & 4 != 0 }
    /// What stands behind the last lexeme.
    private let lastGap: UInt32

    /// A part of a sentence.
    struct Stretch {
        /// The lexemes of the part.
        let words: Range<Int>
        /// The lexemes of the sentence.
        let sentence: Range<Int>
    }

    /// How many words on each side of a word that may be a name or a part of one are looked at.
    private static let reach = 2

    /// Makes the features of all passages of a document, which tell of one another.
    static func ofDocument(_ passages: [Passage]) -> [NameFeatures] {
        var features = passages.map { NameFeatures($0) }
        let words = DocumentWords(features)
        for part in features.indices { features[part].learn(from: words) }
        return features
    }

    private init(_ passage: Passage) {
        self.passage = passage
        lastGap = NameLook.gap(behind: passage)
        let cover = LexiconCover(passage)
        let lexemes = passage.lexemes
        looks.reserveCapacity(lexemes.count)
        var words = 0
        var capitals = 0
        for index in lexemes.indices {
            let look = NameLook(lexemes[index], lexicon: cover.codes[index])
            looks.append(look)
            guard !lexemes[index].shape.isNumber else { continue }
            words += 1
            if look.isCapital { capitals += 1 }
        }
        context =
            NameFeatures.casing(capitals, of: words) | (passage.isWrittenInCapitals ? 4 : 0)
            | (passage.language == .french ? 8 : 0)
        findStretches()
    }

    private mutating func learn(from words: DocumentWords) {
        for index in looks.indices where looks[index].isCapital { looks[index].document = words(looks[index]) }
    }

    /// How many of the words of a passage have a capital: none, few, the usual share, or most.
    private static func casing(_ capitals: Int, of words: Int) -> UInt64 {
        switch capitals * 100 {
        case 0: 0
        case ..<(words * 4): 1
        case ..<(words * 50): 2
        default: 3
        }
    }

    private mutating func findStretches() {
        var start = 0
        while start < looks.count {
            var end = start + 1
            while end < looks.count, !looks[end].isStart { end += 1 }
            findStretches(of: start..<end)
            start = end
        }
    }

    private mutating func findStretches(of sentence: Range<Int>) {
        var open: Range<Int>?
        for index in sentence where looks[index].mayName {
            let start = max(sentence.lowerBound, index - NameFeatures.reach)
            let end = min(sentence.upperBound, index + NameFeatures.reach + 1)
            if let words = open {
                if words.upperBound >= start {
                    open = words.lowerBound..<end
                    continue
                }
                stretches.append(Stretch(words: words, sentence: sentence))
            }
            open = start..<end
        }
        if let open { stretches.append(Stretch(words: open, sentence: sentence)) }
    }

    /// Calls `body` with each lexeme of a stretch, and with what is to be looked at around it where `isWanted` says so.
    @inline(__always)
    mutating func forEachPlace(
        of stretch: Stretch, where isWanted: (NameLook) -> Bool = { _ in true }, _ body: (Int, NamePlace?) -> Void
    ) {
        var run = 0..<0
        for index in stretch.words {
            // No run reaches out of its stretch.
            if looks[index].isCapital, index >= run.upperBound { run = index..<endOfRun(from: index) }
            body(index, isWanted(looks[index]) ? place(index, in: stretch.sentence, run) : nil)
        }
    }

    @inline(__always)
    private mutating func place(_ index: Int, in sentence: Range<Int>, _ run: Range<Int>) -> NamePlace {
        for other in max(index - 1, 0)...min(index + 1, looks.count - 1) { complete(other) }
        return NamePlace(
            own: looks[index], left: look(index - 1, sentence), right: look(index + 1, sentence),
            left2: look(index - 2, sentence), right2: look(index + 2, sentence), context: context,
            next: index + 1 < looks.count ? looks[index + 1].gap : lastGap,
            content: NameContent(around: index, in: sentence, looks, passage.lexemes),
            run: run.contains(index) ? self.run(run, around: index, in: sentence) : nil)
    }

    @inline(__always)
    private mutating func run(_ run: Range<Int>, around index: Int, in sentence: Range<Int>) -> NameRun {
        complete(run.upperBound - 1)
        if run.upperBound < looks.count { complete(run.upperBound) }
        let firstName = (max(run.lowerBound, index - 3)...index).last { looks[$0].classes & NameRun.firstNames != 0 }
        return NameRun(
            first: looks[run.lowerBound], last: looks[run.upperBound - 1],
            before: look(run.lowerBound - 1, sentence), after: look(run.upperBound, sentence),
            standing: UInt64(min(index - run.lowerBound, 3) << 4 | min(run.upperBound - 1 - index, 3)),
            sinceFirstName: UInt64(firstName.map { index - $0 + 1 } ?? 0), isLong: run.count > 3)
    }

    /// Reads the bytes of a lexeme that have not been read.
    @inline(__always)
    private mutating func complete(_ index: Int) {
        if !looks[index].isComplete { looks[index].complete(passage, index) }
    }

    /// The look of a lexeme in the sentence `range`; nothing outside.
    @inline(__always)
    private func look(_ index: Int, _ range: Range<Int>) -> NameLook { range.contains(index) ? looks[index] : .edge }

    private func endOfRun(from start: Int) -> Int {
        var end = start + 1
        while end < looks.count, looks[end].isCapital, !looks[end].isStart, joins(end) { end += 1 }
        return end
    }

    private func joins(_ index: Int) -> Bool {
        let before = passage.lexemes[index - 1]
        switch passage.lexemes[index].gap {
        case .space, .hyphen, .ampersand: return true
        case .point: return before.shape.contains(.pointed) || before.count == 1
        case .apostrophe: return before.count == 1
        default: return false
        }
    }
}
