// A stage of one's own: it warns of sentences that are hard to read.

import Glaneur

// snippet.stage
/// Warns of every sentence that has more words than a reader keeps in mind.
struct MarkLongSentences: Stage {
    /// The most words a sentence may have.
    let limit: Int

    let name = StageName(rawValue: "mark-long-sentences")
    let needs: Layers = .tokens
    let gives: Layers = []

    func process(_ document: inout Document) throws(StageFailure) {
        // Tokens and sentences are both in text order, so one pass over each is enough.
        var index = 0
        for sentence in document.sentences {
            var words = 0
            while index < document.tokens.count, document.tokens[index].span.end <= sentence.span.end {
                if document.tokens[index].kind == .word { words += 1 }
                index += 1
            }
            guard words > limit else { continue }
            document.warnings.append(
                Warning(code: "long-sentence", stage: name, message: "\(words) words at \(sentence.span)"))
        }
    }
}
// snippet.end

// snippet.run
let text = "Le titre a reculé. L’arrêt, que la presse avait révélé en août, a été reconnu plus tard par le groupe."
let pipeline = try Pipeline().adding([MarkLongSentences(limit: 12)])
let document = try pipeline.annotate(Document(id: "note", text: text))
for warning in document.warnings { print(warning.code, warning.message) }
// snippet.end

// snippet.chain
// A chain refuses a stage that stands where a layer it needs is not there yet.
do {
    _ = try StageChain([MarkLongSentences(limit: 12)], given: .blocks)
} catch {
    print(error)  // mark-long-sentences: needs tokens; run segment first
}
// snippet.end
