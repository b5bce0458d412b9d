/// Trains linear models with probabilities: multinomial logistic regression, one example at a time.
///
/// Examples are learnt from as they come, so that millions need no memory. Steps follow AdaGrad (Duchi, Hazan and Singer, JMLR
/// 2011): a feature that is seen often moves less each time. There is nothing but sums, products, quotients and roots of single
/// precision, in a fixed order, so that the same examples give the same model bit for bit.
package struct SoftmaxTrainer {
    private let labels: [String]
    private let rowBits: Int
    private let mask: Int
    private var weights: [Float]
    /// The sum of the squared gradients of each weight.
    private var squares: [Float]
    private var scores: [Float]

    /// A gradient that is smaller than this is passed over: the model is as good as right.
    private static let leastGradient: Float = 0.002

    /// Makes a trainer that knows nothing yet, for three labels or more.
    ///
    /// - Parameter rowBits: the binary logarithm of the number of rows that features are folded into.
    package init(labels: [String], rowBits: Int) {
        precondition(labels.count > 2, "two labels have one weight a row, which is not made here")
        self.labels = labels
        self.rowBits = rowBits
        mask = (1 << rowBits) - 1
        weights = [Float](repeating: 0, count: labels.count << rowBits)
        squares = [Float](repeating: 1e-4, count: labels.count << rowBits)
        scores = [Float](repeating: 0, count: labels.count)
    }

    /// Learns from one example.
    ///
    /// - Parameter rate: how far a weight moves that moves for the first time.
    package mutating func learn(_ features: [UInt32], label: Int, rate: Float) {
        let width = labels.count
        let scale = Softmax.scale(features.count)
        for place in 0..<width { scores[place] = 0 }
        for feature in features {
            let row = (Int(feature) & mask) * width
            for place in 0..<width { scores[place] += weights[row + place] }
        }
        for place in 0..<width { scores[place] *= scale }
        Softmax.normalize(&scores)
        for place in 0..<width {
            let gradient = (place == label ? 1 : 0) - scores[place]
            guard abs(gradient) >= SoftmaxTrainer.leastGradient else { continue }
            let step = gradient * scale
            for feature in features {
                let index = (Int(feature) & mask) * width + place
                squares[index] += step * step
                weights[index] += rate * step / squares[index].squareRoot()
            }
        }
    }

    /// The file of the model as it is now, with weights of one byte.
    ///
    /// The unit is the finest in which only one weight in a thousand is cut: those say what they say loudly enough.
    package func file(task: String, revision: Int) -> [UInt8] {
        var unit = 1
        while unit < 128, count(above: Float(Int8.max) / Float(unit * 2)) * 1000 <= weights.count { unit *= 2 }
        return ModelFile.bytes(
            ModelFile.Header(
                task: task, revision: revision, labels: labels, rowBits: rowBits, unit: unit, weightSize: 1),
            weights: weights.map { Int16(clamping: Int(($0 * Float(unit)).rounded())) })
    }

    private func count(above limit: Float) -> Int { weights.reduce(0) { abs($1) > limit ? $0 + 1 : $0 } }
}
