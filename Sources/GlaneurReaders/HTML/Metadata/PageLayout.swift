import GlaneurCore
import GlaneurLexicon

/// Where the article stands among the blocks of a page, and the short lines around its headline.
struct PageLayout {
    /// A short line.
    struct Line {
        let text: String
        let place: PageDates.Candidate.Place
    }

    /// The index of the headline, or of the first block of the article.
    private let head: Int
    private let first: Int
    private let last: Int
    /// The lines near the headline and right behind the article.
    let lines: [Line]
    private let asides: [Range<Int>]
    /// The first paragraph.
    private let opening: [UInt8]

    /// How many blocks away from the headline and the first paragraph bylines and date lines stand.
    private static let before = 4
    private static let behind = 4

    /// Makes the layout of an outline whose article is chosen.
    ///
    /// An aside that holds the headline or the first paragraph is none: the page has something of the kind somewhere in it.
    init(_ outline: PageOutline, isArticle: [Bool], title: Int?) {
        let first =
            isArticle.indices.first { isArticle[$0] && $0 != title && outline.blocks[$0].count > 60 }
            ?? isArticle.firstIndex(of: true) ?? 0
        let last = isArticle.lastIndex(of: true) ?? 0
        let head = title.map { min($0, first) } ?? first
        self.first = first
        opening = first < outline.blocks.count ? Array(outline.blocks[first].draft.bytes.prefix(400)) : []
        self.last = last
        self.head = head
        let asides = outline.signs.asides.filter { !$0.contains(head) && !$0.contains(first) }
        self.asides = asides
        func isShort(_ index: Int) -> Bool {
            outline.blocks[index].count <= PageLayout.lineLimit && !asides.contains { $0.contains(index) }
        }
        var lines: [Line] = []
        let count = outline.blocks.count
        let near = max(0, head - PageLayout.before)..<min(count, max(head + 12, first + PageLayout.behind))
        let far = min(count, max(near.upperBound, last - 3))..<min(count, max(near.upperBound, last + 8))
        for index in near where isShort(index) {
            lines.append(Line(text: String(decoding: outline.blocks[index].draft.bytes, as: UTF8.self), place: .near))
        }
        for index in far where isShort(index) {
            lines.append(Line(text: String(decoding: outline.blocks[index].draft.bytes, as: UTF8.self), place: .far))
        }
        self.lines = lines
    }

    private static let lineLimit = 250

    /// Whether the first paragraph has more function words of English than of French.
    func isEnglish(_ words: PageWords) -> Bool {
        guard let lexicon = words.lexicon else { return false }
        var lexemes: [Lexeme] = []
        LexemeScanner.scan(opening, into: &lexemes)
        func count(_ language: Language) -> Int {
            let table = lexicon.words(language)
            return lexemes.count { table.node(of: $0.wordHash).classes.contains(.stop) }
        }
        return count(.english) > count(.french)
    }

    /// Where something stands that has so many blocks before it.
    func place(ofBlock block: Int) -> PageDates.Candidate.Place {
        if block >= head - PageLayout.before, block <= max(head + 12, first + PageLayout.behind) { return .near }
        if block < head { return .head }
        return .far
    }

    /// Whether something stands in what is not the article: comments, teasers.
    func isAside(block: Int) -> Bool { asides.contains { $0.contains(block) } }

    /// Whether something stands before the end of the article, or right behind it.
    func isInArticle(block: Int) -> Bool { block >= head - PageLayout.before && block <= last + 6 }
}
