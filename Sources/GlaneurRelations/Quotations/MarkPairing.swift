import GlaneurCore

/// Pairs marks of quotation, in one block and from one block to those that go on with it.
struct MarkPairing {
    /// A mark that waits for its partner.
    private struct Open {
        let mark: QuotationMark
        let block: Int
    }

    private let bytes: [UInt8]
    /// The bytes of each block.
    private let blocks: [ByteSpan]
    /// The marks of each block.
    private let marks: [[QuotationMark]]
    private var stack: [Open] = []
    private var spans: [MarkedSpan] = []

    private init(bytes: [UInt8], blocks: [ByteSpan], marks: [[QuotationMark]]) {
        self.bytes = bytes
        self.blocks = blocks
        self.marks = marks
    }

    /// The marked spans of some blocks, an outer one before those in it.
    ///
    /// - Parameters:
    ///   - bytes: the view of the document.
    ///   - blocks: the bytes of each block that is to be read, in order.
    ///   - marks: the marks of the whole view.
    static func spans(in bytes: [UInt8], blocks: [ByteSpan], marks: [QuotationMark]) -> [MarkedSpan] {
        var next = 0
        let marksOfBlocks = blocks.map { block in
            while next < marks.count, marks[next].start < block.start { next += 1 }
            let first = next
            while next < marks.count, marks[next].end <= block.end { next += 1 }
            return Array(marks[first..<next])
        }
        var pairing = MarkPairing(bytes: bytes, blocks: blocks, marks: marksOfBlocks)
        for block in blocks.indices { pairing.read(block) }
        return nested(pairing.spans)
    }

    // MARK: One block

    private mutating func read(_ block: Int) {
        guard !marks[block].isEmpty else { return }
        var index = 0
        if let open = stack.first, marks[block][0].form == open.mark.form { index = 1 }
        var singleEnd = -1
        while index < marks[block].count {
            let mark = marks[block][index]
            switch mark.form {
            case .single, .straightSingle:
                if mark.side == .opens, mark.start >= singleEnd, let end = closing(block, index) {
                    add(Open(mark: mark, block: block), end: end.start, outer: end.end, block: block)
                    singleEnd = end.end
                }
            case .straight: readStraight(mark, index, block)
            case .guillemet, .double, .angle:
                let isOpen = stack.contains { $0.mark.form == mark.form }
                switch mark.side {
                case .opens: stack.append(Open(mark: mark, block: block))
                case .closes: close(mark, block)
                case .either: if isOpen { close(mark, block) } else { stack.append(Open(mark: mark, block: block)) }
                }
            }
            index += 1
        }
        endBlock(block)
    }

    /// The mark that closes a single one: the first beside punctuation, as others may be apostrophes, else the first.
    private func closing(_ block: Int, _ index: Int) -> QuotationMark? {
        let form = marks[block][index].form
        var first: QuotationMark?
        for mark in marks[block][(index + 1)...] where mark.form == form && mark.side == .closes {
            if mark.isBesidePunctuation { return mark }
            if first == nil { first = mark }
        }
        return form == .single ? first : nil
    }

    private mutating func readStraight(_ mark: QuotationMark, _ index: Int, _ block: Int) {
        let isOpen = stack.contains { $0.mark.form == .straight }
        if mark.followsDigit {
            // Inches, unless it is the last chance to close what is open.
            let later = marks[block][(index + 1)...].first { $0.form == .straight && !$0.followsDigit }
            guard isOpen, later == nil || later?.side == .opens else { return }
            return close(mark, block)
        }
        switch mark.side {
        case .opens where !isOpen: stack.append(Open(mark: mark, block: block))
        case .either where !isOpen: stack.append(Open(mark: mark, block: block))
        case .opens:
            // Two that open in a row: the first has no partner.
            stack.removeAll { $0.mark.form == .straight }
            stack.append(Open(mark: mark, block: block))
        case .closes, .either: close(mark, block)
        }
    }

    private mutating func close(_ mark: QuotationMark, _ block: Int) {
        guard let place = stack.lastIndex(where: { $0.mark.form == mark.form }) else { return }
        let open = stack[place]
        stack.removeSubrange(place...)
        add(open, end: mark.start, outer: mark.end, block: block)
    }

    // MARK: The end of a block

    private mutating func endBlock(_ block: Int) {
        guard let outer = stack.first else { return }
        // One mark may close a quotation and the one inside it where both end.
        if let last = spans.last, last.lastBlock == block, last.outside.start > outer.mark.start,
            bytes[last.outside.end..<blocks[block].end].allSatisfy({ $0 == 0x20 || $0 == 0x2E || $0 == 0x0D }),
            !goesOn(outer, behind: block)
        {
            add(outer, end: last.outside.end, outer: last.outside.end, block: block)
            stack = []
            return
        }
        if goesOn(outer, behind: block) {
            stack.removeSubrange(1...)
            return
        }
        // What is never closed ends with its paragraph, where it is no slip inside a sentence.
        if outer.block != block || (outer.mark.form != .straight && announces(outer.mark, block)) {
            add(outer, end: blocks[block].end, outer: blocks[block].end, block: block)
        }
        stack = []
    }

    /// Whether the next block begins with a mark that says that the quotation goes on: « or » again, “ again.
    private func goesOn(_ open: Open, behind block: Int) -> Bool {
        guard block + 1 < blocks.count, let next = marks[block + 1].first, next.form == open.mark.form else {
            return false
        }
        return bytes[blocks[block + 1].start..<next.start].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// Whether a colon or the start of its block stands before a mark.
    private func announces(_ mark: QuotationMark, _ block: Int) -> Bool {
        let start = blocks[block].start
        var index = mark.start
        while index > start {
            index -= 1
            switch bytes[index] {
            case 0x20, 0x09, 0xA0, 0xC2, 0xAF, 0x80, 0xE2: continue
            case let byte: return byte == 0x3A
            }
        }
        return true
    }

    // MARK: Spans

    private mutating func add(_ open: Open, end: Int, outer: Int, block: Int) {
        guard end > open.mark.end, let inside = trimmed(ByteSpan(open.mark.end, end)) else { return }
        spans.append(
            MarkedSpan(
                inside: inside, outside: ByteSpan(open.mark.start, outer), firstBlock: open.block, lastBlock: block))
    }

    /// A span without the white space at its ends and the dash of a dialogue at its start.
    private func trimmed(_ span: ByteSpan) -> ByteSpan? {
        var start = span.start
        var end = span.end
        while start < end {
            let (scalar, length) = bytes.scalar(at: start)
            guard ScalarClass.of(scalar) == .space || (0x2010...0x2015).contains(scalar) || scalar == 0x2D else {
                break
            }
            start += length
        }
        while end > start {
            var last = end - 1
            while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
            guard ScalarClass.of(bytes.scalar(at: last).value) == .space else { break }
            end = last
        }
        return start < end ? ByteSpan(start, end) : nil
    }

    /// The spans in the order of the text with the spans around them; one that crosses another is left out.
    static func nested(_ spans: [MarkedSpan]) -> [MarkedSpan] {
        let sorted = spans.sorted {
            ($0.outside.start, $1.outside.end) < ($1.outside.start, $0.outside.end)
        }
        var result: [MarkedSpan] = []
        var around: [Int] = []
        for var span in sorted {
            while let last = around.last, result[last].outside.end <= span.outside.start { around.removeLast() }
            if let last = around.last, !result[last].outside.contains(span.outside) { continue }
            span.parent = around.last
            around.append(result.count)
            result.append(span)
        }
        return result
    }
}
