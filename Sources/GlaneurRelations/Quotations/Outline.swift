import GlaneurCore

/// A stretch of text as a reader of attributions sees it: words, names, quotations and the signs between them.
struct Outline {
    /// One piece of a stretch.
    struct Element {
        enum Kind: UInt8 {
            case word, mention, quotation, comma, colon, stop, bracket
        }

        let kind: Kind
        /// What it covers, in the view.
        let span: ByteSpan
        /// The index of the mention or quotation, or of the first lexeme.
        let index: Int
        /// What a word does.
        var roles: SpeechRoles = []
        var gender: Gender = .unknown
        /// The row of the glossary of an office.
        var concept: Int16 = -1
        /// Whether a word is written with a capital.
        var isCapitalized = false
    }

    /// The pieces, in order.
    var elements: [Element] = []

    /// The piece at a place; nothing beyond the ends.
    func element(_ place: Int) -> Element? { elements.indices.contains(place) ? elements[place] : nil }

    /// The kind of the piece at a place; a stop beyond the ends.
    func kind(_ place: Int) -> Element.Kind { element(place)?.kind ?? .stop }

    /// What the word at a place does.
    func roles(_ place: Int) -> SpeechRoles { element(place)?.roles ?? [] }

    /// The place of a quotation.
    func place(ofQuotation index: Int) -> Int? {
        elements.firstIndex { $0.kind == .quotation && $0.index == index }
    }

    /// The first place of the sentence that a place belongs to.
    func sentenceStart(of place: Int) -> Int {
        var start = place
        while start > 0, kind(start - 1) != .stop { start -= 1 }
        return start
    }

    /// The place behind the last one of the sentence that a place belongs to.
    func sentenceEnd(of place: Int) -> Int {
        var end = place
        while kind(end) != .stop { end += 1 }
        return end
    }
}
