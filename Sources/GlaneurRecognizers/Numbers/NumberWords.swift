import GlaneurCore
import GlaneurLexicon

/// Adds up number words: `deux cent mille`, `two hundred and fifty thousand`, `4 thousand 3 hundred and 21`.
struct NumberWords {
    let passage: Passage

    /// Adds up the number words from a lexeme on.
    ///
    /// - Parameter limit: the lexeme before which to stop.
    func sum(at first: Int, before limit: Int = .max) -> (sum: WordSum, next: Int)? {
        var sum = WordSum(isFrench: passage.language == .french)
        var next = first
        while next < limit, let lexeme = passage.lexeme(next),
            next == first || lexeme.gap == .space || lexeme.gap == .hyphen
        {
            if let value = passage.number(next, .cardinal) {
                guard sum.add(value) else { break }
                next += 1
            } else if let power = passage.number(next, .scale) {
                guard next > first || power == 3 || passage.belongs(first - 1, .numberOpener), sum.multiply(power)
                else { break }
                next += 1
            } else if let figure = figure(next, in: sum) {
                guard sum.add(figure: figure) else { break }
                next += 1
            } else if next > first, passage.belongs(next, .numberLink, as: "and"),
                let end = link(next, &sum, before: limit)
            {
                next = end
            } else {
                break
            }
        }
        return sum.isEmpty ? nil : (sum, next)
    }

    /// Reads a figure of one to three digits that is a part of a number in words, because *hundred* or a scale follows it.
    private func figure(_ index: Int, in sum: WordSum) -> Int? {
        guard sum.takesFigures, let lexeme = passage.lexeme(index), lexeme.shape.isNumber, lexeme.count <= 3,
            let number = passage.wholeNumber(index), let next = passage.lexeme(index + 1), next.gap == .space,
            next.classes.contains(.scale) || isHundred(index + 1)
        else { return nil }
        return number
    }

    private func isHundred(_ index: Int) -> Bool { passage.number(index, .cardinal) == 100 }

    /// Takes *and* with the part behind it into a sum, and returns the lexeme behind that.
    private func link(_ index: Int, _ sum: inout WordSum, before limit: Int) -> Int? {
        let first = index + 1
        guard let lexeme = passage.lexeme(first), lexeme.gap == .space || lexeme.gap == .hyphen else { return nil }
        if passage.language == .french {
            guard let word = passage.number(first, .cardinal), sum.mayLink(word), sum.add(word, isLinked: true) else {
                return nil
            }
            return first + 1
        }
        let room = sum.room
        guard room > 0 else { return nil }
        if room == 100 {
            // The words behind a hundred go on with the sum itself: "two hundred and fifty million".
            if lexeme.shape.isNumber, lexeme.count <= 2, let number = passage.wholeNumber(first) {
                return sum.add(figure: number) ? first + 1 : nil
            }
            guard let word = passage.number(first, .cardinal), word < 100, !isHundred(first + 1), sum.add(word) else {
                return nil
            }
            return first + 1
        }
        // "five million and ten million" are two numbers.
        guard passage.belongs(first, .cardinal) || passage.belongs(first, .numberOpener, as: "a"),
            let part = self.sum(at: passage.belongs(first, .cardinal) ? first : first + 1, before: limit),
            part.sum.value < room
        else { return nil }
        sum.add(part.sum)
        return part.next
    }
}
