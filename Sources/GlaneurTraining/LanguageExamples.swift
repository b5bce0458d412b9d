import GlaneurModels

/// Makes examples of all sizes out of a corpus: words, pairs, handfuls of words, headlines, sentences.
///
/// A model that learns from sentences alone is lost in a headline, and one that learns from words alone takes names for
/// languages. Names are put into longer examples of all languages alike, so that they say nothing.
struct LanguageExamples {
    private let corpus: LanguageCorpus
    private var generator: SplitMix64
    /// The sums of the weights of the languages, up to each.
    private let sums: [Float]
    /// The places of French and English in the corpus.
    private let main: [Int]

    /// How often a language stands for its kind: Occitan is nearest to French and has the least text; languages that only tell
    /// what else there is count a fifth.
    private static let weights: [String: Float] = [
        "fr": 1, "en": 1, "oc": 2, "la": 1, "ro": 1, "de": 1, "ca": 1, "eo": 1, "nl": 1, "pt": 1, "it": 1, "es": 1,
    ]
    private static let otherWeight: Float = 0.2
    /// The share of words and pairs, and of longer examples, that are French or English beyond what the weights make.
    private static let mainWords: Float = 0.05
    private static let mainTexts: Float = 0.4
    /// The share of longer examples that get a name or two.
    private static let named: Float = 0.2

    /// Begins the examples of a seed; nothing where French, English or all others are missing.
    init?(_ corpus: LanguageCorpus, seed: UInt64) {
        self.corpus = corpus
        generator = SplitMix64(seed: seed)
        var sums: [Float] = []
        for language in corpus.languages {
            sums.append((sums.last ?? 0) + (LanguageExamples.weights[language.tag] ?? LanguageExamples.otherWeight))
        }
        self.sums = sums
        main = ["fr", "en"].compactMap { tag in corpus.languages.firstIndex { $0.tag == tag } }
        guard main.count == 2, corpus.languages.count > 2, corpus.languages.allSatisfy({ $0.texts.count > 0 }) else {
            return nil
        }
    }

    /// Makes the next example and returns its label: 0 for French, 1 for English, 2 for another language.
    mutating func next(into text: inout [UInt8]) -> Int {
        let kind = below(10)
        let isShort = kind < 5
        var place = LanguageExamples.place(of: fraction() * (sums.last ?? 0), in: sums)
        if fraction() < (isShort ? LanguageExamples.mainWords : LanguageExamples.mainTexts) { place = main[below(2)] }
        let language = corpus.languages[place]
        text.removeAll(keepingCapacity: true)
        switch kind {
        case 0, 1: appendWord(of: language, to: &text)
        case 2, 3: for _ in 0..<2 { appendWord(of: language, to: &text) }
        case 4, 5: for _ in 0..<(3 + below(10)) { appendWord(of: language, to: &text) }
        case 6, 7: text += language.texts[below(language.texts.count)]
        default:
            let words = language.texts[below(language.texts.count)].split(separator: 0x20)
            let count = min(words.count, 2 + below(5))
            let first = below(words.count - count + 1)
            text += words[first..<(first + count)].joined(separator: [0x20])
        }
        if !isShort, corpus.names.count > 0, fraction() < LanguageExamples.named {
            for _ in 0...below(2) { insertName(into: &text) }
        }
        return main.firstIndex(of: place) ?? 2
    }

    /// Appends a word and a space: one of the language's frequent ones, of its dictionary or of its texts.
    private mutating func appendWord(of language: LanguageCorpus.LanguageTexts, to text: inout [UInt8]) {
        let choice = fraction()
        let hasCounted = language.counted.count > 0
        if hasCounted, choice < 0.6 {
            let sum = fraction() * (language.sums.last ?? 0)
            text += language.counted[LanguageExamples.place(of: sum, in: language.sums)]
        } else if language.listed.count > 0, choice < (hasCounted ? 0.7 : 0.5) {
            text += language.listed[below(language.listed.count)]
        } else {
            let words = language.texts[below(language.texts.count)].split(separator: 0x20)
            if !words.isEmpty { text += words[below(words.count)] }
        }
        text.append(0x20)
    }

    /// Puts a name before a word or at the end.
    private mutating func insertName(into text: inout [UInt8]) {
        let spaces = text.indices.filter { text[$0] == 0x20 }
        let name = [0x20] + corpus.names[below(corpus.names.count)] + [0x20]
        let choice = below(spaces.count + 1)
        text.insert(contentsOf: name, at: choice < spaces.count ? spaces[choice] : text.count)
    }

    /// The first place whose sum is not below a number.
    private static func place(of number: Float, in sums: [Float]) -> Int {
        var low = 0
        var high = sums.count - 1
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// A number from 0 up to `count`, which is left out.
    private mutating func below(_ count: Int) -> Int {
        Int(generator.next().multipliedFullWidth(by: UInt64(max(1, count))).high)
    }

    /// A number from 0 to 1, which is left out.
    private mutating func fraction() -> Float { Float(generator.next() >> 40) / 16_777_216 }
}
