/// Turns the scores of a linear model into probabilities, the same bit for bit on every machine.
///
/// A sum over many features is too sure of itself, because features of one word say the same thing. The root of their number
/// is what it is divided by: between the sum, which is too sure, and the mean, which never is.
package enum Softmax {
    /// What the sum of a number of features is multiplied by.
    package static func scale(_ count: Int) -> Float { count == 0 ? 0 : 1 / Float(count).squareRoot() }

    /// Replaces scores by probabilities, which add up to 1.
    @inlinable
    package static func normalize(_ scores: inout [Float]) {
        var largest = -Float.greatestFiniteMagnitude
        for score in scores { largest = max(largest, score) }
        var total: Float = 0
        for index in scores.indices {
            scores[index] = exponential(scores[index] - largest)
            total += scores[index]
        }
        for index in scores.indices { scores[index] /= total }
    }

    /// The exponential of a number that is not above 0; the error is below two millionths.
    ///
    /// Written out because the libraries of two systems round theirs differently.
    @inlinable
    package static func exponential(_ number: Float) -> Float {
        guard number > -80 else { return 0 }
        let powers = number * 1.442_695
        let whole = powers.rounded(.down)
        let rest = (powers - whole) * 0.693_147_2
        // The series of the exponential on 0 ..< ln 2; the first term left out is below 2e-6.
        var sum: Float = 1 + rest / 7
        sum = 1 + rest / 6 * sum
        sum = 1 + rest / 5 * sum
        sum = 1 + rest / 4 * sum
        sum = 1 + rest / 3 * sum
        sum = 1 + rest / 2 * sum
        sum = 1 + rest * sum
        return Float(sign: .plus, exponent: Int(whole), significand: sum)
    }
}
