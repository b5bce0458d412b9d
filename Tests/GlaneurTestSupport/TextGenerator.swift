/// Makes texts at random: runs of words of the seed texts, and broken ones that no editor would let pass.
public struct TextGenerator: Sendable {
    /// What kind of text is made.
    public enum Kind: String, Sendable, CaseIterable {
        case french, english, broken
    }

    private let french = Checkout.seedLines("fr").map { $0.split(separator: " ") }
    private let english = Checkout.seedLines("en").map { $0.split(separator: " ") }

    /// The numbers the texts are made of.
    public var random: SeededGenerator

    /// Makes a generator; equal seeds give equal texts.
    public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// Pieces that texts seldom have and scanners stumble over: marks without a letter, halves of sequences, odd spaces.
    private static let oddities: [String] = [
        "\u{301}", "e\u{301}", "\u{AD}", "\u{200B}", "\u{FEFF}", "\u{2028}", "\u{85}", "\r\n", "\r", "\t", "\u{0}",
        "\u{7F}",
        "\u{A0}", "\u{202F}", "\u{2009}", "\u{3000}", "👩\u{200D}🚀", "👍🏽", "🇫🇷", "🇫", "\u{200D}", "\u{FE0F}",
        "1\u{FE0F}\u{20E3}",
        "...", "…", "!?", "''", "’’", "«", "»", "“", "”", "(", ")", "[", "--", "—", "-", "'", "’", "&", "@", "#", "$",
        "€", "%",
        "://", "http://", "www.", "@a", "#b", "a@b.c", ".", ",", ":)", "<3", "12 000", "1.", "1,5", "007 007", "3rd",
        "20e", "-t-",
        "d'", "l’", "A.", "中文", "\u{1100}\u{1161}", "İ", "ß", "ﬁ", "Å", "\u{212B}", "a\u{323}\u{307}", "\u{10FFFF}",
        "𝟘", "٣",
    ]

    /// Returns the next text of a kind: valid Unicode.
    public mutating func text(_ kind: Kind) -> String {
        let paragraphs = (0..<Int.random(in: 1...6, using: &random)).map { _ in paragraph(kind) }
        let text = paragraphs.joined(separator: random.oneIn(2) ? "\n" : "\n\n")
        return random.oneIn(3) ? text : text + "\n"
    }

    /// Returns the next text of a kind as bytes; a broken one has bytes lost, doubled and changed.
    public mutating func bytes(_ kind: Kind) -> [UInt8] {
        var bytes = Array(text(kind).utf8)
        guard kind == .broken, !bytes.isEmpty else { return bytes }
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            let place = bytes.indices.randomElement(using: &random) ?? 0
            switch Int.random(in: 0..<3, using: &random) {
            case 0 where bytes.count > 1: bytes.remove(at: place)
            case 1: bytes.insert(UInt8.random(in: 0x80...0xFF, using: &random), at: place)
            default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
        }
        return bytes
    }

    private mutating func paragraph(_ kind: Kind) -> String {
        var pieces: [String] = []
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            switch kind {
            case .french: pieces.append(words(of: french))
            case .english: pieces.append(words(of: english))
            case .broken:
                pieces.append(words(of: random.oneIn(2) ? french : english))
                for _ in 0..<Int.random(in: 0...3, using: &random) {
                    pieces.append(TextGenerator.oddities.randomElement(using: &random) ?? "")
                }
            }
        }
        guard kind == .broken else { return pieces.joined(separator: " ") }
        return pieces.reduce(into: "") { $0 += (random.oneIn(2) ? " " : "") + $1 }
    }

    /// A run of words of one line, cut anywhere.
    private mutating func words(of lines: [[Substring]]) -> String {
        guard let line = lines.randomElement(using: &random), !line.isEmpty else { return "" }
        let start = Int.random(in: 0..<line.count, using: &random)
        let count = Int.random(in: 1...20, using: &random)
        return line[start..<min(line.count, start + count)].joined(separator: " ")
    }
}
