import GlaneurCore
import GlaneurLexicon

/// Takes the names of people out of a byline: `By Ann Onyme and Jo Dupont, Political Editor | March 12, 2019`.
struct Byline {
    /// The names, as they are written.
    private(set) var names: [String] = []
    /// Whether a word such as *par* stands before them.
    private(set) var hasOpener = false
    /// Where no name was found: what stands for one, as `Staff Writer`.
    private(set) var stand: String?

    private let words: PageWords
    private var isBehindRole = false

    private enum Piece: Equatable {
        case word(String)
        /// A comma, *and*, the end of a link.
        case list
        /// A dash, a bar, a bullet: something else follows.
        case stop
        case line
    }

    /// Reads a text with line ends where blocks end and U+001F where links do; `isBare` where all of it is names.
    init(_ text: String, words: PageWords, isBare: Bool) {
        self.words = words
        read(Byline.pieces(of: text, words: words), isBare: isBare)
    }

    /// Longer lines are no bylines.
    static let limit = 400

    private mutating func read(_ pieces: [Piece], isBare: Bool) {
        let lowered = pieces.map { piece in
            if case .word(let word) = piece { Byline.plain(word) } else { "" }
        }
        var index = 0
        while index < pieces.count {
            if let count = words.phrase(.beforeNames, in: lowered, at: index),
                isBare || Byline.mayOpen(pieces, lowered, at: index, words: words)
            {
                index += count
                hasOpener = true
                while let count = words.phrase(.beforeNames, in: lowered, at: index) { index += count }
                break
            }
            index += 1
        }
        guard hasOpener || isBare else { return }
        if !hasOpener { index = 0 }
        var name: [String] = []
        var expectsMore = true
        while index < pieces.count {
            switch pieces[index] {
            case .word(let word):
                let isStop =
                    word.utf8.contains { (0x30...0x39).contains($0) }
                    || stops(.behindNames, word, in: lowered, at: index)
                    || stops(.published, word, in: lowered, at: index) && !name.isEmpty
                    || isDay(lowered, at: index)
                if isStop {
                    if !take(&name), names.isEmpty, !isBare { return }
                    // In a list of links, a date may stand between two names; elsewhere the names are over.
                    if !names.isEmpty || !isBare { return }
                    index += 1
                    continue
                }
                if words.phrase(.betweenNames, in: lowered, at: index) != nil {
                    take(&name)
                    expectsMore = true
                    isBehindRole = false
                } else if let count = words.phrase(.beforeNames, in: lowered, at: index),
                    !name.isEmpty || !names.isEmpty
                {
                    take(&name)
                    index += count
                    continue
                } else {
                    name.append(word)
                    expectsMore = false
                }
            case .list:
                if take(&name) { expectsMore = true }
            case .stop:
                take(&name)
                if !names.isEmpty { return }
            case .line:
                take(&name)
                // A name on the next line is one more only where this one ends with a comma or *and*, or is a link.
                let goesOn = expectsMore || words.phrase(.betweenNames, in: lowered, at: index + 1) != nil
                if !names.isEmpty, !goesOn { return }
            }
            index += 1
        }
        take(&name)
    }

    /// Whether a word ends the names; small words do so only where they are written small: *Loïc Le Clerc*.
    private func stops(_ place: PageWords.Place, _ word: String, in lowered: [String], at index: Int) -> Bool {
        guard let count = words.phrase(place, in: lowered, at: index) else { return false }
        return count > 1 || word.unicodeScalars.count > 3 || word.first?.isLowercase == true
    }

    /// Whether a day begins with a word: a month beside figures, for *April* is a name as well, or a day of the week.
    private func isDay(_ lowered: [String], at index: Int) -> Bool {
        if words.isCalendarWord(lowered[index], .weekday) { return true }
        let beside = [index - 1, index + 1].filter(lowered.indices.contains).map { lowered[$0] }
        return beside.contains { $0.utf8.first.map { (0x30...0x39).contains($0) } ?? false }
            && words.isCalendarWord(lowered[index], .month)
    }

