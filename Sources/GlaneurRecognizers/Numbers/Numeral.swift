import GlaneurCore

/// A number as it stands in a text: `12 000`, `16,5 milliards`, `two and a half million`, `une dizaine`.
struct Numeral {
    /// The lexemes it covers.
    var lexemes: Range<Int>
    /// The first byte, its sign included.
    var start: Int
    /// The offset behind its last byte.
    var end: Int
    /// What it stands for.
    var value: ExactDecimal
    /// The figure before the scale word.
    var figure: ExactDecimal
    /// The power of ten of the scale word, if there is one.
    var scale: Int?
    /// Whether it is written in letters.
    var isWords = false
    /// Whether it is digits only, without groups, decimals or scale, as years and model numbers are.
    var isPlain = false
    /// Whether it is nothing but *one*, *un* or *une*.
    var isOne = false
    /// Whether it only says about how many: `une dizaine`.
    var isRound = false
    /// Whether it gives an order of magnitude and no figure: `milliards`, `a few hundred million`.
    var isVague = false
    /// Whether what it counts is joined by *de* or *of*: `un million de voitures`.
    var isNoun = false
    /// Whether digits run on with what cannot be a number: a date, an address, a version.
    var isCompound = false
    /// Whether it is written as a fraction of small numbers: `1/2`.
    var isFraction = false

    /// Whether it may be a year of our time: `1990`, `2024`.
    var isYear: Bool { isPlain && (1900...2099).contains(value.integer ?? 0) }
}
