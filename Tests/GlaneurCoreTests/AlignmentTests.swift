import GlaneurCore
import GlaneurTestSupport
import Testing

@Suite struct AlignmentTests {
    /// One cell, as a plain list knows it.
    private struct Cell {
        let output: Range<Int>
        let source: Range<Int>
    }

    /// An alignment at random, with the list of its cells to compare it with.
    private static func random(
        _ random: inout SeededGenerator, gaps: Bool, inserts: Bool
    ) -> (alignment: Alignment, cells: [Cell], sourceCount: Int) {
        var alignment = Alignment()
        var cells: [Cell] = []
        var output = 0
        var source = gaps ? Int.random(in: 0...3, using: &random) : 0
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            if gaps, random.oneIn(3) { source += Int.random(in: 1...9, using: &random) }
            let outputUnit = Int.random(in: 1...4, using: &random)
            let sourceUnit = Int.random(in: inserts ? 0...6 : 1...6, using: &random)
            let count = Int.random(in: 1...5, using: &random)
            alignment.append(output: count * outputUnit, source: source, outputUnit: outputUnit, sourceUnit: sourceUnit)
            for _ in 0..<count {
                cells.append(Cell(output: output..<(output + outputUnit), source: source..<(source + sourceUnit)))
                output += outputUnit
                source += sourceUnit
            }
        }
        return (alignment, cells, source)
    }

    @Test func sourceOfASpanIsThatOfAllCellsItTouches() {
        var random = SeededGenerator(seed: SeededGenerator.announce(11, for: "Alignment.sourceSpan"))
        for _ in 0..<200 {
            let (alignment, cells, _) = AlignmentTests.random(&random, gaps: true, inserts: true)
            #expect(alignment.outputCount == cells.last?.output.upperBound)
            for _ in 0..<30 {
                let start = Int.random(in: 0..<alignment.outputCount, using: &random)
                let end = Int.random(in: (start + 1)...alignment.outputCount, using: &random)
                let touched = cells.filter { $0.output.overlaps(start..<end) }
                let expected = ByteSpan(
                    touched.first?.source.lowerBound ?? 0, touched.last?.source.upperBound ?? 0)
                #expect(alignment.sourceSpan(of: ByteSpan(start, end)) == expected)
            }
        }
    }

    @Test func outputOfASpanIsThatOfAllCellsItTouches() {
        var random = SeededGenerator(seed: SeededGenerator.announce(12, for: "Alignment.outputSpan"))
        for _ in 0..<200 {
            let (alignment, cells, sourceCount) = AlignmentTests.random(&random, gaps: false, inserts: false)
            for _ in 0..<30 {
                let start = Int.random(in: 0..<sourceCount, using: &random)
                let end = Int.random(in: (start + 1)...sourceCount, using: &random)
                let touched = cells.filter { $0.source.overlaps(start..<end) }
                let expected = ByteSpan(
                    touched.first?.output.lowerBound ?? 0, touched.last?.output.upperBound ?? 0)
                #expect(alignment.outputSpan(of: ByteSpan(start, end)) == expected)
            }
        }
    }

    @Test func thereAndBackHoldsTheSpan() {
        var random = SeededGenerator(seed: SeededGenerator.announce(13, for: "Alignment there and back"))
        for _ in 0..<200 {
            let (alignment, cells, _) = AlignmentTests.random(&random, gaps: true, inserts: false)
            for _ in 0..<30 {
                let start = Int.random(in: 0..<alignment.outputCount, using: &random)
                let end = Int.random(in: (start + 1)...alignment.outputCount, using: &random)
                let back = alignment.outputSpan(of: alignment.sourceSpan(of: ByteSpan(start, end)))
                #expect(back.contains(ByteSpan(start, end)))
                #expect(cells.contains { $0.output.lowerBound == back.start })
                #expect(cells.contains { $0.output.upperBound == back.end })
            }
        }
    }

    @Test func emptySpansStayEmptyAndStandBeforeTheirCell() {
        var random = SeededGenerator(seed: SeededGenerator.announce(14, for: "Alignment, empty spans"))
        for _ in 0..<100 {
            let (alignment, cells, _) = AlignmentTests.random(&random, gaps: true, inserts: true)
            for offset in 0..<alignment.outputCount {
                let start = cells.first { $0.output.contains(offset) }?.source.lowerBound ?? -1
                #expect(alignment.sourceSpan(of: ByteSpan(offset, offset)) == ByteSpan(start, start))
            }
            let end = cells.last?.source.upperBound ?? -1
            let behind = ByteSpan(alignment.outputCount, alignment.outputCount)
            #expect(alignment.sourceSpan(of: behind) == ByteSpan(end, end))
        }
    }

    @Test func runsThatGoOnAreJoined() {
        var alignment = Alignment(copying: 3, from: 10)
        alignment.append(output: 2, source: 13, outputUnit: 1, sourceUnit: 1)
        #expect(alignment.runs.count == 1)
        alignment.append(output: 2, source: 16, outputUnit: 1, sourceUnit: 1)
        #expect(alignment.runs.count == 2)
        alignment.append(output: 0, source: 99, outputUnit: 1, sourceUnit: 1)
        #expect(alignment.runs.count == 2 && alignment.outputCount == 7)
    }

    @Test func aCellIsNeverCut() {
        // "é" out of the JSON escape \u00e9, between two letters.
        var alignment = Alignment(copying: 1, from: 1)
        alignment.appendCell(output: 2, source: 2, sourceCount: 6)
        alignment.append(output: 1, source: 8, outputUnit: 1, sourceUnit: 1)
        for half in [ByteSpan(1, 2), ByteSpan(2, 3), ByteSpan(1, 3)] {
            #expect(alignment.sourceSpan(of: half) == ByteSpan(2, 8))
        }
        #expect(alignment.outputSpan(of: ByteSpan(4, 5)) == ByteSpan(1, 3))
    }

    @Test func whatTheSourceHasNotIsEmptyThere() {
        var alignment = Alignment(copying: 2, from: 0)
        alignment.appendCell(output: 3, source: 2, sourceCount: 0)
        alignment.append(output: 2, source: 2, outputUnit: 1, sourceUnit: 1)
        #expect(alignment.sourceSpan(of: ByteSpan(2, 5)) == ByteSpan(2, 2))
        #expect(alignment.sourceSpan(of: ByteSpan(1, 6)) == ByteSpan(1, 3))
    }

    @Test func anEmptyAlignmentIsTheIdentity() {
        #expect(Alignment().isIdentity)
        #expect(Alignment().sourceSpan(of: ByteSpan(3, 7)) == ByteSpan(3, 7))
        #expect(Alignment(copying: 9, from: 0).isIdentity)
        #expect(!Alignment(copying: 9, from: 1).isIdentity)
    }

    @Test func storedRunsComeBackAsTheyWere() {
        var random = SeededGenerator(seed: SeededGenerator.announce(15, for: "Alignment, stored runs"))
        for _ in 0..<50 {
            let (alignment, _, _) = AlignmentTests.random(&random, gaps: true, inserts: true)
            #expect(Alignment(runs: alignment.runs, outputCount: alignment.outputCount) == alignment)
        }
    }

    @Test func storedRunsOutOfOrderAreRefused() {
        let first = Alignment.Run(output: 0, source: 0, outputUnit: 1, sourceUnit: 1)
        let second = Alignment.Run(output: 4, source: 9, outputUnit: 2, sourceUnit: 1)
        #expect(Alignment(runs: [first, second], outputCount: 6) != nil)
        #expect(Alignment(runs: [second, first], outputCount: 6) == nil)
        #expect(Alignment(runs: [first, first], outputCount: 6) == nil)
        #expect(Alignment(runs: [second], outputCount: 6) == nil)
        #expect(Alignment(runs: [first, second], outputCount: 4) == nil)
        let empty = Alignment.Run(output: 0, source: 0, outputUnit: 0, sourceUnit: 1)
        #expect(Alignment(runs: [empty], outputCount: 1) == nil)
    }
}
