public import GlaneurCore

/// A text with its expected spans written into it: `⟦org:xAI⟧ lève ⟦money:16,5 milliards de dollars⟧`.
///
/// Nobody counts bytes: the marks are taken out and become spans with labels.
public struct MarkedText: Sendable {
    /// One expected span.
    public struct Mark: Sendable, Hashable, CustomStringConvertible {
        /// What stands before the colon, in capitals.
        public let label: String
        /// The bytes of the text without marks.
        public let span: ByteSpan
        /// The marked text.
        public let text: String

        /// The mark as it is written: `⟦org:xAI⟧`.
        public var description: String { "⟦\(label.lowercased()):\(text)⟧" }
    }

    /// The text without marks.
    public let text: String
    /// The expected spans, in the order in which they start.
    public let marks: [Mark]

    /// The text as UTF-8.
    public var bytes: [UInt8] { Array(text.utf8) }

    /// Reads a marked text; marks may not lie in one another, and a mark without a colon has an empty label.
    public init(_ marked: String) {
        var text = ""
        var marks: [Mark] = []
        var rest = marked[...]
        while let open = rest.firstIndex(of: "⟦"), let close = rest[open...].firstIndex(of: "⟧") {
            text += rest[..<open]
            let inside = rest[rest.index(after: open)..<close]
            let colon = inside.firstIndex(of: ":")
            let content = String(colon.map { inside[inside.index(after: $0)...] } ?? inside)
            let start = text.utf8.count
            text += content
            marks.append(
                Mark(
                    label: colon.map { inside[..<$0].uppercased() } ?? "", span: ByteSpan(start, text.utf8.count),
                    text: content))
            rest = rest[rest.index(after: close)...]
        }
        self.text = text + rest
        self.marks = marks
    }

    /// Returns the text of some spans as marks, to compare with the expected ones.
    public static func marks(_ mentions: [Mention], in text: [UInt8]) -> [Mark] {
        mentions.map {
            Mark(
                label: $0.label.rawValue, span: $0.span, text: String(decoding: text[$0.span.range], as: UTF8.self))
        }
    }
}
