import GlaneurCore
import GlaneurLexicon
import GlaneurRecognizers

/// Tells quotations from expressions and titles between marks.
struct KindReader {
    /// What a look at the words inside the marks tells.
    struct Content {
        /// The lexemes between the marks.
        var words = 0
        /// Whether it reads like a sentence.
        var isSentence = false
        /// Whether it ends with a sign that ends sentences.
        var isEnded = false
        /// Whether its first word has a capital.
        var isCapitalized = false
        /// Whether its last sign may stand inside a sentence: `?` or `!`.
        var isQuestion = false
        /// Whether it is written like a title: every word that is no small one has a capital.
        var isTitleCase = false
    }

    /// Reads the words inside the marks.
    static func content(_ inside: ByteSpan, in passage: Passage) -> Content {
        var content = Content()
        let lexemes = passage.lexemes
        var index = lexemes.partitioningIndex { Int($0.start) >= inside.start }
        let first = index
        var capitals = 0
        var smalls = 0
        var hasInnerSentence = false
        while index < lexemes.count, Int(lexemes[index].start) < inside.end {
            let lexeme = lexemes[index]
            content.words += 1
            if lexeme.shape.hasCapital {
                capitals += 1
            } else if !lexeme.classes.contains(.stop), !lexeme.shape.isNumber {
                smalls += 1
            }
            if index > first, lexeme.shape.contains(.sentenceStart) { hasInnerSentence = true }
            index += 1
        }
        content.isTitleCase = smalls == 0 && capitals > 0
        let startsLarge = first < lexemes.count && lexemes[first].shape.contains(.initialCapital)
        let last = passage.bytes[inside.end - 1]
        content.isQuestion = last == 0x3F || last == 0x21
        // … ends with A6.
        content.isEnded = last == 0x2E || content.isQuestion || last == 0xA6
        content.isCapitalized = startsLarge
        let isSet = content.isEnded || last == 0x2C
        content.isSentence = hasInnerSentence || startsLarge && (content.words >= 4 || isSet && content.words >= 2)
        return content
    }

    /// The kind of the quotation at a place.
    ///
    /// - Parameters:
    ///   - isName: whether the words are a name, or a part of one.
    static func kind(
        of content: Content, at place: Int, in outline: Outline, attribution: Attribution?, isName: Bool
    ) -> Quotation.Kind {
        let isAnnounced = outline.kind(place - 1) == .colon
        if isName && !(isAnnounced && content.words > 3) { return .term }
        let isClose = attribution?.isClose ?? false
        if !isAnnounced, isNamed(place, content, in: outline), !(content.isSentence && isClose && content.words > 6) {
            return .term
        }
        if content.isTitleCase, content.words <= 8, content.words > 1, !content.isQuestion, !isAnnounced,
            !(isClose && content.isSentence)
        {
            return .term
        }
        if content.isSentence {
            let isAlone = outline.sentenceStart(of: place) == place && outline.kind(place + 1) == .stop
            // `les unités de la « Force de réaction rapide »`: a capital alone makes no sentence.
            if attribution == nil, !isAnnounced, !content.isEnded, content.words < 6,
                outline.sentenceStart(of: place) != place
            {
                return .term
            }
            return content.words >= 4 || isClose || isAlone && content.isEnded ? .direct : .term
        }
        guard let attribution else { return content.words >= leastWords ? .partial : .term }
        switch content.words {
        case 1: return isClose && (attribution.isCalling || isAnnounced) ? .partial : .term
        case 2, 3: return isClose ? .partial : .term
        default: return .partial
        }
    }

    /// Words that nobody is said to have said are a quotation from so many on: fewer are mostly an expression.
    private static let leastWords = 4

    /// Whether the words in front announce a word or a work: `le mot`, `dubbed`, `the film`.
    private static func isNamed(_ place: Int, _ content: Content, in outline: Outline) -> Bool {
        var index = place - 1
        while place - index <= 3, let element = outline.element(index) {
            switch element.kind {
            // `Cerdan, dit « le Bombardier »`, but `Musk a dit « non »`.
            case .word where element.roles.contains([.naming, .verb]): return outline.kind(index - 1) == .comma
            case .word where element.roles.contains(.naming): return true
            // `le film « Les Marées »`, but `il juge le film « trop long »`.
            case .word where element.roles.contains(.work): return content.isCapitalized
            case .word where !element.roles.isDisjoint(with: [.verb, .pronoun]): return false
            case .word, .mention: index -= 1
            // The next of a list is what the first is.
            case .quotation: return isNamed(index, content, in: outline)
            default: return false
            }
        }
        return false
    }
}
