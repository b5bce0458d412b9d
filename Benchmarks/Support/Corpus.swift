package import GlaneurCore
import GlaneurLexicon
import GlaneurTestSupport
import GlaneurText

/// The text that is measured, in memory: as documents of about five kilobytes, each in one language.
package struct Corpus {
    /// A decoded document as the segmenter gets it: blocks, a view and a language.
    package let documents: [Document]
    /// The number of bytes of all documents.
    package let byteCount: Int

    /// How long a document gets, as news articles are.
    private static let documentBytes = 5_000

    /// Repeats the lines of some texts until there are `byteCount` bytes, the languages in turn.
    package init(texts: [(text: String, language: Language)], byteCount: Int) throws {
        var documents: [Document] = []
        var total = 0
        let lines = [Language.french, .english].map { language in
            texts.filter { $0.language == language }.flatMap { $0.text.split(separator: "\n").map(String.init) }
        }
        var next = [0, 0]
        while total < byteCount {
            for (turn, language) in [Language.french, .english].enumerated() where !lines[turn].isEmpty {
                var text = ""
                while text.utf8.count < Corpus.documentBytes {
                    text += lines[turn][next[turn] % lines[turn].count] + "\n"
                    next[turn] += 1
                }
                documents.append(try Corpus.document(text, language))
                total += text.utf8.count
            }
        }
        self.documents = documents
        self.byteCount = total
    }

    /// Reads the files with these paths, French where their names begin with `fr`; the seeds of the checkout without any.
    package init(paths: [String], byteCount: Int) throws {
        let texts =
            paths.isEmpty
            ? [("fr", Language.french), ("en", .english)].map {
                (text: Checkout.seedLines($0.0).joined(separator: "\n"), language: $0.1)
            }
            : try paths.map { path in
                let name = path.split(separator: "/").last ?? ""
                return (
                    text: String(decoding: try LexiconFolder.read(path), as: UTF8.self),
                    language: name.hasPrefix("fr") ? Language.french : .english
                )
            }
        try self.init(texts: texts, byteCount: byteCount)
    }

    /// Makes a document that is ready for the segmenter.
    package static func document(_ text: String, _ language: Language) throws -> Document {
        var document = Document.plain(text, language: language)
        try NormalizeStage().run(on: &document)
        document.language = language
        document.layers.insert(.language)
        return document
    }
}
