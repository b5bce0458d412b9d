import GlaneurCore

/// What was taken out of a page or an export: its metadata, and which block is what.
extension DocumentView {
    /// What stands beside a block: its kind, and in brackets its class too where colours do not tell it.
    ///
    /// A paragraph has nothing beside it.
    func extractLabel(of block: Block) -> String {
        if block.blockClass == .body, block.kind == .paragraph { return "" }
        if options.usesColor { return block.kind.rawValue }
        return "[\(block.blockClass.rawValue) \(block.kind.rawValue)]"
    }

    /// How a block's label is coloured after the extract stage; otherwise it is faint.
    func labelStyle(of block: Block) -> TerminalStyle {
        options.stage == .extract ? DocumentView.style(of: block.kind, in: block.blockClass) : .dim
    }

    /// Kinds that belong together have one colour.
    private static func style(of kind: Block.Kind, in blockClass: Block.Class) -> TerminalStyle {
        guard blockClass == .boilerplate else {
            return blockClass == .title ? TerminalStyle(color: .cyan, isBold: true) : TerminalStyle(color: .cyan)
        }
        return switch kind {
        case .advertisement, .promo, .paywall: TerminalStyle(color: .red)
        case .caption, .credit, .byline, .sourceLine: TerminalStyle(color: .green)
        case .relatedLinks, .navigation, .share: TerminalStyle(color: .blue)
        case .comments, .cookies, .disclosure: TerminalStyle(color: .magenta)
        default: TerminalStyle(color: .yellow)
        }
    }

    /// What the document says of itself, a line each.
    func metadata(of document: Document) -> [String] {
        let metadata = document.metadata
        var rows: [(name: String, value: String)] = []
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { rows.append((name, value)) }
        }
        add("title", metadata.title)
        add("published", metadata.published)
        add("authors", metadata.authors.joined(separator: ", "))
        add("outlet", metadata.outlet)
        add("url", metadata.url)
        add("language", metadata.declaredLanguage?.code)
        let width = (rows.map(\.name.utf8.count).max() ?? 0) + 2
        return rows.flatMap { row in
            var paragraph = TerminalParagraph()
            paragraph.append(DisplayWidth.oneLine(row.value))
            let lines = paragraph.lines(width: max(20, options.width - width), usesColor: options.usesColor)
            return lines.enumerated().map { index, line in
                guard index == 0 else { return String(repeating: " ", count: width) + line }
                let label = row.name + String(repeating: " ", count: width - row.name.utf8.count)
                let dim = TerminalStyle.dim
                return (options.usesColor ? dim.opening + label + TerminalStyle.closing : label) + line
            }
        }
    }

    /// How many blocks of each class and kind there are, in their colours.
    func blockLegend(of document: Document) -> [String] {
        var legend = TerminalParagraph()
        for blockClass in Block.Class.allCases {
            let blocks = document.blocks.filter { $0.blockClass == blockClass }
            guard !blocks.isEmpty else { continue }
            if !legend.isBlank { legend.append(", ") }
            legend.append(blockClass.rawValue, style(of: blockClass))
            legend.append(" \(blocks.count)", isUnbroken: true)
            guard blockClass == .boilerplate else { continue }
            let kinds = Block.Kind.allCases.filter { kind in blocks.contains { $0.kind == kind } }
            for (index, kind) in kinds.enumerated() {
                legend.append(index == 0 ? ": " : ", ")
                let count = blocks.count { $0.kind == kind }
                legend.append(
                    "\(kind.rawValue) \(count)", DocumentView.style(of: kind, in: blockClass), isUnbroken: true)
            }
        }
        return legend.isBlank ? [] : legend.lines(width: options.width, usesColor: options.usesColor)
    }

    private func style(of blockClass: Block.Class) -> TerminalStyle {
        switch blockClass {
        case .title: .bold
        case .body: .plain
        case .boilerplate: .dim
        }
    }
}
