/// How a piece of text looks in a terminal.
package struct TerminalStyle: Sendable, Hashable {
    /// One of the colours that every terminal has and lets its user choose; the raw value is the code of the foreground.
    package enum Color: Int, Sendable {
        case red = 31
        case green, yellow, blue, magenta, cyan
    }

    /// The colour of the letters; nothing for the terminal's own.
    package var color: Color?
    /// Whether the letters are heavy.
    package var isBold = false
    /// Whether the letters are faint.
    package var isDim = false
    /// Whether there is a line under the letters.
    package var isUnderlined = false

    /// Text as the terminal shows it by itself.
    package static let plain = TerminalStyle()
    /// Headlines.
    package static let bold = TerminalStyle(isBold: true)
    /// What matters less.
    package static let dim = TerminalStyle(isDim: true)
    /// What should be noticed.
    package static let warning = TerminalStyle(color: .yellow)

    /// Makes a style.
    package init(color: Color? = nil, isBold: Bool = false, isDim: Bool = false, isUnderlined: Bool = false) {
        self.color = color
        self.isBold = isBold
        self.isDim = isDim
        self.isUnderlined = isUnderlined
    }

    /// The style with what `other` adds to it.
    package func combined(with other: TerminalStyle) -> TerminalStyle {
        TerminalStyle(
            color: other.color ?? color, isBold: isBold || other.isBold, isDim: isDim || other.isDim,
            isUnderlined: isUnderlined || other.isUnderlined)
    }

    /// The escape sequence that switches to the style (ECMA-48, SGR); empty for plain text.
    var opening: String {
        var codes: [Int] = []
        if isBold { codes.append(1) }
        if isDim { codes.append(2) }
        if isUnderlined { codes.append(4) }
        if let color { codes.append(color.rawValue) }
        return codes.isEmpty ? "" : "\u{1B}[\(codes.map(String.init).joined(separator: ";"))m"
    }

    /// The escape sequence that goes back to plain text.
    static let closing = "\u{1B}[0m"
}
