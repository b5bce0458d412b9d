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

    /// Appends the names of a document.
    func tag(_ passages: [Passage], into candidates: inout [Mention]) {
        var decoder = decoder
        var scores: [TagDecoder.Scores] = []
        var tags: [Int] = []
        for features in NameFeatures.ofDocument(passages) {
            let passage = features.passage
            for sentence in passage.sentences {
                scores.removeAll(keepingCapacity: true)
                for index in sentence {
                    var sum = TagSum(model: model)
                    features.add(index, in: sentence, to: &sum)
                    scores.append(sum.scores)
                }
                decoder.decode(scores[...], into: &tags)
                for (range, kind) in SpanTags.spans(tags) {
                    let place = (range.lowerBound + sentence.lowerBound)..<(range.upperBound + sentence.lowerBound)
                    candidates.append(
                        Mention(
                            span: passage.nameSpan(place), label: NameTagger.kinds[kind], maker: "model:names",
                            score: 0.9))
                }
            }
        }
    }
}

/// Adds up the scores of the tags of one lexeme.
struct TagSum: FeatureSink {
    let model: LinearModel
    var scores = TagDecoder.Scores()

    init(model: LinearModel, scores: TagDecoder.Scores = TagDecoder.Scores()) {
        self.model = model
        self.scores = scores
    }

    @inline(__always)
    mutating func add(_ feature: UInt32) { model.add(feature, to: &scores) }

    var isDecided: Bool { false }
}

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
