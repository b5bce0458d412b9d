import GlaneurCore

/// Decides whether two texts are copies of one, by what their sketches keep.
///
/// Copies share shingles all along the shorter text. Texts with furniture or background in common have passages of their own between;
/// texts after one template share shingles all along but name other people and other figures, which the anchors tell.
struct NearDuplicateTest {
    /// The least share of the shorter text's shingles.
    ///
    /// With one word in five changed 51 % are left, and of the shortest texts a tenth less.
    static let leastContainment = 0.4
    /// The shorter text must be no shorter than this share of the longer: half of a story is still the story, a passage of it is not.
    static let leastLength = 0.45
    /// From how many shingles in a row on that the other text lacks they are a passage of the text's own.
    ///
    /// Every word changed takes three shingles; ten in a row are seldom due to changes here and there.
    static let passage = 10
    /// The most of the shorter text that may be passages of its own.
    ///
    /// With one word in five changed such runs are less than this in 95 of a hundred texts of 200 words, with one in ten in all; two
    /// short stories with one background and one footer have a third.
    static let mostOwn = 0.15
    /// From how many figures or names on they must agree; fewer tell too little.
    static let leastAnchors = 4
    /// The least share of the figures, and of the names, of the one with fewer that the other has too.
    ///
    /// With one word in five changed four in five stay; of the figures of two reports after one template, fewer than half do.
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
        let known = ShingleSet(long.shingles(atLevel: level))
        let shared = short.shingles(atLevel: level).map { known.contains($0) }
        let count = shared.count { $0 }
        guard count > 0, Double(count) >= leastContainment * Double(shared.count),
            Double(ownCount(shared)) <= mostOwn * Double(shared.count)
        else { return nil }
        return Double(count) / Double(shared.count)
    }

    /// The number of shingles in passages that the other text lacks.
    private static func ownCount(_ shared: [Bool]) -> Int {
        var count = 0
        var run = 0
        for isShared in shared + [true] {
            if isShared {
                if run >= passage { count += run }
                run = 0
            } else {
                run += 1
            }
        }
        return count
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
}

/// A set of shingles to look others up in: it is filled once for each pair that is compared, which sorting them would be the most of.
private struct ShingleSet {
    /// An open hash table; 0 is an empty place.
    private var places: [UInt32]
    private let shift: UInt32
    private var holdsZero = false

    init(_ shingles: [UInt32]) {
        var bits: UInt32 = 4
        while 1 << bits < shingles.count * 2 { bits += 1 }
        shift = 32 - bits
        places = Array(repeating: 0, count: 1 << bits)
        for shingle in shingles {
            guard shingle != 0 else {
                holdsZero = true
                continue
            }
            places[place(of: shingle)] = shingle
        }
    }

    func contains(_ shingle: UInt32) -> Bool {
        shingle == 0 ? holdsZero : places[place(of: shingle)] == shingle
    }

    /// The place of a shingle, or the empty one where it belongs.
    private func place(of shingle: UInt32) -> Int {
        var place = Int((shingle &* 0x9E37_79B1) >> shift)
        while places[place] != 0, places[place] != shingle { place = (place + 1) & (places.count - 1) }
        return place
    }
}
