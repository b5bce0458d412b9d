/// A prefix of the International System of Units, as a sign (`k`, `µ`) or as a word (`kilo`, `méga`).
///
/// Both languages write the same prefixes but for accents, so this closed list serves both; which units take which signs is
/// said in the tables of units.
struct UnitPrefix {
    /// Its UCUM code: `k`, `u` for micro, `da` for deca.
    let code: String
    /// The number of bytes it takes up.
    let length: Int

    private init(_ code: String, _ length: Int) {
        self.code = code
        self.length = length
    }

    /// Finds the sign that the letters at an offset begin with; the case decides: `M` is mega, `m` milli.
    static func sign(at offset: Int, in passage: Passage) -> UnitPrefix? {
        switch passage.byte(offset) {
        case 0x6B: UnitPrefix("k", 1)
        case 0x4D: UnitPrefix("M", 1)
        case 0x47: UnitPrefix("G", 1)
        case 0x54: UnitPrefix("T", 1)
        case 0x50: UnitPrefix("P", 1)
        case 0x45: UnitPrefix("E", 1)
        case 0x68: UnitPrefix("h", 1)
        case 0x64: UnitPrefix("d", 1)
        case 0x63: UnitPrefix("c", 1)
        case 0x6D: UnitPrefix("m", 1)
        case 0x6E: UnitPrefix("n", 1)
        // U+00B5 and U+03BC, the micro sign and the Greek letter.
        case 0xC2 where passage.byte(offset + 1) == 0xB5: UnitPrefix("u", 2)
        case 0xCE where passage.byte(offset + 1) == 0xBC: UnitPrefix("u", 2)
        default: nil
        }
    }

    /// The words, with and without accents; none begins another.
    private static let words: [(letters: [UInt8], code: String)] = [
        ("kilo", "k"), ("méga", "M"), ("mega", "M"), ("giga", "G"), ("téra", "T"), ("tera", "T"), ("péta", "P"),
        ("peta", "P"), ("exa", "E"), ("hecto", "h"), ("déca", "da"), ("deca", "da"), ("deka", "da"), ("déci", "d"),
        ("deci", "d"), ("centi", "c"), ("milli", "m"), ("micro", "u"), ("nano", "n"), ("pico", "p"), ("femto", "f"),
    ].map { (Array($0.0.utf8), $0.1) }

    /// Finds the word that the letters at an offset begin with.
    static func word(at offset: Int, in passage: Passage) -> UnitPrefix? {
        for word in words {
            var place = 0
            while place < word.letters.count, lower(passage.byte(offset + place)) == word.letters[place] { place += 1 }
            if place == word.letters.count { return UnitPrefix(word.code, place) }
        }
        return nil
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
