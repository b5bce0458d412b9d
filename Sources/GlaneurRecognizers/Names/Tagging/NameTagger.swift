package import GlaneurCore
package import GlaneurLexicon
package import GlaneurModels

/// Tags the lexemes of a document with the names they belong to, by a trained model.
package struct NameTagger: Sendable {
    /// The task of its model file, and the file's name without its ending.
    package static let task = "names"
    /// The revision of the features.
    package static let revision = NameFeatures.revision
    /// The kinds of names the model tells apart, in the order of its tags.
    package static let kinds: [Label] = [.person, .organization, .location, .miscellaneous]
    /// The names of the tags of the model, as `B-PER`: first, middle and last word of a name, and a name of one word.
    package static let labels = kinds.flatMap { kind in ["B", "I", "E", "S"].map { "\($0)-\(kind.rawValue)" } }
    /// What mentions say of who found them.
    static let maker = "model:names"

    /// The kind of the model that a label belongs to.
    package static func kind(_ label: Label) -> Label { kinds.contains(label) ? label : .miscellaneous }

    private let model: LinearModel
    private let decoder: TagDecoder
    private let support: NameSupport

    /// A name that the model found in a passage.
    struct Name {
        /// The lexemes it covers.
        let range: Range<Int>
        /// Its kind, one of ``NameTagger/kinds``.
        let kind: Label
        /// How sure the model is of its tags, from 0.5 to 1.
        let score: Double
    }

    /// Makes a tagger of a model with ``labels``.
    package init(model: LinearModel) {
        precondition(model.isTagger, "a model of tags")
        self.model = model
        decoder = TagDecoder(model)
        support = NameSupport(unit: model.header.unit)
    }

    /// Opens the model of a folder; nothing where it has none.
    ///
    /// - Throws: `LexiconError` where there is a file that cannot be used.
    package init?(_ folder: ModelFolder) throws(LexiconError) {
        guard let model = try folder.model(NameTagger.task, revision: NameTagger.revision) else { return nil }
        guard model.isTagger, model.header.labels == NameTagger.labels else {
            throw LexiconError(
                path: "\(folder.path)/\(NameTagger.task).model",
                reason: "its labels are \(model.header.labels.joined(separator: " ")), not the tags of names")
        }
        self.init(model: model)
    }

    /// The checksum of the model.
    package var checksum: UInt64 { model.checksum }

    /// Finds the names of each passage of a document.
    ///
    /// - Parameter proposals: what rules and lexicons propose in each passage; a proposal speaks for its tags.
    func names(_ passages: [Passage], proposals: [[Mention]]) -> [[Name]] {
        var buffers = Buffers(decoder: decoder)
        var all = NameFeatures.ofDocument(passages)
        return all.indices.map { names(&all[$0], proposals[$0], &buffers) }
    }

    /// What one passage leaves to the next, to be filled again.
    private struct Buffers {
        var decoder: TagDecoder
        var proposed = NameSupport.Proposed()
        var scores: [TagDecoder.Scores] = []
        var tags: [Int] = []
    }

    /// How much worse than being outside, in ones of the score, a span may be that is still thought to go on over words that begin none.
    ///
    /// Of 8,000 names in held-out and development text an earlier model lost 24 without a margin, five with 2, two with 4.
    private static let margin = 2

    private func names(_ features: inout NameFeatures, _ proposals: [Mention], _ buffers: inout Buffers) -> [Name] {
        let passage = features.passage
        let isHeadline = features.isHeadline
        let margin = Int32(NameTagger.margin * model.header.unit)
        let empty = model.tagSum()
        support.read(proposals, in: passage, into: &buffers.proposed)
        var names: [Name] = []
        for stretch in features.stretches {
            buffers.scores.removeAll(keepingCapacity: true)
            buffers.decoder.begin()
            // Half of the words of a stretch begin no name, and stand where none can go on: they need no score.
            features.forEachPlace(of: stretch) { look in
                look.mayName || buffers.decoder.isOpen(within: margin)
            } _: { index, place in
                guard let place else {
                    buffers.decoder.appendOutside()
                    buffers.scores.append(TagDecoder.Scores())
                    return
                }
                var sum = empty
                place.add(to: &sum)
                var scores = sum.scores &+ buffers.proposed[index]
                if place.own.isCapital { scores &+= support.word(passage.lexemes[index], inHeadline: isHeadline) }
                buffers.decoder.append(scores)
                buffers.scores.append(scores)
            }
            buffers.decoder.finish(&buffers.tags)
            let start = stretch.words.lowerBound
            SpanTags.forEachSpan(buffers.tags) { range, kind in
                names.append(
                    Name(
                        range: (range.lowerBound + start)..<(range.upperBound + start), kind: NameTagger.kinds[kind],
                        score: sureness(of: range, buffers.scores, buffers.tags)))
            }
        }
        return names
    }

    /// How sure the tags of a span are: from 0.5, where being outside is as good, up to 1.
    private func sureness(of range: Range<Int>, _ scores: [TagDecoder.Scores], _ tags: [Int]) -> Double {
        let sum = range.reduce(0) { $0 + Int(scores[$1][tags[$1] - 1]) }
        let mean = Float(sum) / Float(range.count * model.header.unit)
        return 1 - 0.5 * Double(Softmax.exponential(-max(0, mean) / 2))
    }

    /// What the model sees in a lexeme of a document, for people.
    package struct Reason: Sendable {
        /// A feature and what it adds.
        package struct Part: Sendable {
            /// What kind of thing it looks at: `word`, `lexicon and word before`.
            package let feature: String
            /// What it adds to the score of the tag.
            package let weight: Double
        }

        /// The tag with the highest score by itself, such as `S-ORG`; `O` where being outside has.
        package let tag: String
        /// Its score above being outside.
        package let score: Double
        /// What rules, lexicons and lists of words that are no names add.
        package let support: Double
        /// The features that add most, the strongest first.
        package let parts: [Part]
    }

    /// Tells what the model sees in the lexeme that covers an offset of the view; nothing where none does or no name may lie there.
    package func reason(at offset: Int, in passages: [Passage], count: Int = 5) -> Reason? {
        guard let place = passages.firstIndex(where: { $0.span.start <= offset && offset < $0.span.end }) else {
            return nil
        }
        var features = NameFeatures.ofDocument(passages)[place]
        let passage = features.passage
        guard let index = passage.lexemes.firstIndex(where: { $0.start <= offset && offset < $0.end }),
            let stretch = features.stretches.first(where: { $0.words.contains(index) })
        else { return nil }
        var proposals: [Mention] = []
        NameRecognizer().recognize(passage, into: &proposals)
        var proposed = NameSupport.Proposed()
        support.read(proposals, in: passage, into: &proposed)
        let support = proposed[index] &+ support.word(passage.lexemes[index], inHeadline: features.isHeadline)
        var sum = model.tagSum(from: support)
        var list = NamedFeatures()
        features.forEachPlace(of: stretch) { other, place in
            guard other == index, let place else { return }
            place.add(to: &sum)
            place.add(to: &list)
        }
        var best = 0
        for tag in 1..<16 where sum.scores[tag] > sum.scores[best] { best = tag }
        let unit = Double(model.header.unit)
        let parts = list.features.map { template, feature in
            var part = model.tagSum()
            part.add(feature)
            return Reason.Part(feature: NameFeatures.name(of: template), weight: Double(part.scores[best]) / unit)
        }
        return Reason(
            tag: sum.scores[best] > 0 ? NameTagger.labels[best] : "O", score: Double(sum.scores[best]) / unit,
            support: Double(support[best]) / unit,
            parts: Array(parts.sorted { abs($0.weight) > abs($1.weight) }.prefix(count)))
    }
}

/// Takes features together with the templates they come from.
private struct NamedFeatures: FeatureSink {
    var features: [(template: UInt64, feature: UInt32)] = []
    private var template: UInt64 = 0

    mutating func begin(_ template: UInt64) { self.template = template }
    mutating func add(_ feature: UInt32) { features.append((template, feature)) }
    var isDecided: Bool { false }
}
