/// Tells whether a text speaks of mojibake rather than suffering from it.
enum MojibakeTalk {
    /// The names of charsets and of the fault, in small letters; texts on it have one near each example.
    private static let names: [[UInt8]] = [
        "mojibake", "utf-8", "utf8", "unicode", "charset", "iso-8859", "latin-1", "latin1", "windows-1252", "cp1252",
        "encoding", "encodage",
    ].map { Array($0.utf8) }

    /// How far from an example such a name may stand, in bytes.
    private static let reach = 300
    /// Examples looked at; a text with more of them is no talk.
    private static let mostExamples = 64
    /// How long a word in quotation marks may be.
    private static let longestWord = 48

    /// Whether the name of a charset stands near one of the characters, markup apart.
    static func surrounds(_ found: [MisreadCharacter], in text: Span<UInt8>) -> Bool {
        var looked = 0
        for character in found.prefix(mostExamples) where character.end + reach > looked {
            let start = max(looked - 16, Int(character.start) - reach, 0)
            let end = min(text.count, character.end + reach)
            if hasName(text, start..<end) { return true }
            looked = end
        }
        return false
    }

    private static func hasName(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var isTag = false
        for index in range {
            let byte = text[index]
            if byte == 0x3C { isTag = true } else if byte == 0x3E { isTag = false }
            let small = byte | 0x20
            guard !isTag, "mucilwe".utf8.contains(small) else { continue }
            for name in names where name[0] == small && index + name.count <= range.upperBound {
                // What stands in a tag is for programs.
                if name.indices.allSatisfy({ lowercased(text[index + $0]) == name[$0] }),
                    !isInTag(text, index)
                {
                    return true
                }
            }
        }
        return false
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 { 0x41 <= byte && byte <= 0x5A ? byte | 0x20 : byte }

    private static func isInTag(_ text: Span<UInt8>, _ index: Int) -> Bool {
        var index = index
        let limit = max(0, index - reach)
        while index > limit {
            index -= 1
            if text[index] == 0x3E { return false }
            if text[index] == 0x3C { return true }
        }
        return false
    }

    /// Whether the word a character stands in has quotation marks on both sides: "cafÃ©", « Ã© », `Ã`.
    static func isQuoted(_ character: MisreadCharacter, in text: Span<UInt8>) -> Bool {
        guard !isNarrow(character.codePoint) else { return false }
        var start = Int(character.start)
        while start > 0, Int(character.start) - start < longestWord, text[start - 1] > 0x20,
            let before = text.character(before: start), !opens(before.codePoint), before.codePoint != 0xA0
        {
            start -= before.length
        }
        var end = character.end
        while let after = text.character(at: end), end - character.end < longestWord, after.codePoint > 0x20,
            !closes(after.codePoint), after.codePoint != 0xA0
        {
            end += after.length
        }
        while let space = text.character(before: start), space.codePoint == 0x20 || isNarrow(space.codePoint) {
            start -= space.length
        }
        while let space = text.character(at: end), space.codePoint == 0x20 || isNarrow(space.codePoint) {
            end += space.length
        }
        guard let opening = text.character(before: start)?.codePoint, let closing = text.character(at: end)?.codePoint
        else { return false }
        // Words in brackets are nothing special; a sign alone in them is one that is shown.
        let isAlone = start == Int(character.start) && end == character.end
        return opens(opening) && closes(closing) || isAlone && opening == 0x28 && closing == 0x29
    }

    private static func isNarrow(_ character: UInt32) -> Bool { [0xA0, 0x2009, 0x202F].contains(character) }

    private static func opens(_ character: UInt32) -> Bool {
        [0x22, 0x27, 0x60, 0xAB, 0x2018, 0x201C, 0x201E, 0x2039].contains(character)
    }

    private static func closes(_ character: UInt32) -> Bool {
        [0x22, 0x27, 0x60, 0xBB, 0x2019, 0x201D, 0x203A].contains(character)
    }
}
