package import GlaneurCore

/// Shows documents to people: the text with its names, amounts and dates marked in it.
///
/// With colours a mention is coloured by its family and underlined, its label small behind it; without, it is marked as
/// `[xAI ORG]`. What is shown depends on the stage a document has come to.
package struct DocumentView: Sendable {
    /// What users can choose.
    package struct Options: Sendable {
        /// The columns of the terminal.
        package var width: Int
        /// Whether escape sequences may be written.
        package var usesColor: Bool
        /// Whether the ends of tokens are marked.
        package var showsTokens: Bool
        /// Whether the starts of sentences are marked.
        package var showsSentences: Bool
        /// The stage that made what is to be shown.
        package var stage: StageName

        /// Makes options.
        package init(
            width: Int = 80, usesColor: Bool = false, showsTokens: Bool = false, showsSentences: Bool = false,
            stage: StageName = .resolve
        ) {
            self.width = width
            self.usesColor = usesColor
            self.showsTokens = showsTokens
            self.showsSentences = showsSentences
            self.stage = stage
        }
    }

    /// What users chose.
    package let options: Options

    /// Makes a view.
    package init(options: Options = Options()) { self.options = options }

    /// Returns the lines that show a document: a header, its text, a legend.
    package func lines(of document: Document) -> [String] {
        var lines = header(of: document)
        lines.append("")
        if document.layers.contains(.blocks) {
            lines += blocks(of: document)
        } else {
            var text = TerminalParagraph()
            let isDecoded = document.layers.contains(.decoded)
            text.append(String(decoding: isDecoded ? document.text : document.bytes, as: UTF8.self))
            lines += text.lines(width: options.width, usesColor: options.usesColor)
        }
        while lines.last == "" { lines.removeLast() }
        let legend = options.stage == .extract ? blockLegend(of: document) : legend(of: document)
        return legend.isEmpty ? lines : lines + [""] + legend
    }

    // MARK: Around the text

    private func header(of document: Document) -> [String] {
        var header = TerminalParagraph()
        header.append(DisplayWidth.oneLine(document.id), .bold)
        for fact in facts(about: document) {
            header.append(" ")
            header.append("· " + fact, .dim, isUnbroken: true)
        }
        var lines = header.lines(width: options.width, usesColor: options.usesColor)
        if options.stage == .extract { lines += metadata(of: document) }
        for warning in document.warnings {
            var paragraph = TerminalParagraph()
            paragraph.append("! \(warning.code) (\(warning.stage)): \(DisplayWidth.oneLine(warning.message))", .warning)
            lines += paragraph.lines(width: options.width, usesColor: options.usesColor)
        }
        return lines
    }

    private func facts(about document: Document) -> [String] {
        var facts: [String] = []
        func count(_ number: Int, _ noun: String) { facts.append("\(number) \(noun)\(number == 1 ? "" : "s")") }
        let layers = document.layers
        if layers.contains(.language) {
            let score = document.languageScore.map { " " + $0.text(decimals: 3) } ?? ""
            facts.append(document.language.code + score)
        }
        if let charset = document.provenance.charset {
            facts.append(charset + (document.provenance.charsetEvidence.map { " (\($0.rawValue))" } ?? ""))
        }
        if layers.contains(.decoded) {
            count(document.text.count { $0 & 0xC0 != 0x80 }, "character")
        } else {
            count(document.bytes.count, "byte")
        }
        if layers.contains(.blocks) { count(document.blocks.count, "block") }
        if layers.contains(.view) { facts.append(document.view.alignment == nil ? "NFC" : "not NFC") }
        if layers.contains(.tokens) {
            count(document.sentences.count, "sentence")
            count(document.tokens.count, "token")
        }
        if layers.contains(.mentions) {
            count(document.mentions.count, "mention")
        } else if layers.contains(.candidates) {
            count(document.candidates.count, "candidate")
        }
        return facts
    }

    private func legend(of document: Document) -> [String] {
        let isSettled = document.layers.contains(.mentions)
        let marked = isSettled ? document.mentions : document.candidates
        var counts: [Label: Int] = [:]
        for mention in marked { counts[mention.label, default: 0] += 1 }
        var legend = TerminalParagraph()
        for label in Label.allCases {
            guard let count = counts[label] else { continue }
            if !legend.isBlank { legend.append("  ") }
            legend.append(label.rawValue, LabelFamily(label).style.combined(with: TerminalStyle(isUnderlined: true)))
            legend.append(" \(count)", isUnbroken: true)
        }
        return legend.isBlank ? [] : legend.lines(width: options.width, usesColor: options.usesColor)
    }
}
