import GlaneurLexicon

/// The nearest words of a sentence over those of grammar, before and behind a lexeme.
struct NameContent {
    /// The nearest word before; nothing outside the clause.
    var before = NameLook.edge
    /// The nearest word before that.
    var further = NameLook.edge
    /// The nearest word behind.
    var behind = NameLook.edge
    /// How many lexemes lie between, at most 4; 7 where there is no word.
    var distanceBefore: UInt64 = 7
    /// The same behind.
    var distanceBehind: UInt64 = 7
    /// What lexicons say of the next word with a capital, and how far it is.
    var capital: (distance: UInt64, lexicon: UInt64)?

    /// Looks around a lexeme of a sentence.
    @inline(__always)
    init(around index: Int, in sentence: Range<Int>, _ looks: [NameLook], _ lexemes: [Lexeme]) {
        var place = index
        while place > sentence.lowerBound, index - place < 5, NameContent.isJoined(lexemes[place]) {
            place -= 1
            guard NameContent.isContent(looks[place], lexemes[place]) else { continue }
            before = looks[place]
            distanceBefore = UInt64(min(index - place, 4))
            var other = place
            while other > sentence.lowerBound, place - other < 5, NameContent.isJoined(lexemes[other]) {
                other -= 1
                guard NameContent.isContent(looks[other], lexemes[other]) else { continue }
                further = looks[other]
                break
            }
            break
        }
        place = index + 1
        var isFound = false
        while place < sentence.upperBound, place - index <= 6, NameContent.isJoined(lexemes[place]) {
            if !isFound, place - index <= 5, NameContent.isContent(looks[place], lexemes[place]) {
                behind = looks[place]
                distanceBehind = UInt64(min(place - index, 4))
                isFound = true
            }
            if capital == nil, looks[place].isCapital { capital = (UInt64(place - index), looks[place].lexicon) }
            if isFound, capital != nil { break }
            place += 1
        }
    }

    /// Whether a word is none of grammar and no single letter.
    @inline(__always)
    private static func isContent(_ look: NameLook, _ lexeme: Lexeme) -> Bool {
        look.classes & 1 == 0 && lexeme.count > 1
    }

    /// Whether the gap before a lexeme lies inside a clause: a space, a hyphen, an apostrophe.
    @inline(__always)
    private static func isJoined(_ lexeme: Lexeme) -> Bool { lexeme.gap.rawValue <= 3 }
}

/// A run of lexemes with capitals, as one of them sees it.
struct NameRun {
    /// Its first lexeme.
    let first: NameLook
    /// Its last lexeme.
    let last: NameLook
    /// What stands before it in the sentence.
    let before: NameLook
    /// What stands behind it in the sentence.
    let after: NameLook
    /// How far the lexeme is from both ends, at most 3.
    let standing: UInt64
    /// How many lexemes ago the last first name stood, one more than that; 0 where none of the last four is one.
    let sinceFirstName: UInt64
    /// Whether it has more than three lexemes.
    let isLong: Bool

    /// The classes of first names.
    static var firstNames: UInt64 { WordClass.Set(.givenName, .weakGivenName).rawValue }
}
