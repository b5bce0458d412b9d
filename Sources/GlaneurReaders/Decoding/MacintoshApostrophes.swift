/// Tells short French texts of the Macintosh from UTF-8 that they happen to be: `l’étranger` is `l`, 0xD5, 0x8E, `tranger` there.
///
/// In UTF-8 the two bytes are an Armenian letter, which nobody puts between Latin ones.
enum MacintoshApostrophes {
    /// A text with more of them has accents without an apostrophe as well, and is no valid UTF-8.
    private static let most = 8

    /// Whether all that is beyond ASCII in valid UTF-8 is a mark of the Macintosh and an accented letter of a Latin word.
    static func explain(_ bytes: [UInt8]) -> Bool {
        let text = bytes.span
        var index = UTF8Validity.endOfASCII(text, from: 0)
        var count = 0
        while index < text.count {
            // “ ‘ ’ of the Macintosh.
            guard [0xD2, 0xD4, 0xD5].contains(text[index]), index + 2 < text.count, count < most,
                isLetter(text[index + 2]), text[index] != 0xD5 || index > 0 && isLetter(text[index - 1])
            else { return false }
            count += 1
            index = UTF8Validity.endOfASCII(text, from: index + 2)
        }
        return count > 0 && SingleByteEvidence.macintosh.score(bytes).sum > 2 * count
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
