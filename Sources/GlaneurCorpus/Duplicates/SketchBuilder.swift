import GlaneurCore
import GlaneurLexicon

/// Goes through a text once and makes its sketch.
///
/// Words are runs of letters and digits, without case and accents, so that the apostrophes, quotation marks and dashes of a house
/// make no difference.
struct SketchBuilder {
    private var sketch = DocumentSketch()
    private var least = [UInt32](repeating: .max, count: DocumentSketch.signatureCount)
    private var isFilled = [Bool](repeating: false, count: DocumentSketch.signatureCount)
    /// The hashes of the two words before.
    private var before: (UInt64, UInt64) = (0, 0)

    /// The word in work.
    private var word = SketchBuilder.emptyWord
    private var isInWord = false
    private var isCapitalized = false
    private var isFigure = false
    /// Whether a sentence may begin here, whose first word has a capital letter of no meaning.
    private var mayBeginSentence = true
    /// The figure that further digits may go on with: 16 of `16.5`.
    private var figure: UInt64?
    private var figureEnd = 0

    private static let emptyWord: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Adds a part of the text.
    mutating func add(_ text: Span<UInt8>, _ range: Range<Int>) {
        mayBeginSentence = true
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text[index]
            let small = byte | 0x20
            if small &- 0x61 < 26 {
                if !isInWord { begin(isCapitalized: byte != small, isFigure: false, text, at: index) }
                add(small)
                index += 1
            } else if byte &- 0x30 < 10 {
                if !isInWord { begin(isCapitalized: false, isFigure: true, text, at: index) }
                add(byte)
                index += 1
            } else if byte < 0x80 {
                end(at: index)
                if SketchBuilder.beginsSentence(byte) { mayBeginSentence = true }
                index += 1
            } else {
                index += addBeyondASCII(text, at: index)
            }
        }
        end(at: range.upperBound)
        endFigure()
    }

    /// Returns the sketch; nothing where the text has fewer words than `least`.
    consuming func finish(leastWords: Int) -> DocumentSketch? {
        guard sketch.wordCount >= max(leastWords, DocumentSketch.shingleWords) else { return nil }
        sketch.figures = SketchBuilder.anchors(sketch.figures)
        sketch.names = SketchBuilder.anchors(sketch.names)
        // An empty stretch of the ring takes the value behind it, as the ring has it.
        let count = DocumentSketch.signatureCount
        guard let last = isFilled.lastIndex(of: true) else { return nil }
        var values = [UInt16](repeating: 0, count: count)
        var current: UInt32 = least[last]
        for step in 1...count {
            let place = (last - step + count) % count
            if isFilled[place] { current = least[place] }
            values[place] = UInt16(truncatingIfNeeded: current)
        }
        sketch.signature = values
        return sketch
    }

    // MARK: Words

    private mutating func begin(isCapitalized: Bool, isFigure: Bool, _ text: Span<UInt8>, at index: Int) {
        if figure != nil, !isFigure || !SketchBuilder.joinsDigits(text, figureEnd..<index) { endFigure() }
        word = SketchBuilder.emptyWord
        isInWord = true
        self.isCapitalized = isCapitalized && !mayBeginSentence
        self.isFigure = isFigure
        mayBeginSentence = false
    }

    @inline(__always)
    private mutating func add(_ byte: UInt8) { word = (word ^ UInt64(byte)) &* 0x100_0000_01B3 }

    private mutating func addBeyondASCII(_ text: Span<UInt8>, at index: Int) -> Int {
        let (scalar, length) = text.scalar(at: index)
        switch ScalarClass.beyondASCII(scalar) {
        case .letter, .digit:
            let small = Folding.lowercase(scalar)
            if !isInWord { begin(isCapitalized: small != scalar, isFigure: false, text, at: index) }
            if let bare = Folding.bare(small) {
                add(scalar: bare.first)
                if let second = bare.second { add(scalar: second) }
            }
        case .mark, .invisible: break
        case .newline:
            end(at: index)
            mayBeginSentence = true
        default:
            end(at: index)
            // Opening quotation marks and the ellipsis.
            if [0xAB, 0x2018, 0x201C, 0x201E, 0x2026].contains(scalar) { mayBeginSentence = true }
        }
        return length
    }

    private mutating func add(scalar: UInt32) {
        if scalar < 0x80 {
            add(UInt8(scalar))
        } else {
            add(UInt8(truncatingIfNeeded: scalar >> 16 | 0x80))
            add(UInt8(truncatingIfNeeded: scalar >> 8))
            add(UInt8(truncatingIfNeeded: scalar))
        }
    }

    private mutating func end(at index: Int) {
        guard isInWord else { return }
        isInWord = false
        let hash = SketchBuilder.mixed(word)
        if isFigure {
            figure = figure.map { SketchBuilder.mixed($0 &+ hash) } ?? hash
            figureEnd = index
        } else if isCapitalized {
            sketch.names.append(UInt32(truncatingIfNeeded: hash))
        }
        sketch.wordCount += 1
        if sketch.wordCount >= DocumentSketch.shingleWords {
            let rotated = (before.1 << 21 | before.1 >> 43) &+ (before.0 << 42 | before.0 >> 22)
            addShingle(SketchBuilder.mixed(rotated ^ hash &* 3))
        }
        before = (before.1, hash)
    }

    private mutating func endFigure() {
        guard let figure else { return }
        sketch.figures.append(UInt32(truncatingIfNeeded: figure))
        self.figure = nil
    }

    // MARK: Shingles

    private mutating func addShingle(_ hash: UInt64) {
        let high = UInt32(truncatingIfNeeded: hash >> 32)
        let place = Int((UInt64(high) &* UInt64(DocumentSketch.signatureCount)) >> 32)
        least[place] = min(least[place], high)
        isFilled[place] = true
        let shingle = UInt32(truncatingIfNeeded: hash)
        guard shingle.trailingZeroBitCount >= sketch.level else { return }
        sketch.shingles.append(shingle)
        while sketch.shingles.count > DocumentSketch.shingleLimit {
            sketch.shingles = sketch.shingles(atLevel: sketch.level + 1)
            sketch.level += 1
            // One shingle over and over survives every halving.
            if sketch.level >= 31 { sketch.shingles.removeAll() }
        }
    }

    private static func mixed(_ hash: UInt64) -> UInt64 {
        var hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
        hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
        return hash ^ hash >> 32
    }

    private static func anchors(_ hashes: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        for hash in hashes.sorted() where hash != result.last {
            guard result.count < DocumentSketch.anchorLimit else { break }
            result.append(hash)
        }
        return result
    }

    // MARK: Signs

    private static func beginsSentence(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\""), 0x0A, 0x0D:
            true
        default: false
        }
    }

    /// Whether digits on both sides of this gap are one figure: a point, a comma, an apostrophe, or one of the spaces that do not break.
    private static func joinsDigits(_ text: Span<UInt8>, _ gap: Range<Int>) -> Bool {
        guard let first = gap.first, gap.upperBound <= text.count else { return false }
        let (scalar, length) = text.scalar(at: first)
        return length == gap.count && [0x2C, 0x2E, 0x27, 0xA0, 0x2019, 0x2009, 0x202F].contains(scalar)
    }
}
