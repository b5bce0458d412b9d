import GlaneurCore
import GlaneurLexicon

/// A unit of measure behind a number.
struct UnitMark {
    /// The UCUM code; `%` for a percentage.
    var code: String
    /// The offset behind it.
    var end: Int
    /// The first lexeme behind it.
    var next: Int
    /// Whether the word is a currency too: `pounds`.
    var isWeak = false
}

/// Reads units of measure behind numbers: ` %`, `km²`, `°C`, `de tonnes`.
struct UnitReader {
    let passage: PassageReader

    /// Reads the unit behind a number.
    func read(behind numeral: Numeral) -> UnitMark? {
        var index = numeral.lexemes.upperBound
        let offset = passage.endOfSpaces(numeral.end)
        if passage.byte(offset) == 0x25 { return UnitMark(code: "%", end: offset + 1, next: index) }
        if passage.byte(offset) == 0xC2, passage.byte(offset + 1) == 0xB0 { return degrees(offset, index) }
        if numeral.isNoun {
            guard passage.belongs(index, .of) else { return nil }
            index += 1
        }
        guard let lexeme = passage.lexeme(index),
            lexeme.gap == .space || lexeme.gap == .none || lexeme.gap == .hyphen
                || numeral.isNoun && lexeme.gap == .apostrophe,
            let match = passage.phrase(at: index, .unit), var code = passage.lexicon.value(match.node, .unit),
            isWritten(lexeme, as: code, numeral: numeral)
        else { return nil }
        let isWeak = code.hasSuffix("?")
        if isWeak { code.removeLast() }
        var end = Int(passage.lexemes[match.end - 1].end)
        // U+00B2 and U+00B3, the raised 2 and 3
        if passage.byte(end) == 0xC2, passage.byte(end + 1) == 0xB2 || passage.byte(end + 1) == 0xB3 {
            code += passage.byte(end + 1) == 0xB2 ? "2" : "3"
            end += 2
        }
        return UnitMark(code: code, end: end, next: match.end, isWeak: isWeak)
    }

    /// Whether a short sign has the letters of the unit in their case: `m` and not `M`, `Go` and not `go`.
    private func isWritten(_ lexeme: Lexeme, as code: String, numeral: Numeral) -> Bool {
        guard lexeme.count <= 2 else { return lexeme.gap != .hyphen || !lexeme.shape.contains(.initialCapital) }
        guard !numeral.isWords, lexeme.gap != .hyphen || lexeme.count == 2 else { return false }
        if code.hasSuffix("By") { return lexeme.shape.contains(.initialCapital) || lexeme.gap == .none }
        guard lexeme.count == 1 else { return true }
        let isCapital = lexeme.shape.contains(.initialCapital)
        return code == "L" || isCapital == (code.utf8.first.map { $0 < 0x60 } ?? false)
    }

    /// Reads what stands behind a degree sign.
    private func degrees(_ offset: Int, _ index: Int) -> UnitMark {
        let end = offset + 2
        if let lexeme = passage.lexeme(index), passage.endOfSpaces(end) == Int(lexeme.start) {
            let letter = lexeme.count == 1 ? passage.byte(Int(lexeme.start)) : 0
            let word = passage.value(index, .unit)
            if letter == 0x43 || word == "Cel" { return UnitMark(code: "Cel", end: Int(lexeme.end), next: index + 1) }
            if letter == 0x46 || word == "[degF]" {
                return UnitMark(code: "[degF]", end: Int(lexeme.end), next: index + 1)
            }
        }
        return UnitMark(code: "deg", end: end, next: index)
    }
}
