import GlaneurLexicon

/// Finds the longest of some phrases that starts at a lexeme.
///
/// It is asked of every second word of a text, and the tagger before it has emptied the cache: eight kilobytes tell that most words
/// begin nothing, one line of the cache what begins with the others.
struct PhraseIndex: Sendable {
    /// What begins with one word; a hash of 0 is an empty place.
    private struct Start: Sendable {
        var hash: UInt64 = 0
        /// One bit for each second word of a longer phrase, by the low bits of its hash.
        var seconds: UInt64 = 0
        /// The number of the word by itself, or -1.
        var word: Int32 = -1
        /// The longer phrases.
        var first: Int32 = 0
        var count: Int32 = 0
    }

    /// A phrase of several words: where the hashes behind its first lie, and its number.
    private struct Phrase: Sendable {
        let start: Int32
        let count: Int32
        let number: Int32
    }

    /// An open hash table.
    private let starts: [Start]
    /// Those that begin with one word stand together, the longest first.
    private let phrases: [Phrase]
    private let words: [UInt64]
    private let filter: HashFilter

    /// Indexes phrases by their places in an array; of equal ones the first counts, and none is empty.
    init(_ phrases: [[UInt64]]) {
        var runs: [UInt64: [Int]] = [:]
        for (number, phrase) in phrases.enumerated() { runs[phrase[0], default: []].append(number) }
        var size = 1024
        while size < runs.count * 2 { size *= 2 }
        var starts = [Start](repeating: Start(), count: size)
        var sorted: [Phrase] = []
        var words: [UInt64] = []
        for (hash, run) in runs {
            var start = Start(hash: hash, first: Int32(sorted.count))
            for number in run.sorted(by: { phrases[$0].count > phrases[$1].count }) {
                let rest = phrases[number].dropFirst()
                guard let second = rest.first else {
                    if start.word < 0 { start.word = Int32(number) }
                    continue
                }
                start.seconds |= 1 << (second & 63)
                sorted.append(Phrase(start: Int32(words.count), count: Int32(rest.count), number: Int32(number)))
                words += rest
            }
            start.count = Int32(sorted.count) - start.first
            var place = Int(truncatingIfNeeded: hash) & (size - 1)
            while starts[place].hash != 0 { place = (place + 1) & (size - 1) }
            starts[place] = start
        }
        self.starts = starts
        self.phrases = sorted
        self.words = words
        filter = HashFilter(runs.keys)
    }

    /// The number of a phrase of one word.
    func word(_ hash: UInt64) -> Int? {
        guard let place = place(of: hash), starts[place].word >= 0 else { return nil }
        return Int(starts[place].word)
    }

    /// The longest phrase that starts at an index and ends before another.
    ///
    /// - Parameter joined: whether nothing may stand between its words that ends a name.
    @inline(__always)
    func longest(_ lexemes: [Lexeme], at index: Int, before end: Int, joined: Bool) -> (number: Int, end: Int)? {
        guard let place = place(of: lexemes[index].wordHash) else { return nil }
        let next = index + 1
        if starts[place].seconds != 0, next < end,
            starts[place].seconds &>> (lexemes[next].wordHash & 63) & 1 == 1,
            let found = longer(Int(starts[place].first), Int(starts[place].count), lexemes, next, end, joined: joined)
        {
            return found
        }
        return starts[place].word < 0 ? nil : (Int(starts[place].word), next)
    }

    private func longer(
        _ first: Int, _ count: Int, _ lexemes: [Lexeme], _ next: Int, _ end: Int, joined: Bool
    ) -> (number: Int, end: Int)? {
        for index in first..<first + count {
            let length = Int(phrases[index].count)
            guard next + length <= end else { continue }
            let start = Int(phrases[index].start)
            var step = 0
            while step < length, lexemes[next + step].wordHash == words[start + step],
                !joined || lexemes[next + step].gap.joinsNames
            { step += 1 }
            if step == length { return (Int(phrases[index].number), next + length) }
        }
        return nil
    }

    /// The place of a word in the table.
    @inline(__always)
    private func place(of hash: UInt64) -> Int? {
        guard filter.mayHold(hash), hash != 0 else { return nil }
        let mask = starts.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while starts[place].hash != hash {
            if starts[place].hash == 0 { return nil }
            place = (place + 1) & mask
        }
        return place
    }
}
