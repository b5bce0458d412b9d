/// Lines of one repeated piece, on which a scanner that looks ahead without a bound takes the square of their length.
public enum AdversarialText {
    /// The pieces: single characters, and what looks like the start of something longer.
    public static let pieces = [
        "a", "é", "1", "'", "’", "-", ".", "\"", "(", ")", "@", "#", "_", "=", "$", ":", " ", "\u{AD}", "\u{301}",
        "\u{200B}", "中", "😀", "a-", "a.", "a'", "a’", "1 ", "1.", "1-", "1/", "1:", "1 000 ", "1\u{202F}000 ", "((",
        "a@",
        "@a", "a.a@", "a%", "http://", "http://)", "http://a ", "www.", "..", ".!", "etc. ", "M. ", "M.. ", "l'",
        "a-t-il-", "-le", "a-le-", "a(", "a(e", "a/", "'s", "–", "👩\u{200D}", "🇫", "a ", "A.B.", "J.-", "$a", "<-",
        "1\u{FE0F}",
        "mailto:", "av. J.-", "a:)", "no. ", "20h", "km/",
    ]

    /// Pieces that start a number, a range, a currency or a phrase and never finish it.
    public static let amountPieces = [
        "1", "1 ", "1,", "1.", "1/", "1-", "1e", "1^", "$", "$ ", "$1", "€", "½", "un ", "mille ", "million ", "cent ",
        "et ",
        "vingt et ", "de ", "à ", "entre 1 et ", "de 1 à ", "a ", "one ", "and ", "hundred ", "hundred and ", "half ",
        "over ",
        "between 1 and ", "million and ", "the last ", "trois cinquièmes ", "one in ", "plus de ", "less than ",
        "1 000 ",
        "Rs", "Rs. ", "12 euros ", "1 dollar and ", "5 pour cent ", "1:", "1h", "minus ", "5 ft 2 in ", "1, ", "2 et ",
        "km/", "10 years ",
    ]

    /// Returns the bytes of a line of one piece repeated, of at most `byteCount` bytes.
    public static func line(of piece: String, byteCount: Int) -> [UInt8] {
        let unit = Array(piece.utf8)
        let length = byteCount / unit.count * unit.count
        return [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            for index in 0..<length { buffer[index] = unit[index % unit.count] }
            count = length
        }
    }
}
