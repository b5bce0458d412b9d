/// How many columns of a terminal text takes, and what of it may be sent to one.
package enum DisplayWidth {
    /// The number of columns of a text without line ends.
    package static func of(_ text: String) -> Int {
        text.reduce(0) { $0 + of($1) }
    }

    /// The number of columns of a character: 2 for emoji and East Asian wide ones, 0 for marks that stand alone.
    static func of(_ character: Character) -> Int {
        var width = 0
        for scalar in character.unicodeScalars {
            // A variation selector 16 turns a sign into its emoji.
            if scalar.value == 0xFE0F { return 2 }
            width = max(width, of(scalar))
        }
        return width
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        if isWide(scalar.value) || scalar.properties.isEmojiPresentation { return 2 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return 1
        }
    }

    /// The wide and full-width blocks of Unicode Standard Annex 11, without emoji.
    private static func isWide(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// The text with everything made harmless by which a document could command the terminal that shows it.
    ///
    /// Control characters become their pictures (U+2400 …), directional marks and soft hyphens go. Line ends and tabs stay.
    package static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { isHarmful($0.value) }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard isHarmful(scalar.value) else {
                result.append(scalar)
                continue
            }
            switch scalar.value {
            case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F: result.append("\u{2421}")
            case 0x80..<0xA0: result.append("\u{FFFD}")
            default: break
            }
        }
        return String(result)
    }

    private static func isHarmful(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x09, 0x0A, 0x0D, 0x85: false
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// The text on one line, cut to `limit` columns with an ellipsis where it is longer.
    package static func oneLine(_ text: String, limit: Int = .max) -> String {
        var result = ""
        var width = 0
        for character in harmless(text) {
            let shown: Character = character.isNewline || character == "\t" ? " " : character
            let added = of(shown)
            if width + added > limit {
                while width > limit - 1, let last = result.popLast() { width -= of(last) }
                return result + "…"
            }
            result.append(shown)
            width += added
        }
        return result
    }
}
