import Glibc
package import GlaneurCore
package import GlaneurLexicon
package import GlaneurModels

/// Tags the lexemes of a passage with the names they belong to, by a trained model.
package struct NameTagger: Sendable {
    /// The task of its model file, and the file's name without its ending.
    package static let task = "names"
    /// The revision of the features.
    package static let revision = NameFeatures.revision
    /// The kinds of names the model tells apart, in the order of its tags.
    package static let kinds: [Label] = [.person, .organization, .location, .miscellaneous]
    /// What mentions say of who found them.
    static let maker = "model:names"

    /// The kind of the model that a label belongs to.
    static func kind(_ label: Label) -> Label { kinds.contains(label) ? label : .miscellaneous }

    /// The names of the tags of the model, as `B-PER`.
    package static let labels = kinds.flatMap { kind in ["B", "I", "E", "S"].map { "\($0)-\(kind.rawValue)" } }

    private let model: LinearModel
    private let decoder: TagDecoder

    /// Makes a tagger of a model with ``labels``.
    package init(model: LinearModel) {
        precondition(model.isTagger, "a model of tags")
        self.model = model
        decoder = TagDecoder(model)
    }

    /// Opens the model of a folder; nothing where it has none.
    package init?(_ folder: ModelFolder) throws(LexiconError) {
        guard let model = try folder.model(NameTagger.task, revision: NameTagger.revision) else { return nil }
        self.init(model: model)
    }

    /// Finds the names of a document.
    ///
    /// - Parameter evidence: what rules and lexicons propose in each passage; a proposal speaks for its tags.
    /// - Returns: the spans and kinds of the names of each passage.
    func tag(_ passages: [Passage], evidence: [[Mention]]) -> [[(range: Range<Int>, label: Label)]] {
        var decoder = decoder
        var scores: [TagDecoder.Scores] = []
        var tags: [Int] = []
        return zip(NameFeatures.ofDocument(passages), evidence).map { features, evidence in
            let passage = features.passage
            var names: [(range: Range<Int>, label: Label)] = []
            let support = support(evidence, in: passage)
            for sentence in passage.sentences {
                for stretch in features.stretches(of: sentence) {
                    scores.removeAll(keepingCapacity: true)
                    for index in stretch {
                        var sum = model.tagSum(from: support[index])
                        features.add(index, in: sentence, to: &sum)
                        scores.append(sum.scores)
                    }
                    decoder.decode(scores, into: &tags)
                    for (range, kind) in SpanTags.spans(tags) {
                        let place = (range.lowerBound + stretch.lowerBound)..<(range.upperBound + stretch.lowerBound)
                        names.append((place, NameTagger.kinds[kind]))
                    }
                }
            }
            return names
        }
    }

    /// What proposals and words that are no names say of the tags of each lexeme, in steps of the model's scores.
    private func support(_ evidence: [Mention], in passage: Passage) -> [TagDecoder.Scores] {
        var support = [TagDecoder.Scores](repeating: TagDecoder.Scores(), count: passage.lexemes.count)
        var bySpan: [ByteSpan: Mention] = [:]
        for mention in evidence {
            guard let other = bySpan[mention.span] else {
                bySpan[mention.span] = mention
                continue
            }
            if mention.score ?? 1 > other.score ?? 1 { bySpan[mention.span] = mention }
        }
        for (_, mention) in bySpan {
            let range = passage.lexemes(of: mention.span)
            guard !range.isEmpty else { continue }
            let kind = NameTagger.kinds.firstIndex(of: NameTagger.kind(mention.label)) ?? 0
            let steps = Int16(weight(of: mention) * Double(model.header.unit) / Double(range.count))
            for (index, tag) in zip(range, SpanTags.tags(count: range.count, kind: kind)) {
                support[index][tag - 1] &+= steps
            }
        }
        for (index, lexeme) in passage.lexemes.enumerated()
        where lexeme.shape.isAllCapitals && lexeme.classes.contains(.acronymStop) {
            for kind in 0..<SpanTags.kinds {
                for place in [SpanTags.Place.single, .first, .last] {
                    support[index][SpanTags.tag(place, kind: kind) - 1] &-= Int16(bonus[5]) * Int16(model.header.unit)
                }
            }
        }
        return support
    }

    /// How much a proposal speaks for its tags.
    private func weight(of proposal: Mention) -> Double {
        let score = proposal.score ?? 1
        let isLexicon = proposal.maker.hasPrefix("lexicon:")
        return isLexicon && score > 0.9 ? bonus[0] : isLexicon && score >= 0.5 ? bonus[1] : score >= 0.8 ? bonus[2] : score >= 0.5 ? bonus[3] : bonus[4]
    }
}

let bonus: [Double] = String(cString: getenv("BONUS") ?? strdup("2,1,2,1,0,3")).split(separator: ",").map { Double($0)! }

extension Passage {
    /// The runs of lexemes that are one sentence each.
    var sentences: [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for index in lexemes.indices.dropFirst() where lexemes[index].shape.contains(.sentenceStart) {
            sentences.append(start..<index)
            start = index
        }
        if start < lexemes.count { sentences.append(start..<lexemes.count) }
        return sentences
    }
}
