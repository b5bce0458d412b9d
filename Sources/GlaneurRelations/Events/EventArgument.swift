/// Who has a part in an event, before it is written down: a mention, or words.
struct EventArgument: Hashable {
    /// The lexemes.
    var range: Range<Int>
    /// The mention.
    var mention: Int?
    /// The unit it was read from; nothing where it comes from elsewhere in the document.
    var unit: Int?
    /// How much less sure it is than one that stands in its place.
    var trust = 1.0
    /// The organization that the words tell with it: *le directeur technique de Tesla*.
    var organization: Int?
}
