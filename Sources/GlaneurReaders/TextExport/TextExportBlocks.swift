import GlaneurCore

/// Cuts text that was exported from a page, one block a line.
struct TextExportBlocks {
    /// Returns a block for each line that is not empty: the first is the title, the others are paragraphs.
    func blocks(of text: [UInt8]) -> [Block] {
        var blocks: [Block] = []
        var index = 0
        while index < text.count {
            var end = text[index...].firstIndex(of: 0x0A) ?? text.count
            let next = end + 1
            while index < end, text[index] <= 0x20 { index += 1 }
            while end > index, text[end - 1] <= 0x20 { end -= 1 }
            if index < end {
                blocks.append(
                    Block(
                        span: ByteSpan(index, end), blockClass: blocks.isEmpty ? .title : .body,
                        kind: blocks.isEmpty ? .main : .paragraph))
            }
            index = next
        }
        return blocks
    }
}
