import GlaneurCore

/// The number or letter that opens an item of a list, as `1.` `2)` `3.)` `b.` or `• 9.` do.
struct ListItem: Equatable {
    /// How the items of one list are written.
    private var style: Style
    /// The number, or the place of the letter in the alphabet.
    private let number: Int
    /// The index of the first token behind it.
    let end: Int

    private struct Style: Equatable {
        var isLetter: Bool
        var marks: [UInt8]
    }

    /// Whether a token can be the first of an item, a quick look.
    static func mayBegin(_ token: Token, in tokens: TokenWindow) -> Bool {
        token.span.count <= 3 && (token.kind != .word || tokens.bytes[token.span.start] &- 0x61 < 26)
    }

    /// Reads the item that `tokens[index]` opens, if it opens one.
    init?(_ tokens: TokenWindow, at index: Int) {
        var index = index
        var marks: [UInt8] = []
        if index < tokens.endIndex, TokenShape(tokens[index], in: tokens) == .bullet {
            marks += tokens.bytes[tokens[index].span.range]
            index += 1
        }
        guard index < tokens.endIndex else { return nil }
        let span = tokens[index].span
        switch tokens[index].kind {
        case .number where span.count <= 2:
            guard span.range.allSatisfy({ tokens.bytes[$0] &- 0x30 < 10 }) else { return nil }
            number = span.range.reduce(0) { $0 * 10 + Int(tokens.bytes[$1] & 15) }
            style = Style(isLetter: false, marks: marks)
        case .word where span.count == 1 || span.count == 2 && tokens.bytes[span.end - 1] == 0x2E:
            let letter = tokens.bytes[span.start]
            guard letter &- 0x61 < 26 else { return nil }
            number = Int(letter - 0x60)
            style = Style(isLetter: true, marks: marks + tokens.bytes[(span.start + 1)..<span.end])
        default: return nil
        }
        var next = index + 1
        while next < tokens.endIndex, next <= index + 2, tokens[next].span.start == tokens[next - 1].span.end {
            let mark = tokens.bytes[tokens[next].span.start]
            guard tokens[next].span.count == 1, mark == 0x2E || mark == 0x29 else { return nil }
            style.marks.append(mark)
            next += 1
        }
        guard style.marks.last == 0x2E || style.marks.last == 0x29, next < tokens.endIndex,
            tokens[next].span.start > tokens[next - 1].span.end
        else { return nil }
        end = next
    }

    /// Whether this item comes next behind another of the same list.
    func follows(_ other: ListItem) -> Bool { style == other.style && number == other.number + 1 }
}
