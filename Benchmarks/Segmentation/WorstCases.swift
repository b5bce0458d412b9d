import GlaneurCore
import GlaneurText

/// Lines of one repeated piece, which cost a scanner most where it looks ahead.
enum WorstCases {
    /// The pieces that are repeated.
    static let pieces = [
        "a", "é", "1", "'", "’", "-", ".", "\"", "(", ")", "@", "#", "_", "=", "$", " ", "\u{AD}", "\u{301}", "\u{200B}", "中", "😀",
        "a-", "a.", "a'", "a’", "1 ", "1.", "1-", "1/", "1 000 ", "((", "a@", "@a", "a.a@", "http://", "http://)", "www.", "..", ".!",
        "etc. ", "M. ", "l'", "a-t-il-", "-le", "a(", "a/", "'s", "–", "👩\u{200D}", "🇫", "a ", "A.B.",
    ]

    /// The bytes of a line of one piece repeated.
    static func line(of piece: String, byteCount: Int) -> [UInt8] {
        let unit = Array(piece.utf8)
        return [UInt8](unsafeUninitializedCapacity: byteCount / unit.count * unit.count) { buffer, count in
            count = byteCount / unit.count * unit.count
            for index in 0..<count { buffer[index] = unit[index % unit.count] }
        }
    }
}
