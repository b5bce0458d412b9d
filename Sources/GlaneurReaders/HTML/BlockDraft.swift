/// The text of one block while it is read: white space collapsed as browsers do, every piece with its place in the page.
struct BlockDraft {
    /// White space that is written only in front of something visible.
    private struct Space {
        let byte: UInt8
        let source: Range<Int>
    }

    /// The text, with the place of each piece.
    private(set) var text = AlignedText()
    /// How many bytes of it stand in links.
    private(set) var linkCount = 0
    private var pending: Space?

    /// The bytes of the text.
    var bytes: [UInt8] { text.bytes }

    /// Whether nothing visible was added.
    var isEmpty: Bool { text.isEmpty }

    /// Adds text that stands in the page as it is.
    mutating func append(_ written: UnsafeBufferPointer<UInt8>, source: Int, inLink: Bool, keepsSpace: Bool) {
        var index = 0
        while index < written.count {
            let start = index
            if BlockDraft.isSpace(written[index]) {
                while index < written.count, BlockDraft.isSpace(written[index]) { index += 1 }
                let breaks = keepsSpace && written[start..<index].contains(0x0A)
                appendSpace(source: source + start, count: index - start, isBreak: breaks)
            } else {
                while index < written.count, !BlockDraft.isSpace(written[index]) { index += 1 }
                appendPending(before: index - start, inLink: inLink)
                text.append(written[start..<index], source: source + start)
            }
        }
    }

    /// Adds text written in another form, a character reference.
    mutating func append(_ written: UnsafeBufferPointer<UInt8>, reference source: Range<Int>, inLink: Bool) {
        guard !written.allSatisfy(BlockDraft.isSpace) else {
            return appendSpace(source: source.lowerBound, count: source.count, isBreak: false)
        }
        appendPending(before: written.count, inLink: inLink)
        text.append(written, for: source)
    }

    /// Adds a line end that the page writes as an element whose tag ends with the byte at `source`.
    mutating func appendBreak(source: Int) {
        appendSpace(source: source, count: 1, isBreak: true)
    }

    private mutating func appendSpace(source: Int, count: Int, isBreak: Bool) {
        guard !isEmpty, pending == nil || isBreak else { return }
        // Collapsed white space stands on the first stretch of it, a line end on itself.
        pending = Space(byte: isBreak ? 0x0A : 0x20, source: source..<source + count)
    }

    /// Makes ready for something visible, `count` bytes long.
    private mutating func appendPending(before count: Int, inLink: Bool) {
        if let space = pending {
            text.append(CollectionOfOne(space.byte), for: space.source)
            if inLink { linkCount += 1 }
            pending = nil
        }
        if inLink { linkCount += count }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
    }
}
