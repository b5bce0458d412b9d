/// Trains taggers: a conditional random field over ``SpanTags``, one row of words at a time.
///
/// Source: Lafferty, McCallum and Pereira, "Conditional random fields", ICML 2001; steps follow AdaGrad (Duchi, Hazan and
/// Singer, JMLR 2011). Where a word's gold is not sure, the probability of all its allowed tags is what is raised. Sums,
/// products, quotients and roots of single precision in a fixed order: the same examples give the same model bit for bit.
package struct SequenceTrainer {
    /// How a tagger is trained.
    package struct Options: Sendable {
        /// How often all rows are seen.
        package var epochs = 5
        /// How far a weight moves that moves for the first time.
        package var rate: Float = 0.1
        /// The share of features, in 256ths, that are left out at random each time, so that others learn too.
        package var dropout: UInt64 = 26
        /// The shares of words, in 256ths, of which all features of group 1, 2 and 3 are left out: the word is new, its neighbours
        /// are, no lexicon knows it.
        ///
        /// The group stands in the two highest bits of a feature.
        package var groupDropout: (own: UInt64, beside: UInt64, knowledge: UInt64) = (64, 32, 180)
        /// How often learning starts again from zero in another order; the model is the mean of all, which varies less.
        package var restarts = 5
        /// The binary logarithm of the number of rows that features are folded into.
        package var rowBits = 19
        /// A feature that fewer words have is left out.
        package var leastCount: UInt32 = 3
        /// Where order and dropout come from.
        package var seed: UInt64 = 1

        /// Makes the usual options.
        package init() {}
    }

    private typealias Row = SIMD16<Float>

    private let options: Options
    private let mask: UInt32
    /// A gradient that is smaller than this is passed over: the model is as good as right.
    fileprivate static let leastGradient: Float = 0.002

    /// Makes a trainer.
    package init(_ options: Options = Options()) {
        self.options = options
        mask = UInt32(truncatingIfNeeded: 1 << options.rowBits - 1)
    }

    /// Trains a model and returns its file.
    ///
    /// - Parameters:
    ///   - labels: the names of the sixteen tags that are not outside.
    ///   - report: is told the number of each epoch that is done, from 0.
    package func train(
        _ examples: SequenceExamples, task: String, labels: [String], revision: Int,
        report: (Int) -> Void = { _ in }
    ) -> [UInt8] {
        precondition(labels.count == SpanTags.count - 1, "one label for each tag that is not outside")
        let counts = examples.countsOfFeatures(mask: mask)
        var sums = [Row](repeating: Row(), count: Int(mask) + 1)
        var generator = SplitMix64(seed: options.seed)
        for restart in 0..<options.restarts {
            var learner = SequenceLearner(
                rowCount: Int(mask) + 1, rate: options.rate, dropout: options.dropout,
                groupDropout: options.groupDropout)
            var order = Array(0..<examples.count)
            for epoch in 0..<options.epochs {
                order.shuffle(using: &generator)
                for row in order {
                    learner.learn(
                        examples, row: row, mask: mask, counts: counts, leastCount: options.leastCount, &generator)
                }
                // The mean over the later epochs varies less than where learning happens to stop.
                if epoch * 2 >= options.epochs { learner.add(to: &sums) }
                report(restart * options.epochs + epoch)
            }
        }
        let parts = Float(options.restarts * (options.epochs - (options.epochs + 1) / 2))
        return file(sums.map { $0 / parts }, task: task, labels: labels, revision: revision)
    }

    /// The file of a model with weights of one byte, in the finest unit in which one weight in a hundred thousand is cut.
    private func file(_ weights: [Row], task: String, labels: [String], revision: Int) -> [UInt8] {
        func count(above limit: Float) -> Int {
            weights.reduce(0) { sum, row in (0..<16).reduce(sum) { abs(row[$1]) > limit ? $0 + 1 : $0 } }
        }
        let used = count(above: 0)
        var unit = 1
        while unit < 256, count(above: Float(Int8.max) / Float(unit * 2)) * 100_000 <= used { unit *= 2 }
        var steps: [Int16] = []
        steps.reserveCapacity(weights.count * 16)
        for row in weights {
            for place in 0..<16 { steps.append(Int16(clamping: Int((row[place] * Float(unit)).rounded()))) }
        }
        return ModelFile.bytes(
            ModelFile.Header(
                task: task, revision: revision, labels: labels, rowBits: options.rowBits, unit: unit, weightSize: 1),
            weights: steps)
    }
}

