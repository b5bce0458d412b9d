/// Which documents are duplicates of which; documents are numbers in the order of their ids.
struct Findings {
    private static let nobody = UInt32.max
    private static let exactScore = UInt16.max
    private static let scale = 10_000.0

    private var originals: [UInt32]
    private var scores: [UInt16]

    /// Makes the findings of documents without duplicates.
    init(count: Int) {
        originals = Array(repeating: Findings.nobody, count: count)
        scores = Array(repeating: 0, count: count)
    }

    /// The document that stands for this one, where one does.
    func original(of document: Int) -> Int? {
        originals[document] == Findings.nobody ? nil : Int(originals[document])
    }

    /// Whether a duplicate is exact.
    func isExact(_ document: Int) -> Bool { scores[document] == Findings.exactScore }

    /// The score of a duplicate, with the four decimals that are written.
    func score(of document: Int) -> Double { isExact(document) ? 1 : Double(scores[document]) / Findings.scale }

    /// Notes an exact duplicate.
    mutating func setExact(_ document: Int, original: Int) {
        originals[document] = UInt32(original)
        scores[document] = Findings.exactScore
    }

    /// Notes a near duplicate.
    mutating func setNear(_ document: Int, original: Int, score: Double) {
        originals[document] = UInt32(original)
        scores[document] = UInt16((score * Findings.scale).rounded())
    }
}
