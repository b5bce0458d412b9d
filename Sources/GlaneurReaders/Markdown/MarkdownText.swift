import GlaneurCore

/// The blocks of a text in Markdown, whose text stays as it is written, and what its front matter says.
struct MarkdownText {
    /// The blocks, in order.
    private(set) var blocks: [Block] = []
    /// What the front matter and the headline say.
    private(set) var metadata = Metadata()

    private let text: [UInt8]
    /// A block that further lines may go on.
    private var open: (span: ByteSpan, kind: Block.Kind)?
    /// The sign and the length of the fence around the code that is being read.
    private var fence: (byte: UInt8, count: Int)?
    private var isInTable = false
    private var hasHeadline = false
    private var isBehindBlank = true

    /// Reads a decoded text.
    init(_ text: [UInt8]) {
        self.text = text
        var lines = MarkdownText.lines(of: text)[...]
        if let frontMatter = FrontMatter(lines, in: text) {
            metadata = frontMatter.metadata
            add(frontMatter.span, .boilerplate, .residue)
            lines = lines.dropFirst(frontMatter.lineCount)
        }
        while let line = lines.popFirst() {
            if fence == nil { read(line, next: lines.first) } else { readCode(line) }
            isBehindBlank = line.mark == .blank
        }
        close()
    }

    /// Sets the blocks of a document, and the metadata that it has not yet.
    func fill(_ document: inout Document) {
        document.blocks = blocks
        document.metadata.fill(from: metadata)
    }

    private static func lines(of text: [UInt8]) -> [MarkdownLine] {
        var lines: [MarkdownLine] = []
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: 0x0A) ?? text.count
            lines.append(MarkdownLine(text, start..<end))
            start = end + 1
        }
        return lines
    }

    private mutating func add(_ span: ByteSpan, _ blockClass: Block.Class, _ kind: Block.Kind) {
        guard !span.isEmpty else { return }
        blocks.append(Block(span: span, blockClass: blockClass, kind: kind))
    }

    private mutating func addFurniture(_ span: ByteSpan, _ kind: Block.Kind = .residue) {
        close()
        add(span, .boilerplate, kind)
    }

    private mutating func close() {
        guard let open else { return }
        self.open = nil
        let isFurniture = open.kind == .residue || AlignedText.isBlank(text[open.span.range])
        add(open.span, isFurniture ? .boilerplate : .body, isFurniture ? .residue : open.kind)
    }

    /// Lets a block go on with a line, or begins one.
    private mutating func extend(_ span: ByteSpan, _ kind: Block.Kind) {
        if let before = open, before.kind == kind {
            open = (ByteSpan(before.span.start, span.end), kind)
        } else {
            close()
            open = (span, kind)
        }
    }

    private mutating func addHeading(_ span: ByteSpan, level: Int) {
        close()
        guard !AlignedText.isBlank(text[span.range]) else { return add(span, .boilerplate, .residue) }
        // The headline stands before all text and is of the first level, or the second where there is no first.
        let isFirst = !hasHeadline && level <= 2 && !blocks.contains { $0.blockClass == .body }
        add(span, .title, isFirst ? .main : .heading)
        guard isFirst else { return }
        hasHeadline = true
        metadata.title = metadata.title ?? AlignedText.collapsed(text[span.range])
    }

    /// Reads a line of code, which nobody wrote as prose.
    private mutating func readCode(_ line: MarkdownLine) {
        if case .fence(fence?.byte, let count, true) = line.mark, count >= fence?.count ?? 0 {
            fence = nil
            addFurniture(line.span)
        } else if line.mark != .blank {
            extend(line.span, .residue)
        }
    }

    private mutating func read(_ line: MarkdownLine, next: MarkdownLine?) {
        let wasInTable = isInTable
        isInTable = false
        switch line.mark {
        case .blank: close()
        case .fence(let byte, let count, _):
            addFurniture(line.span)
            fence = (byte, count)
        case .heading(let level): addHeading(line.content, level: level)
        case .underline(let level):
            guard let open, open.kind == .paragraph else { return addFurniture(line.span) }
            self.open = nil
            addHeading(open.span, level: level)
            add(line.span, .boilerplate, .residue)
        case .rule: addFurniture(line.span)
        case .aside: addFurniture(line.span, .relatedLinks)
        case .tableRule:
            addFurniture(line.span)
            isInTable = wasInTable
        case .tableRow where wasInTable || next?.mark == .tableRule && open == nil:
            close()
            add(line.span, .body, .table)
            isInTable = true
        case .quote: extend(line.content, .blockquote)
        case .item:
            close()
            open = (line.content, .list)
        case .indented where open == nil && isBehindBlank && blocks.last?.kind != .list:
            extend(line.span, .residue)
        // A line without a sign goes on with what stands above it.
        case .text, .indented, .tableRow:
            // So does the paragraph of an item behind an empty line.
            let kind = open?.kind ?? (line.mark == .indented && blocks.last?.kind == .list ? .list : .paragraph)
            extend(line.span, kind)
        }
    }
}
