import GlaneurCore

/// A text put together of pieces of a source, with the place of each piece.
struct AlignedText {
    /// A stretch of text and what it stands on: the same bytes, or `sourceCount` others.
    private struct Piece {
        var count: Int
        let source: Int
        let sourceCount: Int
        let isCopy: Bool
    }

    /// The text.
    private(set) var bytes: [UInt8] = []
    private var pieces: [Piece] = []

    /// Whether there is no text.
    var isEmpty: Bool { bytes.isEmpty }

    /// The offset in the source of the first piece.
    var start: Int? { pieces.first?.source }

    /// Adds bytes that stand in the source as they are.
    mutating func append(_ text: some Collection<UInt8>, source: Int) {
        guard !text.isEmpty else { return }
        bytes.append(contentsOf: text)
        if let last = pieces.last, last.isCopy, last.source + last.count == source {
            pieces[pieces.count - 1].count += text.count
        } else {
            pieces.append(Piece(count: text.count, source: source, sourceCount: 0, isCopy: true))
        }
    }

    /// Adds a text written with other bytes, as one cell; an empty range is the place of what the source has not.
    mutating func append(_ text: some Collection<UInt8>, for source: Range<Int>) {
        guard !text.isEmpty else { return }
        bytes.append(contentsOf: text)
        pieces.append(Piece(count: text.count, source: source.lowerBound, sourceCount: source.count, isCopy: false))
    }

    /// Adds another text of the same source.
    mutating func append(_ text: AlignedText) {
        bytes.append(contentsOf: text.bytes)
        pieces.append(contentsOf: text.pieces)
    }

    /// The way back to the source.
    var alignment: Alignment {
        var alignment = Alignment()
        append(to: &alignment)
        return alignment
    }

    /// Adds the way back to the source to that of the text it is put behind.
    func append(to alignment: inout Alignment) {
        for piece in pieces {
            if piece.isCopy {
                alignment.append(output: piece.count, source: piece.source, outputUnit: 1, sourceUnit: 1)
            } else {
                alignment.appendCell(output: piece.count, source: piece.source, sourceCount: piece.sourceCount)
            }
        }
    }

    /// The text as a string with one space for each stretch of white space, none at the ends.
    var collapsed: String { AlignedText.collapsed(bytes) }

    /// Bytes as a string with one space for each stretch of white space, none at the ends.
    static func collapsed(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: Array(bytes.split { $0 <= 0x20 }.joined(separator: [0x20])), as: UTF8.self)
    }

    /// Whether there is neither a letter nor a figure; U+2000 to U+2FFF, which begin with E2, are spaces, marks and signs.
    static func isBlank(_ bytes: some Collection<UInt8>) -> Bool {
        !bytes.contains { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xE1, 0xE3...0xFF: true
            default: false
            }
        }
    }
}
