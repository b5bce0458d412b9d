import GlaneurCore
import GlaneurLexicon

/// Finds the longest runs of words with capitals: `Ganesh Venkataramanan`, `GLR Research`, `Charles de Gaulle`.
struct CapitalizedRuns {
    let passage: Passage

    /// Calls `body` with each run that the known names do not cover, and with the known names that lie in it.
    func forEach(outside known: [LexiconName], _ body: (Range<Int>, ArraySlice<LexiconName>) -> Void) {
        var next = known.startIndex
        var index = 0
        while index < passage.lexemes.count {
            guard mayStart(index) else {
                index += 1
                continue
            }
            let run = trimmed(index..<end(from: index))
            guard !run.isEmpty else {
                index += 1
                continue
            }
            while next < known.endIndex, known[next].range.upperBound <= run.lowerBound { next += 1 }
            var last = next
            while last < known.endIndex, known[last].range.lowerBound < run.upperBound { last += 1 }
            let parts = known[next..<last]
            let isCovered = parts.contains {
                $0.range.lowerBound <= run.lowerBound && $0.range.upperBound >= run.upperBound
            }
            if !isCovered { body(run, parts) }
            index = max(run.upperBound, index + 1)
        }
    }

    private func mayStart(_ index: Int) -> Bool {
        let lexeme = passage.lexemes[index]
        return lexeme.shape.hasCapital && !lexeme.shape.contains(.opaque) && lexeme.gap != .none
    }

    /// Goes on over spaces and hyphens to further capitals; small particles between capitals belong to the run.
    private func end(from start: Int) -> Int {
        var end = start + 1
        while end < passage.lexemes.count {
            let lexeme = passage.lexemes[end]
            switch lexeme.gap {
            case .space, .hyphen, .ampersand: break
            // "J. Smith", "O'Brien"
            case .point where passage.lexemes[end - 1].count == 1: break
            case .apostrophe where passage.lexemes[end - 1].count == 1 && passage.lexemes[end - 1].shape.hasCapital:
                break
            default: return end
            }
            if lexeme.shape.hasCapital, !lexeme.shape.contains(.sentenceStart) {
                end += 1
            } else if let behind = behindParticles(end) {
                end = behind
            } else {
                return end
            }
        }
        return end
    }

    /// The index behind one or two particles that a capital follows: `de la Renta`, `van der Leyen`.
    private func behindParticles(_ index: Int) -> Int? {
        var index = index
        let limit = index + 2
        while index < min(limit, passage.lexemes.count), passage.lexemes[index].gap == .space,
            passage.lexemes[index].classes.contains(.particle),
            passage.language == .english || isName(particleAt: index)
        {
            index += 1
        }
        guard index > limit - 2, index < passage.lexemes.count, passage.lexemes[index].shape.hasCapital,
            passage.lexemes[index].gap == .space || passage.lexemes[index].gap == .apostrophe
        else { return nil }
        return index + 1
    }

    /// In French `de`, `du` and `la` join anything; only foreign particles, and `de` behind a first name, join a name.
    private func isName(particleAt index: Int) -> Bool {
        let lexeme = passage.lexemes[index]
        guard lexeme.classes.contains(.stop) else { return true }
        return index > 0 && passage.lexemes[index - 1].classes.contains(.givenName)
            && (index < 2 || !passage.lexemes[index - 2].shape.hasCapital)
    }

    /// Takes words off the front that have their capital for another reason, and dates and abbreviations everywhere.
    private func trimmed(_ run: Range<Int>) -> Range<Int> {
        var run = run
        while let first = run.first {
            let lexeme = passage.lexemes[first]
            let isAtStart = lexeme.shape.contains(.sentenceStart)
            let isWord = lexeme.classes.contains(.stop) && !lexeme.shape.contains(.innerCapital)
            let isOrdinary = isAtStart && lexeme.classes.contains(.common) && !lexeme.classes.contains(.givenName)
            let isTitle = lexeme.classes.contains(.title)
            let isAbbreviation = lexeme.classes.contains(.acronymStop)
            guard isWord || isOrdinary || isTitle || isAbbreviation || isTime(lexeme) else { break }
            run = (first + 1)..<run.upperBound
        }
        if let stop = run.first(where: { isTime(passage.lexemes[$0]) }) { run = run.lowerBound..<stop }
        while let last = run.last, isTail(passage.lexemes[last]) { run = run.lowerBound..<last }
        return run
    }

    private func isTime(_ lexeme: Lexeme) -> Bool {
        !lexeme.classes.isDisjoint(with: WordClass.Set(.weekday, .month)) && !lexeme.classes.contains(.givenName)
    }

    private func isTail(_ lexeme: Lexeme) -> Bool {
        lexeme.classes.contains(.stop) || lexeme.classes.contains(.acronymStop)
    }
}
