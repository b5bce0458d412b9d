import GlaneurBenchmarkSupport
import GlaneurCore
import GlaneurText

/// The right answers that a measurement needs before its figures mean anything.
struct Answers {
    let segmenters: Segmenters

    /// What is wrong.
    struct Wrong: Error {
        let what: String
    }

    private static let known: [(text: String, language: Language, tokens: Int, sentences: Int)] = [
        ("L’IA coûte 12 000 € au groupe. Qu’en dit-il ?", .french, 13, 2),
        ("Tesla doesn't sell $16.5B of full-fledged chips. It's over.", .english, 15, 2),
    ]

    /// Throws where a small known text comes out wrong, or where tokens and gaps do not make up a document.
    func check(_ corpus: Corpus) throws {
        for (text, language, tokens, sentences) in Answers.known {
            var document = try Corpus.document(text, language)
            try SegmentStage(lexicon: segmenters.lexicon, models: segmenters.models).process(&document)
            guard document.tokens.count == tokens, document.sentences.count == sentences else {
                throw Wrong(what: "\(document.tokens.count) tokens, \(document.sentences.count) sentences in \(text)")
            }
        }
        var tokens: [Token] = []
        for document in corpus.documents.prefix(100) {
            _ = segmenters.tokens(document, into: &tokens)
            var rebuilt: [UInt8] = []
            var end = 0
            for span in tokens.map(\.span) + [ByteSpan(document.view.bytes.count, document.view.bytes.count)] {
                let gap = document.view.bytes[end..<span.start]
                guard !String(decoding: gap, as: UTF8.self).contains(where: { $0.isLetter || $0.isNumber }) else {
                    throw Wrong(what: "a gap with letters before byte \(span.start)")
                }
                rebuilt += gap + document.view.bytes[span.range]
                end = span.end
            }
            guard rebuilt == document.view.bytes else { throw Wrong(what: "tokens do not rebuild their text") }
        }
    }
}
