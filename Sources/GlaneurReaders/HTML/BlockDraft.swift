import GlaneurCore

/// The text of one block while it is read: white space collapsed as browsers do, every piece with its place in the page.
struct BlockDraft {
    /// A stretch of text and what it stands on: the same bytes, or `sourceCount` others.
    struct Piece {
        var count: Int
        let source: Int
        var sourceCount: Int
        let isCopy: Bool
    }

    /// The text.
    private(set) var bytes: [UInt8] = []
    /// Its pieces, one behind the other.
    private(set) var pieces: [Piece] = []
    /// How many bytes of it stand in links.
    private(set) var linkCount = 0
    private var pending: Piece?

    /// Whether nothing visible was added.
    var isEmpty: Bool { bytes.isEmpty }

    /// Whether it has neither a letter nor a figure; U+2000 to U+2FFF, which begin with E2, are spaces, marks and signs.
    var isBlank: Bool {
        !bytes.contains { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC3...0xE1, 0xE3...0xFF: true
            default: false
            }
        }
    }

    /// Adds text that stands in the page as it is.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>, source: Int, inLink: Bool, keepsSpace: Bool) {
        var index = 0
        while index < text.count {
            let start = index
            if BlockDraft.isSpace(text[index]) {
                while index < text.count, BlockDraft.isSpace(text[index]) { index += 1 }
                let breaks = keepsSpace && text[start..<index].contains(0x0A)
                appendSpace(source: source + start, count: index - start, isBreak: breaks)
            } else {
                while index < text.count, !BlockDraft.isSpace(text[index]) { index += 1 }
                appendVisible(text[start..<index], source: source + start, sourceCount: nil, inLink: inLink)
            }
        }
    }

    /// Adds text written in another form, a character reference.
    mutating func append(_ text: UnsafeBufferPointer<UInt8>, reference source: Range<Int>, inLink: Bool) {
        if text.allSatisfy(BlockDraft.isSpace) {
            appendSpace(source: source.lowerBound, count: source.count, isBreak: false)
        } else {
            appendVisible(text[...], source: source.lowerBound, sourceCount: source.count, inLink: inLink)
        }
    }

    /// Adds a line end that the page writes as an element whose tag ends with the byte at `source`.
    mutating func appendBreak(source: Int) {
        appendSpace(source: source, count: 1, isBreak: true)
    }

    private mutating func appendSpace(source: Int, count: Int, isBreak: Bool) {
        guard !bytes.isEmpty else { return }
        if pending == nil || isBreak {
            // Collapsed white space stands on the first stretch of it, a line end on itself; `isCopy` marks the latter.
            pending = Piece(count: 1, source: source, sourceCount: count, isCopy: isBreak)
        }
    }

    private mutating func appendVisible(
        _ text: Slice<UnsafeBufferPointer<UInt8>>, source: Int, sourceCount: Int?, inLink: Bool
    ) {
        if let space = pending {
            bytes.append(space.isCopy ? 0x0A : 0x20)
            pieces.append(Piece(count: 1, source: space.source, sourceCount: space.sourceCount, isCopy: false))
            if inLink { linkCount += 1 }
            pending = nil
        }
        bytes.append(contentsOf: text)
        if inLink { linkCount += text.count }
        pieces.append(
            Piece(
                count: text.count, source: source, sourceCount: sourceCount ?? text.count, isCopy: sourceCount == nil))
    }

    /// Adds the way from this text to the page to that of the text it is put behind.
    func append(to alignment: inout Alignment) {
        for piece in pieces {
            if piece.isCopy {
                alignment.append(output: piece.count, source: piece.source, outputUnit: 1, sourceUnit: 1)
            } else {
                alignment.appendCell(output: piece.count, source: piece.source, sourceCount: piece.sourceCount)
            }
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
    }
}
