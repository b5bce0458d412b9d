/// Decides which of the characters that may be misread are, after all that stands in the text.
///
/// What was read rightly beside them speaks against: a text is misread as a whole, or in pieces, a line or a name. A text that
/// shows mojibake to its readers writes it in quotation marks or beside words such as UTF-8; it is left alone unless the rest of it
/// is mojibake as well.
struct MojibakeEvidence {
    /// The characters that are misread, in text order.
    private(set) var accepted: [MisreadCharacter] = []

    /// What a stretch of text between two line ends or full stops has.
    private struct Stretch {
        var range: Range<Int>
        /// Misread beyond doubt and not in quotation marks.
        var sure = 0
        /// Misread beyond doubt, in a word in quotation marks.
        var shown = 0
        /// Characters beyond ASCII that were read rightly.
        var sound = 0
    }

    /// More than this is not shown, it is what the text is made of.
    private static let mostShown = 12
    /// So much of the text must be misread for what is doubtful in it to be taken along.
    private static let fewestSure = 3
    /// What is doubtful in a stretch is taken when so many are sure for each that is sound.
    private static let doubtfulShare = 4

    /// Weighs what a scan found.
    init(_ found: [MisreadCharacter], in text: Span<UInt8>) {
        guard !found.isEmpty else { return }
        let sure = found.indices.map { index in
            MojibakeContext(
                of: found[index], in: text, follows: index > 0 && found[index - 1].end == Int(found[index].start),
                precedes: index + 1 < found.count && Int(found[index + 1].start) == found[index].end
            ).isSure
        }
        guard sure.contains(true) else { return }
        var stretches = MojibakeEvidence.stretches(of: found, sure: sure, in: text)
        let sound = stretches.sound
        let sureCount = stretches.all.reduce(0) { $0 + $1.sure }
        let shown = stretches.all.reduce(0) { $0 + $1.shown }
        let isMade = sureCount > MojibakeEvidence.mostShown && sureCount > sound
        guard isMade || !MojibakeTalk.surrounds(found, in: text) else { return }
        if sound == 0 {
            accepted = sureCount + shown > 0 ? found : []
            return
        }
        let isMostly = sureCount >= MojibakeEvidence.fewestSure && sureCount >= sound
        stretches.all.removeAll { stretch in
            stretch.sure == 0 && !(isMostly && (stretch.shown > 0 || stretch.sound == 0))
        }
        for stretch in stretches.all {
            let takesAll = stretch.sound == 0 || stretch.sure >= MojibakeEvidence.doubtfulShare * stretch.sound
            for index in stretch.range where sure[index] || takesAll { accepted.append(found[index]) }
        }
    }

    /// The stretches that hold something found, and how much of the text is sound.
    private static func stretches(
        of found: [MisreadCharacter], sure: [Bool], in text: Span<UInt8>
    ) -> (all: [Stretch], sound: Int) {
        var all: [Stretch] = []
        var (index, next, total, sound) = (0, 0, 0, 0)
        var first = 0
        func close(_ all: inout [Stretch]) {
            guard first < next else { return }
            var stretch = Stretch(range: first..<next)
            for item in first..<next where sure[item] {
                if MojibakeTalk.isQuoted(found[item], in: text) { stretch.shown += 1 } else { stretch.sure += 1 }
            }
            stretch.sound = sound
            all.append(stretch)
        }
        while index < text.count {
            if next < found.count, index == Int(found[next].start) {
                index = found[next].end
                next += 1
                continue
            }
            let byte = text[index]
            if byte >= 0x80 {
                guard let character = text.character(at: index) else { break }
                index += character.length
                if !isRest(character.codePoint) {
                    sound += 1
                    total += 1
                }
                continue
            }
            let isEnd = byte == 0x0A || byte == 0x2E && index + 1 < text.count && text[index + 1] == 0x20
            index += 1
            guard isEnd else { continue }
            close(&all)
            (first, sound) = (next, 0)
        }
        close(&all)
        return (all, total)
    }

    /// Whether a character may be what is left of a misread one whose rest was lost: it speaks neither for nor against.
    private static func isRest(_ character: UInt32) -> Bool { [0xC2, 0xC3, 0xE2, 0xA0, 0xFFFD].contains(character) }
}
