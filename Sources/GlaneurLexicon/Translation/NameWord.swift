/// A word of a name that is translated.
struct NameWord: Sendable {
    /// The word in small letters without accents.
    let text: String
    /// The hash of its letters without accents.
    let hash: UInt64
    /// The hash of its letters without a plural *s* or *x*.
    let singularHash: UInt64
    /// The word without a plural *s* or *x*.
    var singular: String { singularHash == hash ? text : String(text.dropLast()) }
    /// The index of its lexeme.
    let lexeme: Int
    /// How it is written.
    let shape: Lexeme.Shape

    /// Makes a word of a lexeme of `bytes`.
    init(_ lexeme: Lexeme, at index: Int, of bytes: [UInt8]) {
        let range = Int(lexeme.start)..<Int(lexeme.end)
        text = EntityName.key(of: String(decoding: bytes[range], as: UTF8.self))
        hash = lexeme.nameHash
        singularHash = NameWord.singularHash(lexeme, of: bytes)
        self.lexeme = index
        shape = lexeme.shape
    }

    /// The hash of a lexeme without a plural *s* or *x*; short words that end so are seldom plurals: `gas`, `bas`.
    private static func singularHash(_ lexeme: Lexeme, of bytes: [UInt8]) -> UInt64 {
        let last = bytes[Int(lexeme.end) - 1] | 0x20
        guard lexeme.count > 3, last == UInt8(ascii: "s") || last == UInt8(ascii: "x") else { return lexeme.nameHash }
        return EntityName.keyHash(bytes, in: Int(lexeme.start)..<Int(lexeme.end) - 1)
    }

    /// The hashes of the words of a form of a table, as they stand and in the singular.
    static func hashes(of form: String) -> [(word: UInt64, singular: UInt64)] {
        let bytes = Array(form.utf8)
        return LexemeScanner.lexemes(of: form).map { ($0.nameHash, singularHash($0, of: bytes)) }
    }

    /// The number that a word in capitals stands for as a Roman numeral, with or without a French ending: `XIV`, `Ve`, `Ier`.
    ///
    /// Only numbers below 90: what is written with `C`, `D` and `M` is seldom one in names.
    static func romanNumber(_ word: some StringProtocol) -> Int? {
        var digits: [Int] = []
        var rest = Substring(word)
        while let first = rest.utf8.first, let value = romanValue(first) {
            digits.append(value)
            rest = rest.dropFirst()
        }
        guard !digits.isEmpty, ["", "e", "er", "re", "ère", "ème", "nd", "nde"].contains(rest) else { return nil }
        var number = 0
        for (index, digit) in digits.enumerated() {
            number += index + 1 < digits.count && digit < digits[index + 1] ? -digit : digit
        }
        return (1..<90).contains(number) && roman(number).elementsEqual(word.dropLast(rest.count)) ? number : nil
    }

    private static func romanValue(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "I"): 1
        case UInt8(ascii: "V"): 5
        case UInt8(ascii: "X"): 10
        case UInt8(ascii: "L"): 50
        default: nil
        }
    }

    private static func roman(_ number: Int) -> String {
        var rest = number
        var result = ""
        for (value, sign) in [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
            while rest >= value {
                result += sign
                rest -= value
            }
        }
        return result
    }
}
