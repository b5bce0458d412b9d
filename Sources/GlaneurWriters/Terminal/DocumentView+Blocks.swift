import GlaneurCore

/// The blocks of a document with what lies in them.
extension DocumentView {
    /// Returns the lines of all blocks; a blank line stands where the text has one.
    func blocks(of document: Document) -> [String] {
        let offsets = OffsetTranslator(text: document.text, unit: .codePoint)
        var marked = MarkedBlocks(document: document, options: options)
        let margin = margin(of: document)
        var lines: [String] = []
        var end = 0
        for (index, block) in document.blocks.enumerated() {
            lines += between(document, from: end, to: block.span.start, isFirst: index == 0, margin: margin)
            end = block.span.end
            let paragraph = marked.next(block)
            lines += layOut(paragraph, label: label(of: block), style: labelStyle(of: block), margin: margin)
            if options.stage == .recognize {
                lines += candidates(from: marked.candidates(in: block), of: document, offsets: offsets)
            }
            if options.stage == .relate {
                lines += quotations(in: block, of: document, offsets: offsets)
                lines += events(in: block, of: document, offsets: offsets)
            }
        }
        return lines + between(document, from: end, to: document.text.count, isFirst: true, margin: margin)
    }

    // MARK: Margin

    private func margin(of document: Document) -> Int {
        document.blocks.reduce(0) { max($0, label(of: $1).map { $0.utf8.count + 2 } ?? 0) }
    }

    /// What stands in the margin: class and kind, then the language too once it is known.
    private func label(of block: Block) -> String? {
        let kind = "\(block.blockClass.rawValue) \(block.kind.rawValue)"
        switch options.stage {
        case .extract: return extractLabel(of: block)
        case .normalize: return kind
        case .language: return "\(block.language.code) \(kind)"
        default: return nil
        }
    }

    private func layOut(
        _ paragraph: TerminalParagraph, label: String?, style labelStyle: TerminalStyle = .dim, margin: Int
    ) -> [String] {
        // A margin that leaves no room for text is no help.
        let isNarrow = options.width - margin < 20
        let indentation = isNarrow ? 0 : margin
        let lines = paragraph.lines(width: options.width - indentation, usesColor: options.usesColor)
        guard let label, margin > 0 else { return lines }
        let style = options.usesColor ? (labelStyle.opening, TerminalStyle.closing) : ("", "")
        guard !isNarrow else { return label.isEmpty ? lines : [style.0 + label + style.1] + lines }
        let blank = String(repeating: " ", count: margin)
        return lines.enumerated().map { index, line in
            let start = index == 0 ? label + String(repeating: " ", count: margin - label.utf8.count) : blank
            let isLabelled = index == 0 && !label.isEmpty
            return isLabelled ? style.0 + start + style.1 + line : (line.isEmpty ? "" : start + line)
        }
    }

    /// What lies between two blocks: line ends, and text where a stage has left some outside of all blocks.
    private func between(_ document: Document, from start: Int, to end: Int, isFirst: Bool, margin: Int) -> [String] {
        guard start < end else { return [] }
        let gap = document.string(ByteSpan(start, end))
        var paragraph = TerminalParagraph()
        paragraph.append(gap.split(whereSeparator: \.isNewline).joined(separator: "\n"), .dim)
        let blank = isFirst || gap.count(where: \.isNewline) < 2 ? [] : [""]
        guard !paragraph.isBlank else { return blank }
        return blank + layOut(paragraph, label: margin > 0 ? "-" : nil, margin: margin) + blank
    }

    // MARK: Candidates

    private func candidates(
        from candidates: ArraySlice<Mention>, of document: Document, offsets: OffsetTranslator
    ) -> [String] {
        var table = TerminalTable(indentation: 2)
        for candidate in candidates {
            let style = LabelFamily(candidate.label).style
            table.add([
                .init("\(offsets(candidate.span.start))..\(offsets(candidate.span.end))", .dim),
                .init(candidate.label.rawValue, style),
                .init(candidate.score?.text(decimals: 2) ?? "", .dim),
                .init(DisplayWidth.oneLine(document.string(candidate.span), limit: 40), style),
                .init(candidate.maker, .dim),
                .init(candidate.entityID ?? candidate.norm ?? "", .dim),
            ])
        }
        return table.lines(usesColor: options.usesColor)
    }
}
