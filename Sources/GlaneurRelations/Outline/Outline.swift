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
    private(set) var elements: [Element] = []
    /// The quotations with their places, in the order of their indices.
    private var places: [(quotation: Int, place: Int)] = []

    /// How far a sentence is followed: what is farther away attributes nothing.
    private static let reach = 256

    /// Makes an empty outline with room for some pieces.
    init(capacity: Int) { elements.reserveCapacity(capacity) }

    /// Appends a piece.
    mutating func append(_ element: Element) {
        if element.kind == .quotation { places.append((element.index, elements.count)) }
        elements.append(element)
    }

    /// The piece at a place; nothing beyond the ends.
    func element(_ place: Int) -> Element? { elements.indices.contains(place) ? elements[place] : nil }

    /// The kind of the piece at a place; a stop beyond the ends.
    func kind(_ place: Int) -> Element.Kind { element(place)?.kind ?? .stop }

    /// What the word at a place does.
    func roles(_ place: Int) -> SpeechRoles { element(place)?.roles ?? [] }

    /// The place of a quotation.
    func place(ofQuotation index: Int) -> Int? {
        let found = places.partitioningIndex { $0.quotation >= index }
        return found < places.count && places[found].quotation == index ? places[found].place : nil
    }

    /// The first place of the sentence that a place belongs to.
    func sentenceStart(of place: Int) -> Int {
        var start = place
        while start > 0, place - start < Outline.reach, kind(start - 1) != .stop { start -= 1 }
        return start
    }
}
