/// Where the bytes of a derived text come from in the bytes it was made of.
///
/// An alignment is a list of *runs of equal cells*. A cell is the smallest piece that can be told apart: `outputUnit` bytes
/// of the derived text that stand for `sourceUnit` bytes of the source. Plain copied text is one run of 1:1 cells;
/// ASCII out of UTF-16 is one run of 1:2 cells; an `é` out of windows-1252 is a 2:1 cell, out of the JSON escape `\u00e9` a
/// 2:6 cell, and composed out of `e` and U+0301 a 2:3 cell. What the source has and the text has not (markup, a byte
/// order mark) is a gap between runs; what the text has and the source has not is a cell with `sourceUnit` 0.
///
/// A span maps to the source of all cells it touches, so it never cuts a character.
public struct Alignment: Sendable, Equatable {
    /// A row of cells of one shape, one after the other in both texts.
    public struct Run: Sendable, Equatable {
        /// The offset of the first cell in the derived text, in bytes.
        public let output: UInt32
        /// The offset of the first cell in the source, in bytes.
        public let source: UInt64
        /// The bytes of one cell in the derived text; never 0.
        public let outputUnit: UInt32
        /// The bytes of one cell in the source.
        public let sourceUnit: UInt32

        /// Makes a run that starts at these two offsets.
        public init(output: UInt32, source: UInt64, outputUnit: UInt32, sourceUnit: UInt32) {
            self.output = output
            self.source = source
            self.outputUnit = outputUnit
            self.sourceUnit = sourceUnit
        }
    }

    /// The runs in the order of the derived text, without gaps there; the first starts at 0.
    public private(set) var runs: [Run] = []

    /// The length of the derived text in bytes.
    public private(set) var outputCount: Int = 0

    /// Makes an alignment of an empty text.
    public init() {}

    /// Makes the alignment of `count` bytes copied unchanged from offset `source`.
    public init(copying count: Int, from source: Int) {
        append(output: count, source: source, outputUnit: 1, sourceUnit: 1)
    }

    /// Makes an alignment from stored runs, or nothing where they are out of order.
    public init?(runs: [Run], outputCount: Int) {
        var last = -1
        for run in runs {
            guard Int(run.output) > last, run.outputUnit > 0 else { return nil }
            last = Int(run.output)
        }
        guard runs.first?.output ?? 0 == 0, outputCount > last || runs.isEmpty else { return nil }
        self.runs = runs
        self.outputCount = outputCount
    }

    /// Adds `output` bytes made of cells of the given shape, whose source starts at `source`.
    public mutating func append(output count: Int, source: Int, outputUnit: Int, sourceUnit: Int) {
        guard count > 0 else { return }
        precondition(outputUnit > 0 && count % outputUnit == 0, "a run holds whole cells")
        if let last = runs.last, Int(last.outputUnit) == outputUnit, Int(last.sourceUnit) == sourceUnit,
            Int(last.source) + (outputCount - Int(last.output)) / outputUnit * sourceUnit == source
        {
            outputCount += count
            return
        }
        runs.append(
            Run(
                output: UInt32(outputCount), source: UInt64(source), outputUnit: UInt32(outputUnit),
                sourceUnit: UInt32(sourceUnit)))
        outputCount += count
    }

    /// Adds one cell: `output` bytes that stand for `sourceCount` bytes at `source`.
    public mutating func appendCell(output count: Int, source: Int, sourceCount: Int) {
        append(output: count, source: source, outputUnit: count, sourceUnit: sourceCount)
    }

    /// Whether every byte is its own source at the same offset.
    public var isIdentity: Bool {
        guard let first = runs.first else { return true }
        return runs.count == 1 && first.source == 0 && first.outputUnit == 1 && first.sourceUnit == 1
    }

    /// Returns the bytes of the source that `span` of the derived text stands on.
    ///
    /// An empty span gives the empty span before the cell it stands before.
    public func sourceSpan(of span: ByteSpan) -> ByteSpan {
        guard !runs.isEmpty else { return span }
        guard span.start < outputCount else {
            let end = sourceEnd(of: runs.count - 1, byte: outputCount - 1)
            return ByteSpan(end, end)
        }
        let head = index(where: { Int($0.output) <= span.start })
        let start = sourceStart(of: head, byte: span.start)
        guard !span.isEmpty else { return ByteSpan(start, start) }
        let last = min(span.end, outputCount) - 1
        let inHead = head + 1 == runs.count || Int(runs[head + 1].output) > last
        let tail = inHead ? head : index(where: { Int($0.output) <= last })
        return ByteSpan(start, max(start, sourceEnd(of: tail, byte: last)))
    }

    /// Returns the part of the derived text made of the bytes of `span` of the source, whole cells.
    ///
    /// Needs a source that is read front to back, as in normalised text.
    public func outputSpan(of span: ByteSpan) -> ByteSpan {
        guard !runs.isEmpty else { return span }
        let start = outputOffset(ofSource: span.start, roundingUp: false)
        let end = span.isEmpty ? start : outputOffset(ofSource: span.end, roundingUp: true)
        return ByteSpan(start, max(start, end))
    }

    private func outputOffset(ofSource byte: Int, roundingUp: Bool) -> Int {
        let probe = roundingUp ? max(0, byte - 1) : byte
        let found = index(where: { Int($0.source) <= probe })
        let run = runs[found]
        let end = found + 1 < runs.count ? Int(runs[found + 1].output) : outputCount
        guard run.sourceUnit > 0, Int(run.source) <= probe else { return Int(run.output) }
        let cell = (probe - Int(run.source)) / Int(run.sourceUnit) + (roundingUp ? 1 : 0)
        return min(end, Int(run.output) + cell * Int(run.outputUnit))
    }

    private func sourceStart(of index: Int, byte: Int) -> Int {
        let run = runs[index]
        return Int(run.source) + (byte - Int(run.output)) / Int(run.outputUnit) * Int(run.sourceUnit)
    }

    private func sourceEnd(of index: Int, byte: Int) -> Int {
        let run = runs[index]
        return Int(run.source) + ((byte - Int(run.output)) / Int(run.outputUnit) + 1) * Int(run.sourceUnit)
    }

    /// Returns the last run that fulfils a condition which holds for a first part of the runs, or the first run.
    private func index(where holds: (Run) -> Bool) -> Int {
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if holds(runs[middle]) { low = middle } else { high = middle }
        }
        return low
    }
}
