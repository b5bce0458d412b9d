import GlaneurCore
import GlaneurLexicon

/// What the model of names sees in the lexemes of a passage.
struct NameFeatures {
    /// The revision of the features; a model made for another one is refused.
    static let revision = 2

    /// The passage.
    let passage: Passage
    /// What is seen of each lexeme; only those of ``stretches`` and their neighbours are complete.
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

    /// A lexeme and what the model looks at around it.
    struct Place {
        let own: NameLook
        let left: NameLook
        let right: NameLook
        let left2: NameLook
        let right2: NameLook
        /// What stands behind the lexeme, in its sentence or not.
        let next: UInt32
        /// The run of lexemes with capitals that the lexeme stands in; empty where it has none.
        let run: Range<Int>
        /// How far the lexeme is from both ends of its run, each in two bits.
        let standing: UInt64
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
        completeLooks()
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

    /// Reads the bytes of the lexemes of stretches and of the two on each side.
    private mutating func completeLooks() {
        var next = 0
        for stretch in stretches {
            next = max(next, stretch.words.lowerBound - 2)
            let end = min(looks.count, stretch.words.upperBound + 2)
            while next < end {
                looks[next].complete(passage, next)
                next += 1
            }
        }
    }

    /// Calls `body` with each lexeme of a stretch and what is to be looked at around it.
    @inline(__always)
    func forEachPlace(of stretch: Stretch, _ body: (Int, Place) -> Void) {
        var run = 0..<0
        for index in stretch.words {
            // No run reaches out of its stretch.
            if looks[index].isCapital, index >= run.upperBound { run = index..<endOfRun(from: index) }
            let isInRun = run.contains(index)
            let standing = isInRun ? min(index - run.lowerBound, 3) << 2 | min(run.upperBound - 1 - index, 3) : 0
            body(
                index,
                Place(
                    own: looks[index], left: look(index - 1, stretch.sentence), right: look(index + 1, stretch.sentence),
                    left2: look(index - 2, stretch.sentence), right2: look(index + 2, stretch.sentence),
                    next: index + 1 < looks.count ? looks[index + 1].gap : lastGap, run: isInRun ? run : 0..<0,
                    standing: UInt64(standing)))
        }
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
