import GlaneurCore
import GlaneurModels
import GlaneurTestSupport
import Testing

@testable import GlaneurTraining

@Suite struct SegmentTrainerTests {
    /// Short sentences, every third of them without an end mark, in one paragraph.
    private func bank(_ sentences: Int) -> [Treebank.TreebankDocument] {
        let subjects = ["Le maire", "La ville", "Le groupe", "Une foule"]
        let verbs = ["part", "attend", "reste", "tombe"]
        var lines: [String] = ["# newdoc id = a"]
        for index in 0..<sentences {
            let words = "\(subjects[index % 4]) \(verbs[index / 4 % 4]) du bois".split(separator: " ")
            for (place, word) in words.enumerated() {
                let glued = place + 1 == words.count && index % 3 != 0 ? "SpaceAfter=No" : "_"
                if word == "du" {
                    lines.append("\(place + 1)-\(place + 2)\tdu\t_\t_\t_\t_\t_\t_\t_\t_")
                    lines.append("\(place + 1)\tde\t_\t_\t_\t_\t_\t_\t_\t_")
                    lines.append("\(place + 2)\tle\t_\t_\t_\t_\t_\t_\t_\t_")
                } else {
                    lines.append("\(place + 1)\t\(word)\t_\t_\t_\t_\t_\t_\t_\t\(glued)")
                }
            }
            if index % 3 != 0 { lines.append("9\t.\t_\t_\t_\t_\t_\t_\t_\t_") }
            lines.append("")
        }
        return Treebank(lines.joined(separator: "\n") + "\n").documents
    }

    private var trainer: SegmentTrainer {
        var options = PerceptronTrainer.Options()
        options.rowBits = 14
        options.restarts = 2
        return SegmentTrainer(lexicon: TestLexicon.shared, language: .french, options: options)
    }

    @Test func sentencesWithoutAnEndMarkAreLearned() throws {
        let bank = bank(120)
        let rules = try trainer.score(bank, models: trainer.models([]))
        let learned = try trainer.score(bank, models: trainer.models(trainer.train(bank)))
        #expect(rules.sentences.f1 < 0.8)
        #expect(learned.sentences.f1 > 0.99)
        #expect(learned.words.f1 == 1)
    }

    @Test func trainingTwiceGivesTheSameBytes() throws {
        let bank = bank(40)
        let first = try trainer.train(bank)
        let second = try trainer.train(bank)
        #expect(first.map(\.task) == [.starts, .sentences, .words])
        #expect(first.map(\.bytes) == second.map(\.bytes))
    }

    @Test func foldsAreScoredByModelsThatHaveNotSeenThem() throws {
        var reported = 0
        let score = try trainer.crossValidated(bank(60), folds: 3, with: []) { reported += $0.differences.count }
        #expect(score.sentences.gold == 60)
        #expect(score.sentences.f1 > 0.9)
        #expect(reported < 12)
    }
}