/// The weights of a tagger while they are learned.
private struct SequenceLearner {
    private typealias Row = SIMD16<Float>

    private var weights: [Row]
    /// The sums of the squared gradients.
    private var squares: [Row]
    private let rate: Float
    private let dropout: UInt64
    private let groupDropout: (own: UInt64, beside: UInt64, knowledge: UInt64)

    // Buffers of one row of words.
    private var scores: [Row] = []
    private var states: [Float] = []
    private var forward: [Float] = []
    private var backward: [Float] = []
    private var kept: [UInt32] = []
    private var keptEnds: [Int] = []
    /// The exponentials of the weights of transitions, by the tag before and the tag.
    private var transitions = [Float](repeating: 0, count: SpanTags.count * SpanTags.count)
    private static let count = SpanTags.count
    private static let pairs: [(from: Int, to: Int)] = (0..<count).flatMap { from in
        (0..<count).filter { SpanTags.mayFollow($0, from) }.map { (from, $0) }
    }

    init(rowCount: Int, rate: Float, dropout: UInt64, groupDropout: (own: UInt64, beside: UInt64, knowledge: UInt64)) {
        self.groupDropout = groupDropout
        weights = [Row](repeating: Row(), count: rowCount)
        squares = [Row](repeating: Row(repeating: 1e-3), count: rowCount)
        self.rate = rate
        self.dropout = dropout
    }

    func add(to sums: inout [SIMD16<Float>]) {
        for index in weights.indices { sums[index] += weights[index] }
    }

    mutating func learn(
        _ examples: SequenceExamples, row: Int, mask: UInt32, counts: [UInt32], leastCount: UInt32,
        _ generator: inout SplitMix64
    ) {
        let words = examples.words(ofRow: row)
        choose(examples, words, mask: mask, counts: counts, leastCount: leastCount, &generator)
        readTransitions(mask: mask)
        // Expected counts of tags under the model, less those under what gold allows.
        let full = UInt32(truncatingIfNeeded: 1 << SpanTags.count - 1)
        var gradients = [Row](repeating: Row(), count: words.count)
        var pairGradients = [Float](repeating: 0, count: SpanTags.count * SpanTags.count)
        guard pass(words, sign: 1, allowed: { examples.allowed[$0] }, &gradients, &pairGradients) else { return }
        guard pass(words, sign: -1, allowed: { _ in full }, &gradients, &pairGradients) else { return }
        for offset in 0..<words.count {
            let gradient = gradients[offset]
            var size: Float = 0
            for place in 0..<16 { size = max(size, abs(gradient[place])) }
            guard size >= SequenceTrainer.leastGradient else { continue }
            for index in (offset == 0 ? 0 : keptEnds[offset - 1])..<keptEnds[offset] {
                move(Int(kept[index]), gradient)
            }
        }
        for from in 0..<SpanTags.count where SpanTags.isOpen(from) {
            var gradient = Row()
            for to in 1..<SpanTags.count { gradient[to - 1] = pairGradients[from * SpanTags.count + to] }
            move(Int(SpanTags.transitionFeature(from: from) & mask), gradient)
        }
    }

    @inline(__always)
    private mutating func move(_ index: Int, _ gradient: SIMD16<Float>) {
        squares[index] += gradient * gradient
        weights[index] += rate * gradient / squares[index].squareRoot()
    }

    /// Chooses the features that take part and adds up the scores of the tags.
    private mutating func choose(
        _ examples: SequenceExamples, _ words: Range<Int>, mask: UInt32, counts: [UInt32], leastCount: UInt32,
        _ generator: inout SplitMix64
    ) {
        kept.removeAll(keepingCapacity: true)
        keptEnds.removeAll(keepingCapacity: true)
        scores.removeAll(keepingCapacity: true)
        var random: UInt64 = 0
        var left = 0
        for word in words {
            var sum = Row()
            let draw = generator.next()
            // Bit g is set where the features of group g are left out.
            let missing: UInt32 =
                (draw & 255 < groupDropout.own ? 2 : 0) | (draw >> 8 & 255 < groupDropout.beside ? 4 : 0)
                | (draw >> 16 & 255 < groupDropout.knowledge ? 8 : 0)
            for place in examples.features(ofWord: word) {
                let feature = examples.features[place]
                if missing >> (feature >> 30) & 1 == 1 { continue }
                let index = feature & mask
                if left == 0 {
                    random = generator.next()
                    left = 8
                }
                let isDropped = random & 255 < dropout
                random >>= 8
                left -= 1
                if isDropped || counts[Int(index)] < leastCount { continue }
                kept.append(index)
                sum += weights[Int(index)]
            }
            keptEnds.append(kept.count)
            scores.append(sum)
        }
    }

