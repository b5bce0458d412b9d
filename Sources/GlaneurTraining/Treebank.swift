package import GlaneurCore

/// Documents of a treebank in CoNLL-U, as raw text with the spans of sentences and tokens.
///
/// Source: <https://universaldependencies.org/format.html>. The raw text is put together again from forms and
/// `SpaceAfter=No`; `# newpar` is an empty line, and without `# newdoc` a file is one document.
package struct Treebank: Sendable {
    /// One document.
    package struct TreebankDocument: Sendable {
        /// The name behind `# newdoc id`, or a number.
        package var id: String
        /// The raw text.
        package var text: [UInt8] = []
        /// The spans of the sentences, UTF-8 bytes.
        package var sentences: [ByteSpan] = []
        /// The surface tokens.
        package var tokens: [TreebankToken] = []
    }

    /// A surface token and its syntactic words.
    package struct TreebankToken: Sendable {
        /// UTF-8 bytes of the text.
        package var span: ByteSpan
        /// The words of a multi-word token; empty for any other.
        package var words: [String]
    }

    /// The documents, in the order of the file.
    package private(set) var documents: [TreebankDocument] = []

    /// Reads the content of a file.
    package init(_ content: String) {
        var sentence: [(form: String, isGlued: Bool, words: [String])] = []
        var newDocument: String?
        var isParagraph = false
        var glued = true
        var skip = 0
        func finish(_ bank: inout Treebank) {
            guard !sentence.isEmpty else { return }
            if let id = newDocument ?? (bank.documents.isEmpty ? "" : nil) {
                bank.documents.append(TreebankDocument(id: id.isEmpty ? "doc\(bank.documents.count)" : id))
                glued = true
            } else if isParagraph {
                bank.documents[bank.documents.count - 1].text += Array("\n\n".utf8)
            } else if !glued {
                bank.documents[bank.documents.count - 1].text.append(0x20)
            }
            bank.documents[bank.documents.count - 1].append(sentence)
            glued = sentence.last?.isGlued ?? true
            sentence = []
            newDocument = nil
            isParagraph = false
        }
        for line in content.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                finish(&self)
                skip = 0
            } else if line.hasPrefix("#") {
                if line.hasPrefix("# newdoc") {
                    newDocument = line.split(separator: "=", maxSplits: 1).dropFirst().first.map(Treebank.trimmed) ?? ""
                } else if line.hasPrefix("# newpar") {
                    isParagraph = true
                }
            } else {
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
                guard fields.count >= 10, !fields[0].contains(".") else { continue }
                let isGlued = fields[9].split(separator: "|").contains("SpaceAfter=No")
                if let dash = fields[0].firstIndex(of: "-") {
                    let first = Int(fields[0][..<dash]) ?? 0
                    skip = (Int(fields[0][fields[0].index(after: dash)...]) ?? first) - first + 1
                    sentence.append((String(fields[1]), isGlued, []))
                } else if skip > 0 {
                    sentence[sentence.count - 1].words.append(String(fields[1]))
                    skip -= 1
                } else {
                    sentence.append((String(fields[1]), isGlued, []))
                }
            }
        }
        finish(&self)
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension Treebank.TreebankDocument {
    /// Cuts the document between sentences into parts of about the same number of sentences.
    func parts(_ count: Int) -> [Treebank.TreebankDocument] {
        (0..<count).map { part in
            let range = (sentences.count * part / count)..<(sentences.count * (part + 1) / count)
            guard let start = sentences[range].first?.start, let end = sentences[range].last?.end else {
                return Treebank.TreebankDocument(id: "\(id)/\(part)")
            }
            func moved(_ span: ByteSpan) -> ByteSpan { ByteSpan(span.start - start, span.end - start) }
            return Treebank.TreebankDocument(
                id: "\(id)/\(part)", text: Array(text[start..<end]), sentences: sentences[range].map(moved),
                tokens: tokens.filter { $0.span.start >= start && $0.span.end <= end }.map {
                    Treebank.TreebankToken(span: moved($0.span), words: $0.words)
                })
        }
    }

    /// Puts a sentence behind the text.
    fileprivate mutating func append(_ sentence: [(form: String, isGlued: Bool, words: [String])]) {
        let start = text.count
        for (index, token) in sentence.enumerated() {
            let first = text.count
            text += Array(token.form.utf8)
            tokens.append(Treebank.TreebankToken(span: ByteSpan(first, text.count), words: token.words))
            if !token.isGlued, index + 1 < sentence.count { text.append(0x20) }
        }
        sentences.append(ByteSpan(start, text.count))
    }
}
