/// Makes articles that are hard to tell apart from copies of one another, and copies that are edited.
///
/// All words are made up. Articles of one outlet end with the same sentences, those of one topic have names, words and often a
/// paragraph of background in common, many sentences are one of a few templates, and one article in ten is a template as a whole: a report
/// on the same names with other figures, or the same phrases with other names.
public struct WireCorpus: Sendable {
    private enum Piece: Sendable {
        case word(String)
        case name
        case figure
    }

    private struct Topic: Sendable {
        let names: [String]
        let words: [String]
        let background: [String]
    }

    /// The numbers the texts are made of.
    public var random: SeededGenerator
    private var vocabulary: [String] = []
    private var names: [String] = []
    private var templates: [[Piece]] = []
    private var reports: [[[Piece]]] = []
    private var outlets: [[String]] = []
    private var topics: [Topic] = []

    private static let syllables = [
        "ba", "ce", "chi", "co", "da", "é", "fen", "gra", "hal", "in", "jou", "ka", "lé", "mo", "ner", "on", "pla",
        "qui", "ros",
        "sto", "ter", "un", "ver", "wal", "yo", "zi", "ment", "tion", "eur", "ing",
    ]

    /// Makes a corpus; equal seeds give equal articles.
    public init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        vocabulary = (0..<6000).map { number in made(number < 80 ? 1...2 : 2...4) }
        names = (0..<400).map { _ in made(2...3).capitalized }
        templates = (0..<80).map { _ in template(of: 10...24, slots: 4) }
        reports = (0..<4).map { number in
            (0..<Int.random(in: 8...14, using: &random)).map { _ in template(of: 12...20, slots: number < 2 ? 6 : 5) }
        }
        outlets = (0..<5).map { _ in (0..<4).flatMap { _ in free(nil, 10...20) } }
        topics = (0..<40).map { _ in
            let own = Topic(
                names: (0..<6).map { _ in name(nil) }, words: (0..<60).map { _ in made(2...4) }, background: [])
            let background = (0..<5).flatMap { _ in free(own, 12...22) }
            return Topic(names: own.names, words: own.words, background: background)
        }
    }

    // MARK: Articles

    /// Returns the words of a new article; `number` decides about outlet, topic and kind.
    public mutating func article(_ number: Int) -> [String] {
        let topic = topics[number % topics.count]
        if number % 10 == 7 {
            // With its own names a report tells itself from others by its figures, with any names by these.
            let kind = number / 10 % reports.count
            return reports[kind].flatMap { sentence($0, kind < 2 ? topic : nil) } + outlets[number % outlets.count]
        }
        var words: [String] = []
        for _ in 0..<Int.random(in: 6...26, using: &random) {
            if random.oneIn(5), let template = templates.randomElement(using: &random) {
                words += sentence(template, topic)
            } else {
                words += free(topic, 8...26)
            }
        }
        if random.oneIn(2) { words += topic.background }
        return words + outlets[number % outlets.count]
    }

    /// Returns a copy with about this share of its words changed: half of them replaced, the others dropped or joined by a new one.
    public mutating func edited(_ words: [String], share: Double) -> [String] {
        var result: [String] = []
        for word in words {
            guard Double.random(in: 0..<1, using: &random) < share else {
                result.append(word)
                continue
            }
            switch Int.random(in: 0..<4, using: &random) {
            case 0: break
            case 1: result += [word, common(nil)]
            default: result.append(word.first?.isUppercase == true ? name(nil) : common(nil))
            }
        }
        return result
    }

    /// Returns the sentence that another outlet puts before a story.
    public mutating func lead(_ number: Int) -> [String] { free(topics[number % topics.count], 15...25) }

    // MARK: Sentences

    private mutating func template(of length: ClosedRange<Int>, slots: Int) -> [Piece] {
        var pieces = (0..<Int.random(in: length, using: &random)).map { _ in Piece.word(common(nil)) }
        for slot in 0..<Int.random(in: 2...slots, using: &random) {
            pieces.insert(slot % 2 == 0 ? .figure : .name, at: Int.random(in: 1...pieces.count, using: &random))
        }
        return pieces
    }

    private mutating func sentence(_ template: [Piece], _ topic: Topic?) -> [String] {
        finished(
            template.map { piece in
                switch piece {
                case .word(let word): word
                case .name: name(topic)
                case .figure: figure()
                }
            })
    }

    private mutating func free(_ topic: Topic?, _ length: ClosedRange<Int>) -> [String] {
        finished(
            (0..<Int.random(in: length, using: &random)).map { _ in
                switch Int.random(in: 0..<14, using: &random) {
                case 0: name(topic)
                case 1: random.oneIn(2) ? figure() : common(topic)
                default: common(topic)
                }
            })
    }

    private func finished(_ words: [String]) -> [String] {
        guard let first = words.first, let last = words.last, words.count > 1 else { return words }
        return [first.prefix(1).uppercased() + first.dropFirst()] + words.dropFirst().dropLast() + [last + "."]
    }

    // MARK: Words

    /// A word, the first ones of the vocabulary far more often than the last, as in languages.
    private mutating func common(_ topic: Topic?) -> String {
        if let topic, random.oneIn(6) { return topic.words.randomElement(using: &random) ?? "" }
        let place = Double.random(in: 0..<1, using: &random)
        return vocabulary[Int(place * place * place * Double(vocabulary.count))]
    }

    private mutating func name(_ topic: Topic?) -> String {
        (topic?.names ?? names).randomElement(using: &random) ?? ""
    }

    private mutating func figure() -> String {
        let whole = Int.random(in: 1...1999, using: &random)
        return random.oneIn(3) ? "\(whole).\(Int.random(in: 1...9, using: &random))" : "\(whole)"
    }

    private mutating func made(_ length: ClosedRange<Int>) -> String {
        (0..<Int.random(in: length, using: &random)).map { _ in
            WireCorpus.syllables.randomElement(using: &random) ?? ""
        }.joined()
    }
}

extension String {
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