    private mutating func readTransitions(mask: UInt32) {
        for pair in SequenceLearner.pairs {
            let row = weights[Int(SpanTags.transitionFeature(from: pair.from) & mask)]
            let weight = SpanTags.isOpen(pair.from) ? row[pair.to - 1] : 0
            // Kept in a range in which products of a row of words neither vanish nor overflow.
            transitions[pair.from * SpanTags.count + pair.to] =
                weight <= 0 ? Softmax.exponential(weight) : 1 / Softmax.exponential(-min(weight, 40))
        }
    }

    /// Adds the expected counts of tags and pairs of tags, `sign` times, where words may have these tags alone.
    ///
    /// - Returns: whether some row of tags is allowed at all.
    private mutating func pass(
        _ words: Range<Int>, sign: Float, allowed: (Int) -> UInt32, _ gradients: inout [SIMD16<Float>],
        _ pairGradients: inout [Float]
    ) -> Bool {
        let width = SpanTags.count
        let length = words.count
        states.removeAll(keepingCapacity: true)
        for (offset, word) in words.enumerated() {
            let score = scores[offset]
            var largest: Float = 0
            for place in 0..<16 { largest = max(largest, score[place]) }
            let tags = allowed(word)
            states.append(tags & 1 == 1 ? Softmax.exponential(-largest) : 0)
            for place in 0..<16 {
                states.append(tags >> UInt32(place + 1) & 1 == 1 ? Softmax.exponential(score[place] - largest) : 0)
            }
        }
        forward.removeAll(keepingCapacity: true)
        forward.append(contentsOf: repeatElement(0, count: length * width))
        backward.removeAll(keepingCapacity: true)
        backward.append(contentsOf: repeatElement(0, count: length * width))
        for offset in 0..<length {
            let base = offset * width
            if offset == 0 {
                for tag in 0..<width where SpanTags.mayFollow(tag, SpanTags.outside) {
                    forward[tag] = states[tag] * transitions[tag]
                }
            } else {
                for pair in SequenceLearner.pairs {
                    forward[base + pair.to] +=
                        forward[base - width + pair.from] * transitions[pair.from * width + pair.to]
                }
                for tag in 0..<width { forward[base + tag] *= states[base + tag] }
            }
            guard SequenceLearner.scale(&forward, base, width) else { return false }
        }
        let last = (length - 1) * width
        for tag in 0..<width where !SpanTags.isOpen(tag) { backward[last + tag] = 1 }
        for offset in stride(from: length - 2, through: 0, by: -1) {
            let base = offset * width
            for pair in SequenceLearner.pairs {
                backward[base + pair.from] +=
                    transitions[pair.from * width + pair.to] * states[base + width + pair.to]
                    * backward[base + width + pair.to]
            }
            guard SequenceLearner.scale(&backward, base, width) else { return false }
        }
        for offset in 0..<length {
            let base = offset * width
            var total: Float = 0
            for tag in 0..<width { total += forward[base + tag] * backward[base + tag] }
            guard total > 0 else { return false }
            let scale = sign / total
            for tag in 1..<width { gradients[offset][tag - 1] += forward[base + tag] * backward[base + tag] * scale }
            if offset == 0 {
                for tag in 1..<width { pairGradients[tag] += forward[tag] * backward[tag] * scale }
            } else {
                var pairTotal: Float = 0
                for pair in SequenceLearner.pairs { pairTotal += probability(pair, base) }
                guard pairTotal > 0 else { continue }
                for pair in SequenceLearner.pairs where pair.to != 0 {
                    pairGradients[pair.from * width + pair.to] += probability(pair, base) * sign / pairTotal
                }
            }
        }
        return true
    }

    @inline(__always)
    private func probability(_ pair: (from: Int, to: Int), _ base: Int) -> Float {
        forward[base - SpanTags.count + pair.from] * transitions[pair.from * SpanTags.count + pair.to]
            * states[base + pair.to] * backward[base + pair.to]
    }

    /// Makes the numbers of one word add up to 1.
    private static func scale(_ numbers: inout [Float], _ base: Int, _ width: Int) -> Bool {
        var total: Float = 0
        for index in base..<base + width { total += numbers[index] }
        guard total > 0 else { return false }
        for index in base..<base + width { numbers[index] /= total }
        return true
    }
}
