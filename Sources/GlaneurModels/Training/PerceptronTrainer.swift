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
            task: task, revision: revision, labels: labels, rowBits: options.rowBits, unit: 1,
            weightSize: labels.count == 2 ? 1 : 2)
        let weights = learn(examples, &header)
        if let lost = options.lostPerMille { header.threshold = threshold(examples, header, lost: lost) }
        return ModelFile.bytes(header, weights: weights)
    }

    /// The mean weights of all restarts, in steps of which `header.unit` make 1.
    private func learn(_ examples: TrainingExamples, _ header: inout ModelFile.Header) -> [Int16] {
        var generator = SplitMix64(seed: options.seed)
        var sums = [Int64](repeating: 0, count: header.weightCount)
        for _ in 0..<options.restarts { addWeights(of: examples, header, &generator, to: &sums) }
        let steps = Int64(options.restarts) * Int64(options.epochs * examples.count + 1)
        if header.weightSize == 1 {
            // One weight in a thousand is so large that it would take the finer steps from all others: it is cut off.
            let sizes = sums.lazy.filter { $0 != 0 }.map(\.magnitude).sorted()
            let usual = Int64(sizes.isEmpty ? 1 : sizes[(sizes.count - 1) * 999 / 1000])
            header.unit = Int(max(1, Int64(Int8.max) * steps / usual))
        } else {
            let largest = sums.reduce(1) { max($0, abs($1)) }
            header.unit = 1
            while header.unit < 1 << 14, largest * Int64(header.unit) * 2 / steps < Int64(Int16.max) {
                header.unit *= 2
            }
        }
        let unit = Int64(header.unit)
        let range: Int64 = header.weightSize == 1 ? 127 : 32767
        return sums.map { Int16(min(range, max(-range, PerceptronTrainer.rounded($0 * unit, steps)))) }
    }

    /// The score that all but so many thousandths of the examples of the second label exceed, where the weights were learned from
    /// other examples: each half is scored by what the other half teaches.
    private func threshold(_ examples: TrainingExamples, _ header: ModelFile.Header, lost: Int) -> Int {
        let mask = (1 << header.rowBits) - 1
        var scores: [Int] = []
        for half in 0..<2 {
            var part = header
            let weights = learn(examples.filter { $0 & 1 != half }, &part)
            for index in 0..<examples.count where index & 1 == half && examples.labels[index] == 1 {
                let score = examples.features(of: index).reduce(0) { $0 + Int(weights[Int($1) & mask]) }
                scores.append(score * header.unit / part.unit)
            }
        }
        scores.sort()
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
