import GlaneurCore
import Testing

@testable import GlaneurTraining

@Suite struct EntityScoreTests {
    /// Makes a score of mentions written as `document gold system`, with `-` for one that was not found.
    private func score(_ items: String...) -> EntityScore {
        var score = EntityScore()
        score.add(
            items.map { item in
                let parts = item.split(separator: " ").map(String.init)
                return EntityScore.Item(
                    document: parts[0], text: parts[1], gold: parts[1], system: parts[2] == "-" ? nil : parts[2])
            })
        return score
    }

    @Test func whatIsAsInGoldHasFullMarks() {
        let figures = score("1 a x", "2 a x", "2 b y").figures()
        #expect(figures.precision == 1 && figures.recall == 1 && figures.f1 == 1 && figures.recallOfAll == 1)
    }

    @Test func aWrongMergeCostsPrecisionAlone() {
        let figures = score("1 a x", "1 a x", "2 b x").figures()
        #expect(abs(figures.precision - (2.0 / 3 + 2.0 / 3 + 1.0 / 3) / 3) < 1e-12)
        #expect(figures.recall == 1)
    }

    @Test func aMissedMergeCostsRecallAlone() {
        let figures = score("1 a x", "1 a x", "2 a y").figures()
        #expect(figures.precision == 1)
        #expect(abs(figures.recall - (2.0 / 3 + 2.0 / 3 + 1.0 / 3) / 3) < 1e-12)
    }

    @Test func whatWasNotFoundCountsInTheRecallOfAllAlone() {
        let figures = score("1 a x", "2 a -").figures()
        #expect(figures.mentions == 2 && figures.found == 1)
        #expect(figures.precision == 1 && figures.recall == 1 && figures.recallOfAll == 0.25)
    }

    @Test func aHalfIsMeasuredWithTheEntitiesOfTheWholeCorpus() {
        let score = score("1 a x", "2 b x", "2 c z")
        #expect(score.figures { $0 == "2" }.precision == 0.75)
        #expect(score.figures { $0 == "2" }.mentions == 2)
    }

    @Test func errorsTellWhatMetAndWhatFellApart() {
        let errors = score("1 a x", "1 a x", "2 b x", "2 c y", "3 c z", "3 d -").errors
        #expect(errors.map(\.kind) == [.wrongMerge, .missedMerge])
        #expect(errors.map(\.id) == ["x", "c"])
        #expect(errors[0].parts.map(\.id) == ["a", "b"] && errors[0].weight == 2)
        #expect(errors[1].parts.map(\.id) == ["y", "z"])
    }
}
