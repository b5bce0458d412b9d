/// Rows of words to train a tagger on: the features of each word, and the tags it may have.
package struct SequenceExamples: Sendable {
    /// The features of all words, one behind the other.
    private(set) var features: [UInt32] = []
    /// Where the features of each word end.
    private(set) var featureEnds: [Int] = []
    /// The tags that each word may have, a bit for each; a word whose gold is sure has one.
    private(set) var allowed: [UInt32] = []
    /// Where the words of each row end.
    private(set) var rowEnds: [Int] = []

    /// Makes an empty list.
    package init() {}

    /// The number of rows.
    package var count: Int { rowEnds.count }
    /// The number of words.
    package var wordCount: Int { allowed.count }

    /// Adds a word to the row that is being made.
    package mutating func append(_ features: [UInt32], allowed tags: UInt32) {
        precondition(tags != 0, "a word may have some tag")
        self.features += features
        featureEnds.append(self.features.count)
        allowed.append(tags)
    }

    /// Ends the row.
    package mutating func endRow() {
        if rowEnds.last ?? 0 < allowed.count { rowEnds.append(allowed.count) }
    }

    /// The words of a row.
    func words(ofRow row: Int) -> Range<Int> { (row == 0 ? 0 : rowEnds[row - 1])..<rowEnds[row] }

    /// The places of the features of a word.
    func features(ofWord word: Int) -> Range<Int> { (word == 0 ? 0 : featureEnds[word - 1])..<featureEnds[word] }

    /// The number of words that have each feature, folded into so many rows.
    func countsOfFeatures(mask: UInt32) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: Int(mask) + 1)
        for feature in features { counts[Int(feature & mask)] += 1 }
        return counts
    }

}
