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

    /// Calls `body` with the index and node of each lexeme that the table knows by itself, in order.
    ///
    /// A look at a slot waits for memory. Here many are asked for before the first is needed, so that they wait together: that takes
    /// a third of the time of one look after the other.
    @inlinable
    package func forEachWord(of lexemes: UnsafeBufferPointer<Lexeme>, _ body: (Int, Node) -> Void) {
        let batch = PhraseTable.batch
        withUnsafeTemporaryAllocation(of: Int.self, capacity: batch) { waiting in
            withUnsafeTemporaryAllocation(of: UInt64.self, capacity: batch) { keys in
                var start = 0
                while start < lexemes.count {
                    let end = min(start + batch, lexemes.count)
                    var count = 0
                    for index in start..<end {
                        waiting[count] = index
                        // No branch: which words pass cannot be foretold.
                        count &+= filter.bit(of: lexemes[index].wordHash)
                    }
                    for place in 0..<count {
                        let hash = lexemes[waiting[place]].wordHash
                        keys[place] = slots.base[Int(truncatingIfNeeded: hash) & mask].key
                    }
                    for place in 0..<count where keys[place] != 0 {
                        let node = node(of: lexemes[waiting[place]].wordHash)
                        if node.packed != 0 || node.next != 0 { body(waiting[place], node) }
                    }
                    start = end
                }
            }
        }
    }

    /// How many lexemes are asked for together.
    @usableFromInline static var batch: Int { 64 }
}
