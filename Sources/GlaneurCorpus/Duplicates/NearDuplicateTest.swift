/// Decides whether two texts are copies of one, by what their sketches keep.
///
/// Copies share shingles all along the shorter text. Texts with furniture in common share them in a few places, which the stretches
/// tell; texts after one template share them all along but name other people and other figures, which the anchors tell.
struct NearDuplicateTest {
    /// The least share of the shorter text's shingles. With one word in five changed 51 % are left, and of the shortest texts a tenth less.
    static let leastContainment = 0.4
    /// The shorter text must be no shorter than this share of the longer: half of a story is still the story, a passage of it is not.
    static let leastLength = 0.45
    /// The shingles in a stretch.
    static let stretch = 16
    /// The least share of a stretch's shingles for it to count as shared: of sixteen, three.
    static let leastOfStretch = 0.18
    /// The least share of stretches that are shared.
    static let leastStretches = 0.8
    /// From how many figures or names on they must agree; fewer tell too little.
    static let leastAnchors = 4
    /// The least share of the figures, and of the names, of the one with fewer that the other has too.
    static let leastAgreement = 0.6
    /// The share of equal signature values below which nothing is looked at: twice less than the least a pair can have that passes.
    static let leastSignature = DocumentSketch.signatureCount / 8

    /// The share of the shorter text's shingles that the other has too, where the texts are copies; otherwise nothing.
    static func score(_ left: DocumentSketch, _ right: DocumentSketch) -> Double? {
        let (short, long) = left.wordCount <= right.wordCount ? (left, right) : (right, left)
        guard Double(short.wordCount) >= leastLength * Double(long.wordCount),
            agree(left.figures, right.figures), agree(left.names, right.names)
        else { return nil }
        let level = max(left.level, right.level)
        let known = long.shingles(atLevel: level).sorted()
        let shared = short.shingles(atLevel: level).map { contains(known, $0) }
        let count = shared.count { $0 }
        guard count > 0, Double(count) >= leastContainment * Double(shared.count),
            areSpread(shared)
        else { return nil }
        return Double(count) / Double(shared.count)
    }

    /// Whether the shared shingles stand all along a text.
    private static func areSpread(_ shared: [Bool]) -> Bool {
        // Stretches of equal length, the last no shorter than the others.
        let stretches = max(1, shared.count / stretch)
        var covered = 0
        for number in 0..<stretches {
            let part = shared[(number * shared.count / stretches)..<((number + 1) * shared.count / stretches)]
            if Double(part.count { $0 }) >= leastOfStretch * Double(part.count) { covered += 1 }
        }
        return Double(covered) >= leastStretches * Double(stretches)
    }

    private static func agree(_ left: [UInt32], _ right: [UInt32]) -> Bool {
        let least = min(left.count, right.count)
        guard least >= leastAnchors else { return true }
        var shared = 0
        var (first, second) = (0, 0)
        while first < left.count, second < right.count {
            if left[first] == right[second] { shared += 1 }
            let isLess = left[first] <= right[second]
            if right[second] <= left[first] { second += 1 }
            if isLess { first += 1 }
        }
        return Double(shared) >= leastAgreement * Double(least)
    }

    private static func contains(_ sorted: [UInt32], _ value: UInt32) -> Bool {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == value
    }
}