    /// Whether a word such as *by* may open a byline: where a line or a part of it begins, or behind a day or a *published*.
    private static func mayOpen(_ pieces: [Piece], _ lowered: [String], at index: Int, words: PageWords) -> Bool {
        guard index > 0, case .word(let word) = pieces[index - 1] else { return true }
        return word.utf8.contains { (0x30...0x39).contains($0) }
            || words.phrase(.published, in: lowered, endingAt: index) != nil
    }

    /// Ends a name; whether it was one.
    @discardableResult
    private mutating func take(_ name: inout [String]) -> Bool {
        defer { name = [] }
        guard !name.isEmpty else { return false }
        let text = name.joined(separator: " ")
        let lowered = name.map(Byline.plain)
        guard name.count <= 6, text.utf8.count <= 70, !words.isNobody(lowered.joined(separator: " ")),
            !words.isCue(lowered), Byline.looksLikeName(name)
        else { return false }
        if lowered.contains(where: { word in word.split(separator: "-").contains { words.isRole(String($0)) } }) {
            if stand == nil, name.count <= 4 { stand = text }
            isBehindRole = !names.isEmpty
            return false
        }
        // Behind what somebody does stands where: *Ann Onyme, Staff Attorney, Racial Justice Program*.
        guard !isBehindRole else { return false }
        if !names.contains(text) { names.append(text) }
        return true
    }

    private static func looksLikeName(_ name: [String]) -> Bool {
        func isCapital(_ word: String) -> Bool {
            guard let first = word.unicodeScalars.first(where: \.properties.isAlphabetic) else { return false }
            return first.properties.lowercaseMapping != String(first) || !first.properties.isCased
        }
        guard let first = name.first, let last = name.last else { return false }
        let text = name.joined()
        guard text.unicodeScalars.count > 1, !text.contains("@"), !text.contains("://"), !text.contains("#"),
            text.unicodeScalars.contains(where: \.properties.isAlphabetic)
        else { return false }
        return isCapital(last) && (isCapital(first) || name.count > 1) || name.count == 1 && isCapital(first)
    }

    /// A word in lower case without the marks around it.
    private static func plain(_ word: String) -> String {
        let marks: Set<Character> = [":", "(", ")", "\"", "“", "”", "«", "»", "[", "]", "*", "!"]
        var text = Substring(word.lowercased())
        while let last = text.last, marks.contains(last) { text.removeLast() }
        while let first = text.first, marks.contains(first) { text.removeFirst() }
        if text.count > 3, text.last == ".", !text.dropLast().contains(".") { text.removeLast() }
        return String(text)
    }

    private static func pieces(of text: String, words: PageWords) -> [Piece] {
        var pieces: [Piece] = []
        var word = ""
        func flush() {
            // *ByAnn Onyme*, where style makes the space.
            let hump = word.indices.dropFirst().first {
                word[$0].isUppercase && word[word.index(before: $0)].isLowercase
            }
            if let hump, words.phrase(.beforeNames, in: [word[..<hump].lowercased()], at: 0) != nil {
                pieces.append(.word(String(word[..<hump])))
                word = String(word[hump...])
            }
            // A handle is no name, and stands behind one.
            if !word.isEmpty { pieces.append(word.hasPrefix("@") ? .stop : .word(word)) }
            word = ""
        }
        func end(_ piece: Piece) {
            flush()
            if pieces.last != piece || piece == .stop { pieces.append(piece) }
        }
        let characters = Array(text.prefix(limit * 2))
        for (index, character) in characters.enumerated() {
            switch character {
            case "\n", "\r\n": end(.line)
            case ",", ";", "\u{1F}", "/": end(.list)
            case "|", "•", "·", "—", "(", ")", "●", ">", "[", "]", "»", "«": end(.stop)
            case "-", "–":
                let isInside =
                    !word.isEmpty && index + 1 < characters.count && !characters[index + 1].isWhitespace
                if isInside { word.append(character) } else { end(.stop) }
            case ":":
                // *By: Ann Onyme*; the colon belongs to the word before it.
                flush()
            default:
                if character.isWhitespace { flush() } else { word.append(character) }
            }
        }
        flush()
        return pieces
    }
}
