import GlaneurCore

/// What of a text is UTF-8 that was read in another charset and saved again: `rÃ©daction`.
struct Mojibake {
    /// The characters that are misread, in text order; never none.
    let characters: [MisreadCharacter]
    private let replacesQuestionMarks: Bool

    /// A text is misread twice where somebody tried to mend it, hardly ever more often; each round makes it shorter.
    static let mostRounds = 8

    /// Looks for it; nothing where valid UTF-8 has none, as nearly all has.
    init?(in text: [UInt8]) {
        let span = text.span
        let scan = MojibakeScan(span)
        let accepted = MojibakeEvidence(scan.found, in: span).accepted
        guard !accepted.isEmpty else { return nil }
        characters = accepted
        // Programs that cannot write the lost byte put `?` there; they do so always or never.
        let cut = accepted.filter { $0.isCut && $0.characters == 2 }
        replacesQuestionMarks = !cut.isEmpty && cut.allSatisfy { $0.end < text.count && text[$0.end] == 0x3F }
    }

    /// The charsets that the text was read in.
    var names: String {
        let both: [Misreading] = [.windows1252, .macintosh]
        return both.filter { name in characters.contains { $0.misreading == name } }.map(\.name)
            .joined(separator: " and ")
    }

    /// Makes the text what it was, every character with the bytes it stands on.
    func repaired(_ text: [UInt8]) -> (bytes: [UInt8], alignment: Alignment) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var alignment = Alignment()
        var index = 0
        func copy(to end: Int) {
            guard index < end else { return }
            bytes.append(contentsOf: text[index..<end])
            alignment.append(output: end - index, source: index, outputUnit: 1, sourceUnit: 1)
        }
        for character in characters {
            copy(to: Int(character.start))
            let start = bytes.count
            if let scalar = Unicode.Scalar(character.codePoint) { bytes.append(contentsOf: String(scalar).utf8) }
            index = character.end
            if replacesQuestionMarks, character.isCut, character.characters == 2 { index += 1 }
            alignment.appendCell(
                output: bytes.count - start, source: Int(character.start), sourceCount: index - Int(character.start))
        }
        copy(to: text.count)
        return (bytes, alignment)
    }
}
