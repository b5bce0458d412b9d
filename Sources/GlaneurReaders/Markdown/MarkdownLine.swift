import GlaneurCore

/// One line of Markdown: what its first signs say, and where its own text lies.
struct MarkdownLine {
    /// What a line is by its first signs.
    enum Mark: Equatable {
        case blank, text
        case heading(level: Int)
        /// A row of `=` or `-`, which makes a heading of the line above it.
        case underline(level: Int)
        case rule, quote, item
        /// The beginning or the end of code.
        case fence(byte: UInt8, count: Int, isBare: Bool)
        /// `| a | b |`
        case tableRow
        /// `|---|:--:|`
        case tableRule
        /// `[1]: https://…`, an image or a comment alone on a line.
        case aside
        /// Text four spaces to the right, which is code behind an empty line.
        case indented
    }

    /// What it is.
    let mark: Mark
    /// The whole line without white space at its ends.
    let span: ByteSpan
    /// Its text, without the signs before it.
    let content: ByteSpan

    /// Looks at a line without its end.
    init(_ text: [UInt8], _ range: Range<Int>) {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, MarkdownLine.isSpace(text[start]) { start += 1 }
        while end > start, MarkdownLine.isSpace(text[end - 1]) { end -= 1 }
        span = ByteSpan(start, end)
        let line = text[start..<end]
        let isIndented = text[range.lowerBound..<start].contains(0x09) || start - range.lowerBound >= 4
        (mark, content) = MarkdownLine.read(line, isIndented: isIndented)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    private static func read(_ line: ArraySlice<UInt8>, isIndented: Bool) -> (Mark, ByteSpan) {
        let whole = ByteSpan(line.startIndex, line.endIndex)
        guard let first = line.first else { return (.blank, whole) }
        func behind(_ count: Int) -> ByteSpan {
            let rest = line.dropFirst(count).drop(while: isSpace)
            return ByteSpan(rest.startIndex, rest.endIndex)
        }
        let run = line.prefix { $0 == first }.count
        switch first {
        case UInt8(ascii: "`"), UInt8(ascii: "~"):
            if run >= 3, !line.dropFirst(run).contains(first) || first == UInt8(ascii: "~") {
                return (.fence(byte: first, count: run, isBare: run == line.count), whole)
            }
        case UInt8(ascii: "#"):
            if run <= 6, !isIndented, run == line.count || isSpace(line[line.startIndex + run]) {
                return (.heading(level: run), withoutClosingMarks(line, behind(run)))
            }
        case UInt8(ascii: "="):
            if run == line.count { return (.underline(level: 1), whole) }
        case UInt8(ascii: ">"): return (.quote, behind(run))
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "_"):
            if first == UInt8(ascii: "-"), run == line.count, run > 1 { return (.underline(level: 2), whole) }
            if isRule(line, of: first) { return (.rule, whole) }
            if isTableRule(line) { return (.tableRule, whole) }
            if run == 1, line.count > 1, isSpace(line[line.startIndex + 1]), first != UInt8(ascii: "_") {
                return (.item, behind(1))
            }
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let digits = line.prefix { (0x30...0x39).contains($0) }.count
            let rest = line.dropFirst(digits)
            if digits <= 3, let sign = rest.first, sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")"),
                let next = rest.dropFirst().first, isSpace(next)
            {
                return (.item, behind(digits + 1))
            }
        case UInt8(ascii: "|"), UInt8(ascii: ":"): if isTableRule(line) { return (.tableRule, whole) }
        case UInt8(ascii: "["):
            if let end = line.firstRange(of: Array("]:".utf8)), end.upperBound < line.endIndex,
                isSpace(line[end.upperBound])
            {
                return (.aside, whole)
            }
        case UInt8(ascii: "!"):
            if line.starts(with: "![".utf8), line.last == UInt8(ascii: ")") { return (.aside, whole) }
        case UInt8(ascii: "<"):
            if line.starts(with: "<!--".utf8), line.suffix(3).elementsEqual("-->".utf8) { return (.aside, whole) }
        default: break
        }
        if isIndented { return (.indented, whole) }
        return (line.contains(UInt8(ascii: "|")) ? .tableRow : .text, whole)
    }

    /// The text of a heading without the signs that may close it.
    private static func withoutClosingMarks(_ line: ArraySlice<UInt8>, _ span: ByteSpan) -> ByteSpan {
        var end = span.end
        while end > span.start, line[end - 1] == UInt8(ascii: "#") { end -= 1 }
        guard end < span.end, end == span.start || isSpace(line[end - 1]) else { return span }
        while end > span.start, isSpace(line[end - 1]) { end -= 1 }
        return ByteSpan(span.start, end)
    }

    private static func isRule(_ line: ArraySlice<UInt8>, of sign: UInt8) -> Bool {
        line.allSatisfy { $0 == sign || isSpace($0) } && line.count { $0 == sign } >= 3
    }

    private static func isTableRule(_ line: ArraySlice<UInt8>) -> Bool {
        line.contains(UInt8(ascii: "-")) && line.contains(UInt8(ascii: "|"))
            && line.allSatisfy { "-|: \t".utf8.contains($0) }
    }
}
