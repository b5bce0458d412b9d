/// Trains linear models: an averaged perceptron with a margin, in whole numbers.
///
/// Whole numbers make training the same bit for bit on every machine, from the same examples and the same seed. The average
/// over all steps is that of Collins, "Discriminative training methods for hidden Markov models", EMNLP 2002; the
/// margin keeps learning from examples that are right by luck.
package struct PerceptronTrainer: Sendable {
    /// How a model is trained.
    package struct Options: Sendable {
        /// How often all examples are seen.
        package var epochs = 10
        /// The least distance between the right label and the best wrong one that teaches nothing more.
        package var margin = 40
        /// The binary logarithm of the number of rows that features are folded into.
        package var rowBits = 18
        /// How often learning starts again from zero in another order; the model is the mean of all, which varies less.
        package var restarts = 10
        /// For a filter: how many thousandths of the examples of the second label may be lost; the threshold follows from it.
        package var lostPerMille: Int?
        /// Where the order of the examples comes from.
        package var seed: UInt64 = 1

        /// Makes the usual options.
        package init() {}
    }

    /// How to train.
    package let options: Options

    /// Makes a trainer.
    package init(_ options: Options = Options()) { self.options = options }

    /// Trains a model and returns its file.
    package func train(_ examples: TrainingExamples, task: String, labels: [String], revision: Int) -> [UInt8] {
        var header = ModelFile.Header(
            task: task, revision: revision, labels: labels, rowBits: options.rowBits, unit: 1)
        var generator = SplitMix64(seed: options.seed)
        var sums = [Int64](repeating: 0, count: header.weightCount)
        for _ in 0..<options.restarts { addWeights(of: examples, header, &generator, to: &sums) }
        let steps = Int64(options.restarts) * Int64(options.epochs * examples.count + 1)
        let largest = sums.reduce(1) { max($0, abs($1)) }
        var unit: Int64 = 1
        while unit < 1 << 14, largest * unit * 2 / steps < Int64(Int16.max) { unit *= 2 }
        header.unit = Int(unit)
        let weights = sums.map { Int16(clamping: PerceptronTrainer.rounded($0 * unit, steps)) }
        if let lost = options.lostPerMille { header.threshold = threshold(examples, header, weights, lost: lost) }
        return ModelFile.bytes(header, weights: weights)
    }

    /// The score that all but so many thousandths of the examples of the second label exceed.
    private func threshold(
        _ examples: TrainingExamples, _ header: ModelFile.Header, _ weights: [Int16], lost: Int
    ) -> Int {
        let mask = (1 << header.rowBits) - 1
        let scores = (0..<examples.count).filter { examples.labels[$0] == 1 }.map { index in
            examples.features(of: index).reduce(0) { $0 + Int(weights[Int($1) & mask]) }
        }
        .sorted()
        return scores.isEmpty ? 0 : scores[scores.count * lost / 1000] - 1
    }

    /// Learns once from zero and adds to each sum its weight times the number of steps, averaged over all of them.
    private func addWeights(
        of examples: TrainingExamples, _ header: ModelFile.Header, _ generator: inout SplitMix64, to sums: inout [Int64]
    ) {
        let width = header.width
        let mask = (1 << header.rowBits) - 1
        var weights = [Int32](repeating: 0, count: header.weightCount)
        var moments = [Int64](repeating: 0, count: header.weightCount)
        var step: Int64 = 1
        var order = Array(0..<examples.count)
        var scores = [Int](repeating: 0, count: width)

        func move(_ features: ArraySlice<UInt32>, label: Int, by amount: Int32) {
            for feature in features {
                let place = (Int(feature) & mask) * width + label
                weights[place] += amount
                moments[place] += Int64(amount) * step
            }
        }

        for _ in 0..<options.epochs {
            order.shuffle(using: &generator)
            for index in order {
                let features = examples.features(of: index)
                let label = Int(examples.labels[index])
                for place in 0..<width { scores[place] = 0 }
                for feature in features {
                    let row = (Int(feature) & mask) * width
                    for place in 0..<width { scores[place] += Int(weights[row + place]) }
                }
                if width == 1 {
                    let sign: Int32 = label == 1 ? 1 : -1
                    if scores[0] * Int(sign) <= options.margin { move(features, label: 0, by: sign) }
                } else {
                    var rival = label == 0 ? 1 : 0
                    for place in 0..<width where place != label && scores[place] > scores[rival] { rival = place }
                    if scores[label] - scores[rival] <= options.margin {
                        move(features, label: label, by: 1)
                        move(features, label: rival, by: -1)
                    }
                }
                step += 1
            }
        }
        // The average of all states of a weight is w − m / steps.
        for place in sums.indices { sums[place] += Int64(weights[place]) * step - moments[place] }
    }

    private static func rounded(_ number: Int64, _ divisor: Int64) -> Int64 {
        (number >= 0 ? number + divisor / 2 : number - divisor / 2) / divisor
    }
}
