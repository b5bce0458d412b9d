/// How the name of a person is made up, and which other names may be the same person's.
struct PersonName: Sendable, Equatable {
    /// The words of the name.
    let words: [Substring]

    init(_ slug: NameSlug) { words = slug.words }

    /// Whether it has a first name, or the letter of one, beside the family name.
    var isFull: Bool { words.count >= 2 }

    /// Whether the first name is a letter alone: `e-musk`.
    var hasFirstInitial: Bool { isFull && words[0].utf8.count == 1 }

    /// Whether two names may be one person's, each being whole: `donald-trump`, `donald-j-trump`, `d-trump`.
    ///
    /// A family name alone goes with every name that ends with it.
    func isCompatible(with other: PersonName) -> Bool {
        let (short, long) = words.count <= other.words.count ? (words, other.words) : (other.words, words)
        guard let family = short.last, long.last == family else { return false }
        if short.count == 1 || long.suffix(short.count).elementsEqual(short) { return true }
        guard PersonName.agree(short[0], long[0]) else { return false }
        // Middle names may be left out but not exchanged: each of the shorter name has its like in the longer, in order.
        var rest = long.dropFirst().dropLast()[...]
        for word in short.dropFirst().dropLast() {
            guard let place = rest.firstIndex(where: { PersonName.agree(word, $0) }) else { return false }
            rest = rest[(place + 1)...]
        }
        return true
    }

    /// Whether two given names are equal, or one is the letter of the other.
    static func agree(_ left: Substring, _ right: Substring) -> Bool {
        if left == right { return true }
        guard left.utf8.count == 1 || right.utf8.count == 1 else { return false }
        return left.utf8.first == right.utf8.first
    }
}
