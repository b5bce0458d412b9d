import GlaneurCore

/// The lines `key: value` between two rules of `-` that programs for web sites put above a text.
struct FrontMatter {
    /// What they say.
    private(set) var metadata = Metadata()
    /// The bytes from the first rule to the second.
    let span: ByteSpan
    /// How many lines that is.
    let lineCount: Int

    /// More lines are no front matter.
    private static let lineLimit = 200

    /// Reads the first lines of a text; nothing where it does not begin with a rule, keys and another rule.
    init?(_ lines: ArraySlice<MarkdownLine>, in text: [UInt8]) {
        func isRule(_ line: MarkdownLine) -> Bool { text[line.span.range].elementsEqual("---".utf8) }
        guard let first = lines.first, isRule(first),
            let last = lines.dropFirst().prefix(FrontMatter.lineLimit).firstIndex(where: isRule)
        else { return nil }
        let inner = lines[(lines.startIndex + 1)..<last].filter { !$0.span.isEmpty }
        span = ByteSpan(first.span.start, lines[last].span.end)
        lineCount = last - lines.startIndex + 1
        var key = ""
        var hasKey = false
        for line in inner {
            let written = text[line.span.range]
            if written.first == UInt8(ascii: "-") {
                note(key, FrontMatter.plain(written.dropFirst()))
            } else if let colon = written.firstIndex(of: UInt8(ascii: ":")) {
                hasKey = true
                key = String(decoding: written[..<colon], as: UTF8.self).lowercased()
                note(key, FrontMatter.plain(written[(colon + 1)...]))
            }
        }
        guard hasKey else { return nil }
    }

    private mutating func note(_ key: String, _ value: String) {
        guard !value.isEmpty else { return }
        switch key {
        case "title": metadata.title = metadata.title ?? value
        case "date", "published", "pubdate": metadata.published = metadata.published ?? WrittenTime.rfc3339(value)
        case "author", "authors":
            let names = value.hasPrefix("[") && value.hasSuffix("]") ? value.dropFirst().dropLast()[...] : value[...]
            metadata.authors += names.split(separator: ",").map { FrontMatter.plain(Array($0.utf8)[...]) }
        case "lang", "language": metadata.declaredLanguage = Language(declared: value)
        case "url", "link", "canonical", "canonical_url": metadata.url = metadata.url ?? value
        case "outlet", "source", "publication": metadata.outlet = metadata.outlet ?? value
        default: return
        }
    }

    /// A value without white space and quotation marks around it.
    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        var value = AlignedText.collapsed(bytes)[...]
        for mark in ["\"", "'"] where value.count > 1 && value.hasPrefix(mark) && value.hasSuffix(mark) {
            value = value.dropFirst().dropLast()
        }
        return String(value)
    }
}
