/// A stretch of styled text that is broken into lines at its spaces.
package struct TerminalParagraph: Sendable {
    private enum Role {
        case solid, space, lineEnd
    }

    private struct Glyph {
        var text: Character
        var width: Int
        var style: TerminalStyle
        var role: Role
    }

    private var glyphs: [Glyph] = []

    /// Makes a paragraph of nothing.
    package init() {}

    /// Adds text of a document or of ours, made harmless; a line end in it ends the line.
    ///
    /// - Parameter isUnbroken: whether the text stays on one line with what stands next to it, spaces or not.
    package mutating func append(_ text: String, _ style: TerminalStyle = .plain, isUnbroken: Bool = false) {
        for character in DisplayWidth.harmless(text) {
            if character.isNewline {
                glyphs.append(Glyph(text: "\n", width: 0, style: .plain, role: .lineEnd))
            } else if character == "\t" {
                glyphs.append(Glyph(text: " ", width: 1, style: style, role: .space))
            } else {
                let role: Role = !isUnbroken && TerminalParagraph.isBreakingSpace(character) ? .space : .solid
                glyphs.append(Glyph(text: character, width: DisplayWidth.of(character), style: style, role: role))
            }
        }
    }

    /// Whether there is nothing but white space.
    package var isBlank: Bool { !glyphs.contains { $0.role == .solid && !$0.text.isWhitespace } }

    /// A line may end at these spaces; no-break and narrow no-break spaces are not among them.
    private static func isBreakingSpace(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first?.value else { return false }
        switch scalar {
        case 0x20, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000: return true
        default: return false
        }
    }

    /// Returns the lines, none wider than `width` columns.
    ///
    /// A word that is wider than a line is cut where the line ends.
    package func lines(width: Int, usesColor: Bool) -> [String] {
        wrapped(to: max(1, width)).map { TerminalParagraph.rendered(glyphs[$0], usesColor: usesColor) }
    }

    private func wrapped(to width: Int) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        var used = 0
        var lastSpace: Int?
        var index = 0
        func endLine(at end: Int, next: Int) {
            lines.append(start..<end)
            start = next
            used = 0
            lastSpace = nil
        }
        while index < glyphs.count {
            let glyph = glyphs[index]
            let isFull = used + glyph.width > width && index > start
            switch glyph.role {
            case .lineEnd: endLine(at: index, next: index + 1)
            // The space at which a line ends is not shown.
            case .space where isFull: endLine(at: index, next: index + 1)
            case .solid where isFull:
                endLine(at: lastSpace ?? index, next: lastSpace.map { $0 + 1 } ?? index)
                index = start
                continue
            case .space, .solid:
                if glyph.role == .space { lastSpace = index }
                used += glyph.width
            }
            index += 1
        }
        endLine(at: index, next: index)
        return lines
    }

    private static func rendered(_ line: ArraySlice<Glyph>, usesColor: Bool) -> String {
        var line = line
        while line.last?.role == .space { line.removeLast() }
        var result = ""
        var style = TerminalStyle.plain
        for glyph in line {
            if usesColor, glyph.style != style {
                if style != .plain { result += TerminalStyle.closing }
                style = glyph.style
                result += style.opening
            }
            result.append(glyph.text)
        }
        if style != .plain { result += TerminalStyle.closing }
        return result
    }
}
