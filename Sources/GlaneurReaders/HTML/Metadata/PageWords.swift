import GlaneurCore
import GlaneurLexicon

/// The words of bylines and date lines, and how months are called.
struct PageWords: Sendable {
    private(set) var names: PageNames
    let lexicon: Lexicon?
    private var phrases: [String: [[String]]] = [:]
    private var nobodies: Set<String> = []
    private var roles: Set<String> = []

    /// Knows no words: machine-written metadata are read, bylines and date lines are not.
    init() {
        names = PageNames()
        lexicon = nil
    }

    /// Knows the words of the glossary kinds `page-name` and `page-word`.
    init(lexicon: Lexicon) {
        names = PageNames(lexicon: lexicon)
        self.lexicon = lexicon
        for entry in lexicon.glossary("page-word") {
            let words = entry.french + entry.english
            switch entry.concept {
            case "nobody": nobodies.formUnion(words)
            case "role": roles.formUnion(words)
            default:
                // The longest first, so that the first that fits is the one that is meant.
                phrases[entry.concept, default: []] += words.map { $0.split(separator: " ").map(String.init) }
            }
        }
        for phrase in phrases[Place.beforeNames.rawValue] ?? [] { phrase.first.map { names.insert($0, .opener) } }
        for key in phrases.keys { phrases[key]?.sort { $0.count > $1.count } }
    }

    /// What a phrase does in a line.
    enum Place: String {
        case beforeNames = "before-names"
        case betweenNames = "between-names"
        case behindNames = "behind-names"
        case published, updated
    }

    /// The number of words at `index` that make a phrase of a kind; nothing where there is none.
    func phrase(_ place: Place, in words: [String], at index: Int) -> Int? {
        phrases[place.rawValue]?.first { phrase in
            index + phrase.count <= words.count && words[index..<(index + phrase.count)].elementsEqual(phrase)
        }?.count
    }

    /// The number of words before `index` that make a phrase of a kind.
    func phrase(_ place: Place, in words: [String], endingAt index: Int) -> Int? {
        phrases[place.rawValue]?.first { phrase in
            phrase.count <= index && words[(index - phrase.count)..<index].elementsEqual(phrase)
        }?.count
    }

    /// Whether a word in lower case is of a class of the calendar; of the days of the week no short forms, which are names too.
    func isCalendarWord(_ word: String, _ wordClass: WordClass) -> Bool {
        guard let lexicon, word.utf8.count > 2 else { return false }
        var bytes = Array(word.utf8)
        if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
        let hash = LexemeScanner.wordHash(bytes.span, in: 0..<bytes.count)
        return [Language.english, .french].contains { language in
            let node = lexicon.words(language).node(of: hash)
            guard node.classes.contains(wordClass) else { return false }
            return wordClass == .month || lexicon.value(node, wordClass)?.last != "?"
        }
    }

    /// Whether a line has a word that may open a byline; costs less than to read it as one.
    func mayHoldByline(_ line: String) -> Bool {
        var line = line
        return line.withUTF8 { names.subjects(of: $0).contains(.opener) }
    }

    /// Whether words are, as a whole, what stands before or behind names and days.
    func isCue(_ words: [String]) -> Bool {
        phrases.values.contains { $0.contains { $0.count == words.count && $0.elementsEqual(words) } }
    }

    /// Whether a text in lower case says that there is no author.
    func isNobody(_ text: String) -> Bool { nobodies.contains(text) }

    /// Whether a word in lower case tells what somebody does.
    func isRole(_ word: String) -> Bool { roles.contains(word) }
}
