import GlaneurCore

/// Tells what the writer of a message wrote from what is quoted and from the signature.
struct MailText {
    private let text: [UInt8]
    private let isFlowed: Bool

    /// Takes the plain text of a message; in a flowed one (RFC 3676) lines that end with a space go on.
    init(_ text: [UInt8], isFlowed: Bool) {
        self.text = text
        self.isFlowed = isFlowed
    }

    /// Returns blocks that were cut as those of any text, with lines that go on joined, and quotations and signature marked.
    func blocks(_ blocks: [Block], title: String?) -> [Block] {
        let signature = signatureStart
        var result: [Block] = []
        for var block in blocks {
            if block.span.start >= signature {
                block = furniture(block)
            } else if isQuoted(block) {
                markIntroduction(in: &result, of: block)
                block = furniture(block)
            } else if block.blockClass == .title, block.kind == .main,
                AlignedText.collapsed(text[block.span.range]) != title
            {
                // A salutation looks like a headline; that of a message is its subject.
                block.blockClass = .body
                block.kind = .paragraph
            }
            if isFlowed, let last = result.last, goesOn(last, in: block) {
                result[result.count - 1].span = ByteSpan(last.span.start, block.span.end)
            } else {
                result.append(block)
            }
        }
        return result
    }

    private func furniture(_ block: Block) -> Block {
        Block(span: block.span, blockClass: .boilerplate, kind: .residue, language: block.language)
    }

    private func isQuoted(_ block: Block) -> Bool { text[block.span.start] == UInt8(ascii: ">") }

    /// The offset of the line `-- ` that begins a signature, or the end of the text.
    private var signatureStart: Int {
        var start = 0
        while start < text.count {
            let line = MailHeader.line(text, start..<text.count)
            // Programs on the way take the space off or add others.
            let written = text[line.content]
            if written.starts(with: "--".utf8), written.dropFirst(2).allSatisfy({ $0 == 0x20 }) { return start }
            start = line.next
        }
        return text.count
    }

    /// Whether a line ends with the space that says so, with the next one right below.
    private func goesOn(_ first: Block, in second: Block) -> Bool {
        let between = text[first.span.end..<second.span.start]
        return first.blockClass != .boilerplate && second.blockClass != .boilerplate && between.first == 0x20
            && between.count { $0 == 0x0A } == 1
    }

    /// Marks the line that says who is quoted: it stands above the quotation, ends with a colon and is often broken in two.
    private func markIntroduction(in blocks: inout [Block], of quotation: Block) {
        guard let last = blocks.indices.last, blocks[last].blockClass != .boilerplate,
            text[blocks[last].span.end - 1] == UInt8(ascii: ":")
        else { return }
        let between = last > 0 ? text[blocks[last - 1].span.end..<blocks[last].span.start] : []
        let isBroken = last > 0 && between.count { $0 == 0x0A } == 1
        blocks[last] = furniture(blocks[last])
        // The line above belongs to it where the address stands there.
        if isBroken, text[blocks[last - 1].span.range].contains(UInt8(ascii: "@")) {
            blocks[last - 1] = furniture(blocks[last - 1])
        }
    }
}
