/// Makes bytes that no editor would write, to see whether a stage keeps its laws on them.
public struct FuzzText {
    private var texts: TextGenerator
    private var random: SeededGenerator

    /// Makes a generator; equal seeds give equal bytes.
    public init(seed: UInt64) {
        texts = TextGenerator(seed: seed)
        random = SeededGenerator(seed: ~seed)
    }

    /// Marks that open, close and end something, white space, and letters, of which a few at random nest in every wrong way.
    private static let marks = [
        "«", "»", "“", "”", "\"", "'", "’", "(", ")", "[", "]", ".", "...", "…", "!", "?", ":", ";", "-", "—", "•", " ",
        "  ",
        "\n", "\n\n", "\t", "\u{A0}", "\u{202F}", "A", "b", "Été", "à", "1", "12", "M.", "etc.", "J.-C.", "du", "des",
        "its",
    ]

    /// Returns the next text, of a few bytes up to some thousands, seldom of a hundred thousand.
    public mutating func next() -> [UInt8] {
        switch Int.random(in: 0..<7, using: &random) {
        case 0: return bytes(in: 0...0xFF)
        case 1: return bytes(in: 0x20...0xFF)
        case 2: return scalars()
        case 3: return pieces(AdversarialText.pieces)
        case 4: return pieces(FuzzText.marks)
        case 5:
            let piece = AdversarialText.pieces.randomElement(using: &random) ?? "a"
            return AdversarialText.line(of: piece, byteCount: random.oneIn(20) ? 100_000 : 5000)
        default:
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes += texts.bytes(TextGenerator.Kind.allCases.randomElement(using: &random) ?? .broken)
            }
            return bytes
        }
    }

    private mutating func count() -> Int { 1 << Int.random(in: 0...12, using: &random) }

    private mutating func bytes(in range: ClosedRange<UInt8>) -> [UInt8] {
        (0..<count()).map { _ in UInt8.random(in: range, using: &random) }
    }

    /// Characters of all of Unicode, those of the first planes more often.
    private mutating func scalars() -> [UInt8] {
        var text = String.UnicodeScalarView()
        for _ in 0..<count() {
            let limits: [UInt32] = [0x80, 0x300, 0x2100, 0x1_0000, 0x2_0000, 0x11_0000]
            let limit = limits.randomElement(using: &random) ?? 0x80
            if let scalar = Unicode.Scalar(UInt32.random(in: 1..<limit, using: &random)) { text.append(scalar) }
        }
        return Array(String(text).utf8)
    }

    private mutating func pieces(_ pieces: [String]) -> [UInt8] {
        (0..<count()).flatMap { _ in Array((pieces.randomElement(using: &random) ?? "").utf8) }
    }
}
