import GlaneurCore

/// Parts the point of an abbreviation from it where it also ends a sentence: `etc.` becomes `etc` and `.`.
///
/// So do the French treebanks of Universal Dependencies; the English ones keep the point.
enum FinalPoints {
    /// Splits the last words of the sentences of a block, whose tokens are `tokens[first...]`, and moves the boundaries along.
    static func part(
        _ tokens: inout [Token], from first: Int, _ boundaries: inout [SentenceSplitter.Boundary], in bytes: [UInt8]
    ) {
        let places = TokenWindow.with(tokens[first...], bytes) { window in
            var places: [Int] = []
            for index in boundaries.indices {
                let start = index == 0 ? first : boundaries[index - 1].end
                var last = boundaries[index].end - 1
                while last > start, TokenShape(quick: window[last], in: window).mayClose { last -= 1 }
                if window[last].kind == .word, window[last].span.count > 1, window.last(window[last]) == 0x2E {
                    places.append(last)
                }
            }
            return places
        }
        guard !places.isEmpty else { return }
        // One pass over the block, however many there are.
        let old = Array(tokens[first...])
        tokens.removeLast(old.count)
        var next = 0
        for (offset, token) in old.enumerated() {
            guard next < places.count, first + offset == places[next] else {
                tokens.append(token)
                continue
            }
            let span = token.span
            tokens.append(Token(span: ByteSpan(span.start, span.end - 1), kind: token.kind))
            tokens.append(Token(span: ByteSpan(span.end - 1, span.end), kind: .punctuation))
            next += 1
        }
        var moved = 0
        for index in boundaries.indices {
            while moved < places.count, places[moved] < boundaries[index].end { moved += 1 }
            boundaries[index].end += moved
        }
    }
}
