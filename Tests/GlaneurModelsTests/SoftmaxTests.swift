import Foundation
import GlaneurModels
import Testing

@Suite struct SoftmaxTests {
    @Test func theExponentialIsRightToTwoMillionths() {
        for step in 0...8000 {
            let number = -Float(step) / 100
            let expected = Float(exp(Double(number)))
            #expect(abs(Softmax.exponential(number) - expected) <= 2e-6 * expected + 1e-9, "\(number)")
        }
    }

    @Test(arguments: [[0, 0, 0], [1, 2, 3], [-1000, 0, 1000], [5, 5, -5]] as [[Float]])
    func probabilitiesAddUpToOneInTheOrderOfScores(_ scores: [Float]) {
        var probabilities = scores
        Softmax.normalize(&probabilities)
        #expect(abs(probabilities.reduce(0, +) - 1) < 1e-5)
        #expect(probabilities.allSatisfy { (0...1).contains($0) })
        for (first, second) in zip(scores.indices, scores.indices.dropFirst()) where scores[first] < scores[second] {
            #expect(probabilities[first] < probabilities[second] || probabilities[first] == 0)
        }
    }
}
