/// Weighs a misread character by what stands beside it.
///
/// Capitals of French, Portuguese and Vietnamese are what misreading makes too, and signs may follow them in earnest: `IRMÃ»`,
/// « Â ». So a character speaks for mojibake only where no text could have it that way.
struct MojibakeContext {
    private let before: UInt32
    private let after: UInt32
    private let second: UInt32
    private let follows: Bool
    private let precedes: Bool
    private let character: MisreadCharacter

    /// Looks around a character; `follows` and `precedes` tell whether another one touches it.
    init(of character: MisreadCharacter, in text: Span<UInt8>, follows: Bool, precedes: Bool) {
        self.character = character
        self.follows = follows
        self.precedes = precedes
        before = text.character(before: Int(character.start))?.codePoint ?? 0x20
        let next = text.character(at: character.end)
        after = next?.codePoint ?? 0x20
        second = next.flatMap { text.character(at: character.end + $0.length)?.codePoint } ?? 0x20
    }

    /// Whether the character is mojibake beyond doubt.
    var isSure: Bool {
        if character.hasControl { return character.kind != .halfway || follows }
        switch character.kind {
        case .picture, .foreign: return true
        case .halfway: return follows
        case .accent: return isSmall(before)
        case .sign where character.isCut: return isSureCut
        case .sign where character.lead == 0xC2: return isSureLatinSign
        case .sign: return true
        case .letter: return isSureLetter
        }
    }

    /// `â€` for `”` ends something; at the end of the text it may be any mark that was cut off.
    private var isSureCut: Bool {
        before != 0x20 && before != 0x0A && !isLetter(after) && !isDigit(after)
    }

    private var isSureLatinSign: Bool {
        let touches = follows || precedes || isLetter(before) || isDigit(before) || isLetter(after) || isDigit(after)
        guard character.misreading == .windows1252 else { return touches }
        // A letter Â that is spoken of has a space or a closing mark behind it: « Â », Â : the signs of these come last.
        guard character.last == 0xA0 || character.last == 0xBB else { return true }
        return follows || isSmall(before) || isDigit(before) || [0x25, 0x29, 0x2C, 0x2E, 0x21, 0x3F].contains(before)
    }

    private var isSureLetter: Bool {
        if character.misreading == .macintosh { return isSureMacintoshLetter }
        let isInWord = follows || precedes || isLetter(before) || isLetter(after)
        if character.lead == 0xC3, character.last == 0xA0 {
            // `à` is `Ã` and a no-break space. Behind the letter Ã itself one stands only before a mark that French sets off.
            return follows || isSmall(before) || !isCapital(before) && !isSetOff(after)
        }
        if character.lead == 0xC3 {
            if isCapital(before), !isLetter(after), !precedes, !follows { return isCapitalOfCapitals }
            if isClosing { return follows || isSmall(before) || isLetter(after) || precedes }
            return isInWord || character.codePoint == 0xC0 && after == 0x20
        }
        // Ä, Å and á are letters of many languages; what they make stands inside words.
        if isClosing || character.lead >= 0xE0 {
            return follows || isLetter(after) && (isSmall(before) || isLetter(second))
        }
        return isInWord && (!isCapital(before) || isLetter(after))
    }

    /// The end of a word in capitals, `LIBERTÃ‰`: only signs that end no word in earnest.
    private var isCapitalOfCapitals: Bool { (0xC0..<0xE0).contains(character.codePoint) && !isClosing }

    private var isSureMacintoshLetter: Bool {
        // √π and √∞ are formulas.
        let isFormula = [0xB0, 0xB1, 0xB2, 0xB3, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xBA, 0xBD, 0xAD].contains(
            character.last)
        if character.last == 0xA0 { return follows || isSmall(before) || after == 0x20 && before == 0x20 }
        return isFormula ? follows : follows || precedes || isLetter(before) || isLetter(after)
    }

    /// Whether its last sign is one that stands behind words: space, quotation marks, dots, dashes, `™`.
    private var isClosing: Bool {
        [0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0x99, 0x9B, 0xA0, 0xBB].contains(character.last)
    }

    /// Whether French sets a mark off from the word before it with a no-break space.
    private func isSetOff(_ character: UInt32) -> Bool {
        [0x21, 0x22, 0x25, 0x3A, 0x3B, 0x3F, 0xBB, 0x201D].contains(character)
    }

    private func isSmall(_ character: UInt32) -> Bool {
        (0x61...0x7A).contains(character) || (0xDF...0xFF).contains(character) && character != 0xF7
    }

    private func isCapital(_ character: UInt32) -> Bool {
        (0x41...0x5A).contains(character) || (0xC0...0xDE).contains(character) && character != 0xD7
    }

    private func isLetter(_ character: UInt32) -> Bool { isSmall(character) || isCapital(character) }

    private func isDigit(_ character: UInt32) -> Bool { (0x30...0x39).contains(character) }
}
