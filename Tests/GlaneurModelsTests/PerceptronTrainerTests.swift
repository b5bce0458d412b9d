import GlaneurCore
import GlaneurLexicon
import Testing

@testable import GlaneurModels

@Suite struct PerceptronTrainerTests {
    /// Numbers up to 1000 by their digits; the label is the sum of the digits modulo the number of labels, which is linear in
    /// pairs of digits only.
    private func examples(labels: Int) -> TrainingExamples {
        var examples = TrainingExamples()
        for number in 0..<1000 {
            let digits = [number / 100, number / 10 % 10, number % 10]
            var features = digits.enumerated().map {
                FeatureHash(UInt64($0.offset)).adding(UInt64($0.element)).value
            }
            features.append(FeatureHash(9).adding(UInt64(number)).value)
            examples.append(features, label: digits.reduce(0, +) % labels)
        }
        return examples
    }

    private func file(labels: Int, seed: UInt64 = 1) -> [UInt8] {
        var options = PerceptronTrainer.Options()
        options.seed = seed
        return PerceptronTrainer(options).train(
            examples(labels: labels), task: "toy", labels: (0..<labels).map { "l\($0)" }, revision: 3)
    }

    @Test func twoLabelsAreToldByTheSignOfOneScore() throws {
        let model = try LinearModel(bytes: file(labels: 2), task: "toy", revision: 3)
        let examples = examples(labels: 2)
        let right = (0..<examples.count).count {
            (model.score(Array(examples.features(of: $0))) > 0) == (examples.labels[$0] == 1)
        }
        #expect(right >= 990)
    }

    @Test func severalLabelsAreToldByTheHighestScore() throws {
        let model = try LinearModel(bytes: file(labels: 5), task: "toy", revision: 3)
        let examples = examples(labels: 5)
        var scores: [Int] = []
        let right = (0..<examples.count).count { index in
            model.score(Array(examples.features(of: index)), into: &scores)
            return scores.firstIndex(of: scores.max() ?? 0) == Int(examples.labels[index])
        }
        #expect(right >= 990)
    }

    @Test func theSameSeedGivesTheSameBytes() {
        #expect(file(labels: 3, seed: 7) == file(labels: 3, seed: 7))
        #expect(file(labels: 3, seed: 7) != file(labels: 3, seed: 8))
    }

    /// The checksum of a model trained here once: another machine must get the same bytes.
    @Test func trainingIsTheSameOnEveryMachine() {
        #expect(file(labels: 3).withUnsafeBytes { Checksum.of($0) } == 5_142_467_429_475_606_874)
    }
}
