import GlaneurLexicon

/// Tells whether a sentence announces what is to come, so that *on Monday* is the next one and not the last.
struct AnnouncementReader {
    let passage: Passage

    /// The words on either side that are looked at.
    private static let reach = 14

    /// Whether the sentence around the lexemes does, or the line holds nothing else, as in an agenda.
    func isUpcoming(_ lexemes: Range<Int>) -> Bool {
        if passage.startOfCue("since", before: lexemes.lowerBound) != nil { return false }
        if passage.isAlone(lexemes) { return true }
        var index = lexemes.lowerBound
        while index > 0, lexemes.lowerBound - index < AnnouncementReader.reach,
            !passage.lexemes[index].shape.contains(.sentenceStart), passage.lexemes[index].gap != .newline
        {
            index -= 1
            if passage.belongs(index, .dateCue, as: "future") { return true }
        }
        index = lexemes.upperBound
        while index < passage.lexemes.count, index - lexemes.upperBound < AnnouncementReader.reach,
            !passage.lexemes[index].shape.contains(.sentenceStart), passage.lexemes[index].gap != .newline
        {
            if passage.belongs(index, .dateCue, as: "future") { return true }
            index += 1
        }
        return false
    }
}
