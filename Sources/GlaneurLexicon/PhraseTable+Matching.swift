extension PhraseTable {
    /// A phrase found in a row of lexemes.
    public struct Match: Sendable {
        /// The index behind its last lexeme.
        public let end: Int
        /// What the table knows of it.
        public let node: Node

        /// Makes a match.
        @inlinable
        public init(end: Int, node: Node) {
            self.end = end
            self.node = node
        }
    }

    /// Finds the longest phrase of words that starts at `index`, over gaps of spaces, hyphens, apostrophes and points.
    ///
    /// - Parameter classes: the classes of which the phrase must belong to one; any when empty.
    @inlinable
    public func longestWord(
        _ lexemes: [Lexeme], at index: Int, classes: WordClass.Set = []
    ) -> Match? {
        guard index < lexemes.count else { return nil }
        var node =
            lexemes[index].words.isPhrase || lexemes[index].words.next != 0
            ? lexemes[index].words : self.node(of: lexemes[index].wordHash)
        var best: Match?
        var end = index + 1
        while true {
            if node.isPhrase, classes.isEmpty || !node.classes.isDisjoint(with: classes) {
                best = Match(end: end, node: node)
            }
            guard node.next != 0, end < lexemes.count, lexemes[end].gap.joinsNames else { return best }
            node = self.node(of: lexemes[end].wordHash, behind: node.next)
            end += 1
        }
    }

    /// Calls `body` with each phrase of names that starts at `index`, the shorter first.
    @inlinable
    public func forEachName(_ lexemes: [Lexeme], at index: Int, _ body: (Match) -> Void) {
        var node = self.node(of: lexemes[index].nameHash)
        var end = index + 1
        while true {
            if node.isPhrase { body(Match(end: end, node: node)) }
            guard node.next != 0, end < lexemes.count, lexemes[end].gap.joinsNames else { return }
            node = self.node(of: lexemes[end].nameHash, behind: node.next)
            end += 1
        }
    }
}
