package import GlaneurLexicon

/// A linear model over hashed features: weights that are added up for what is seen, mapped from a file as they are.
///
/// A model with two labels has one weight of one byte a feature, and its score is above 0 where it says the second label. A model with more
/// has one weight a feature and label. The model takes the features of an example as hashes and knows nothing of what
/// they stand for: its reader makes them in the same way as its trainer did, which ``ModelFile/Header/revision`` vouches for.
package final class LinearModel: Sendable {
    /// What the model was trained for and how.
    package let header: ModelFile.Header
    private let file: MappedFile
    private let weights: UnsafeWeights
    private let mask: Int
    private let width: Int
    private let isBinary: Bool
    /// Where a sum begins: below 0 by the threshold.
    private let start: Int
    private let unit: Int

    /// Weights that lie in a mapped file and never change.
    private struct UnsafeWeights: @unchecked Sendable {
        let base: UnsafePointer<Int16>
    }

    /// Opens a model file.
    ///
    /// - Parameters:
    ///   - task: the task the reader expects.
    ///   - revision: the revision of the features the reader makes.
    /// - Throws: `LexiconError` where the file is none of ours, damaged, of another format, for another task or other features.
    package convenience init(path: String, task: String, revision: Int) throws(LexiconError) {
        try self.init(MappedFile(path: path), path: path, task: task, revision: revision)
    }

    /// Opens a model that lies in memory.
    package convenience init(bytes: [UInt8], task: String, revision: Int) throws(LexiconError) {
        try self.init(MappedFile(copying: bytes), path: task, task: task, revision: revision)
    }

    /// Opens a model in bytes that stay where they are.
    init(_ file: MappedFile, path: String, task: String, revision: Int) throws(LexiconError) {
        let header = try ModelFile.header(of: file.bytes, path: path)
        guard header.task == task else {
            throw LexiconError(path: path, reason: "a model for \(header.task), expected one for \(task)")
        }
        guard header.revision == revision else {
            throw LexiconError(
                path: path, reason: "made for features \(header.revision), this program makes features \(revision)")
        }
        guard let base = file.bytes.baseAddress else { throw LexiconError(path: path, reason: "empty") }
        self.header = header
        self.file = file
        weights = UnsafeWeights(base: (base + header.weightsOffset).assumingMemoryBound(to: Int16.self))
        mask = (1 << header.rowBits) - 1
        width = header.width
        isBinary = header.width == 1 && header.weightSize == 1
        start = -header.threshold
        unit = header.unit
    }

    /// The score of the second of two labels against the first, in units of `1 / header.unit`, less the threshold.
    package func score(_ features: [UInt32]) -> Int {
        var sum = sum
        for feature in features { sum.add(feature) }
        return withExtendedLifetime(file) { sum.value }
    }

    /// An empty sum to add features to; it must not outlive the model.
    package var sum: ModelSum { sum(floor: .max) }

    /// An empty sum that counts as decided once it has fallen by `floor` units; it must not outlive the model.
    package func sum(floor: Int) -> ModelSum {
        precondition(isBinary, "a model with two labels")
        let lowest = floor == .max ? Int.min : start - floor * unit
        let narrow = UnsafeRawPointer(weights.base).assumingMemoryBound(to: Int8.self)
        return ModelSum(weights: narrow, mask: UInt32(mask), value: start, floor: lowest)
    }

    /// Sets `scores` to the scores of all labels.
    package func score(_ features: [UInt32], into scores: inout [Int]) {
        precondition(width == header.labels.count && header.weightSize == 2, "a model with more than two labels")
        scores.removeAll(keepingCapacity: true)
        for _ in 0..<width { scores.append(0) }
        withExtendedLifetime(file) {
            for feature in features {
                let row = weights.base + (Int(feature) & mask) * width
                for label in 0..<width { scores[label] &+= Int(row[label]) }
            }
        }
    }

    /// The scores of the three labels of a model with weights of one byte; the fourth number means nothing.
    ///
    /// One load for each feature instead of three takes a third of the time.
    package func scoreOfThree(_ features: [UInt32]) -> SIMD4<Int32> {
        precondition(width == 3 && header.weightSize == 1, "a model with three labels and weights of one byte")
        return withExtendedLifetime(file) {
            // A row has 3 bytes and a load takes 4: the last row of the file is put together by hand.
            let last = UInt32(truncatingIfNeeded: mask)
            let base = UnsafeRawPointer(weights.base)
            var sum = SIMD4<Int32>()
            for feature in features {
                let row = feature & last
                guard row != last else {
                    let end = (base + Int(row) * 3).assumingMemoryBound(to: Int8.self)
                    sum &+= SIMD4(Int32(end[0]), Int32(end[1]), Int32(end[2]), 0)
                    continue
                }
                let four = base.loadUnaligned(fromByteOffset: Int(row) * 3, as: SIMD4<Int8>.self)
                sum &+= SIMD4<Int32>(truncatingIfNeeded: four)
            }
            return sum
        }
    }

    /// A sum of the scores of sixteen labels that starts from `scores`; it must not outlive the model.
    package func tagSum(from scores: SIMD16<Int16> = SIMD16()) -> TagSum {
        precondition(isTagger, "a model of sixteen labels")
        return TagSum(weights: UnsafeRawPointer(weights.base), mask: UInt32(mask), scores: scores)
    }

    /// Whether the model has sixteen labels and weights of one byte.
    package var isTagger: Bool { width == 16 && header.weightSize == 1 }

    /// The checksum of the file.
    package var checksum: UInt64 {
        UInt64(littleEndian: file.bytes.loadUnaligned(fromByteOffset: ModelFile.checksumOffset, as: UInt64.self))
    }
}
