import GlaneurCore

extension NameCorpus {
    /// Reads text with names marked in brackets.
    mutating func readMarkedText(
        _ content: String, path: String, language: Language
    ) throws(FormatError) {
        var id: String?
        var text = ""
        var names: [Name] = []
        func finish(_ corpus: inout NameCorpus) {
            defer {
                id = nil
                text = ""
                names = []
            }
            guard !text.isEmpty else { return }
            corpus.documents.append(
                AnnotatedDocument(
                    id: id ?? "\(path):\(corpus.documents.count + 1)", language: language, text: text, names: names))
        }
        for (index, line) in content.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("# ") { continue }
            if line.isEmpty {
                finish(&self)
                continue
            }
            if line.hasPrefix("## ") {
                finish(&self)
                id = String(line.dropFirst(3))
                continue
            }
            if !text.isEmpty { text += "\n\n" }
            var rest = line
            while let open = rest.firstRange(of: "[[") {
                text += rest[..<open.lowerBound]
                let behind = rest[open.upperBound...]
                guard let close = behind.firstRange(of: "]]"), let mark = Mark(behind[..<close.lowerBound]) else {
                    throw FormatError(
                        path: path, line: index + 1,
                        reason: "a mark is [[name|LABEL]] or [[name|LABEL|id]], a label PER, ORG, LOC …")
                }
                let start = text.utf8.count
                text += mark.name
                names.append(Name(span: ByteSpan(start, text.utf8.count), label: mark.label, entity: mark.entity))
                rest = behind[close.upperBound...]
            }
            text += rest
        }
        finish(&self)
    }

    /// What stands between double brackets.
    private struct Mark {
        var name: Substring
        var label: Label
        var entity: String?

        init?(_ content: Substring) {
            let parts = content.split(separator: "|", omittingEmptySubsequences: false)
            guard (2...3).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }),
                let label = NameCorpus.label(parts[1])
            else { return nil }
            name = parts[0]
            self.label = label
            entity = parts.count == 3 ? String(parts[2]) : nil
        }
    }
}
