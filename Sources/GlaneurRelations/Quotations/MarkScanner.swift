import GlaneurCore

/// Finds the marks of quotation in a text, and tells apostrophes and inches from them.
enum MarkScanner {
    /// The marks of `range`, in order.
    static func marks(_ bytes: [UInt8], in range: Range<Int>) -> [QuotationMark] {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "the range lies in the bytes")
        var marks: [QuotationMark] = []
        bytes.withUnsafeBufferPointer { bytes in
            let text = Neighborhood(bytes: bytes, range: range)
            var index = range.lowerBound
            while index < range.upperBound {
                // Most words have none of the bytes a mark begins with: eight bytes are passed at once.
                if index + 8 <= range.upperBound, !mayHoldMark(bytes, at: index) {
                    index += 8
                    continue
                }
                let end = min(index + 8, range.upperBound)
                while index < end {
                    if isFirstByte(bytes[index]), let mark = mark(text, at: index) {
                        marks.append(mark)
                        index = mark.end
                    } else {
                        index += 1
                    }
                }
            }
        }
        return marks
    }

    private static func isFirstByte(_ byte: UInt8) -> Bool {
        byte == 0x22 || byte == 0x27 || byte == 0xC2 || byte == 0xE2
    }

    /// Whether one of eight bytes may begin a mark.
    @inline(__always)
    private static func mayHoldMark(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let ones: UInt64 = 0x0101_0101_0101_0101
        // The high bit of a byte is set where the byte is zero, and seldom elsewhere.
        func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
        let found =
            zeros(word ^ (ones &* 0x22)) | zeros(word ^ (ones &* 0x27)) | zeros(word ^ (ones &* 0xC2))
            | zeros(word ^ (ones &* 0xE2))
        return found & (ones &* 0x80) != 0
    }

    private static func mark(_ text: Neighborhood, at index: Int) -> QuotationMark? {
        switch (text[index], text[index + 1], text[index + 2]) {
        case (0x22, _, _): straight(text, index, .straight)
        case (0x27, _, _): straight(text, index, .straightSingle)
        case (0xC2, 0xAB, _): QuotationMark(start: index, end: index + 2, form: .guillemet, side: .opens)
        case (0xC2, 0xBB, _): QuotationMark(start: index, end: index + 2, form: .guillemet, side: .closes)
        case (0xE2, 0x80, 0x9C):
            // The sign that opens in English closes behind „, and some write it on both sides.
            QuotationMark(
                start: index, end: index + 3, form: .double,
                side: text.isBorderBefore(index) || !text.isBorderBehind(index + 3) ? .opens : .either)
        case (0xE2, 0x80, 0x9D):
            QuotationMark(
                start: index, end: index + 3, form: .double,
                side: text.isBorderBefore(index) && !text.isBorderBehind(index + 3) ? .either : .closes)
        case (0xE2, 0x80, 0x9E): QuotationMark(start: index, end: index + 3, form: .double, side: .opens)
        case (0xE2, 0x80, 0xB9): QuotationMark(start: index, end: index + 3, form: .angle, side: .opens)
        case (0xE2, 0x80, 0xBA): QuotationMark(start: index, end: index + 3, form: .angle, side: .closes)
        case (0xE2, 0x80, 0x98): opening(text, index, end: index + 3, .single)
        case (0xE2, 0x80, 0x99): closing(text, index, end: index + 3, .single)
        default: nil
        }
    }

    private static func straight(_ text: Neighborhood, _ index: Int, _ form: QuotationMark.Form) -> QuotationMark? {
        if form == .straightSingle {
            // Between letters it is an apostrophe; an opening one needs a capital behind it.
            return text.isBorderBefore(index) && text.isCapital(index + 1)
                ? opening(text, index, end: index + 1, form) : closing(text, index, end: index + 1, form)
        }
        let before = text.isBorderBefore(index)
        let behind = text.isBorderBehind(index + 1)
        var mark = QuotationMark(
            start: index, end: index + 1, form: form, side: before == behind ? .either : before ? .opens : .closes)
        mark.followsDigit = text.isDigit(index - 1)
        return mark
    }

    private static func opening(
        _ text: Neighborhood, _ index: Int, end: Int, _ form: QuotationMark.Form
    ) -> QuotationMark? {
        // ‘90s and ‘em miss a letter.
        guard text.isBorderBefore(index), !text.isBorderBehind(end), !text.isDigit(end) else { return nil }
        return QuotationMark(start: index, end: end, form: form, side: .opens)
    }

    private static func closing(
        _ text: Neighborhood, _ index: Int, end: Int, _ form: QuotationMark.Form
    ) -> QuotationMark? {
        guard text.isBorderBehind(end), !text.isBorderBefore(index) || text.isPunctuation(index - 1) else { return nil }
        var mark = QuotationMark(start: index, end: end, form: form, side: .closes)
        mark.isBesidePunctuation = text.isPunctuation(index - 1) || text.isPunctuation(end)
        return mark
    }
}

/// The bytes of a block, with nothing around them.
private struct Neighborhood {
    let bytes: UnsafeBufferPointer<UInt8>
    let range: Range<Int>

    subscript(_ index: Int) -> UInt8 { range.contains(index) ? bytes[index] : 0 }

    func isDigit(_ index: Int) -> Bool { self[index] &- 0x30 < 10 }
    func isCapital(_ index: Int) -> Bool { self[index] &- 0x41 < 26 }

    func isPunctuation(_ index: Int) -> Bool {
        switch self[index] {
        case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: true
        // … behind, or the end of one before.
        case 0xE2: self[index + 1] == 0x80 && self[index + 2] == 0xA6
        case 0xA6: self[index - 1] == 0x80 && self[index - 2] == 0xE2
        default: false
        }
    }

    /// Whether a word may begin at an offset: space, a bracket, a dash, an apostrophe or another mark stands before it.
    func isBorderBefore(_ index: Int) -> Bool {
        switch self[index - 1] {
        case 0, 0x09, 0x20, 0x0A, 0x0D, 0x22, 0x27, 0x28, 0x2D, 0x2F, 0x5B: true
        case 0xA0, 0xAB: self[index - 2] == 0xC2
        // Thin spaces, dashes and opening quotes of the block U+2000, and its apostrophe.
        case let last where self[index - 2] == 0x80 && self[index - 3] == 0xE2:
            last <= 0x9A || last == 0x9C || last == 0x9E || last == 0xAF
        default: false
        }
    }

    /// Whether a word may end at an offset: space, punctuation, a bracket or another mark stands behind it.
    func isBorderBehind(_ index: Int) -> Bool {
        switch self[index] {
        case 0, 0x09, 0x20, 0x0A, 0x0D, 0x21, 0x22, 0x27, 0x29, 0x2C, 0x2D, 0x2E, 0x2F, 0x3A, 0x3B, 0x3F, 0x5D: true
        case 0xC2: self[index + 1] == 0xA0 || self[index + 1] == 0xBB
        case 0xE2:
            self[index + 1] == 0x80
                && (self[index + 2] <= 0x97 || self[index + 2] == 0x99 || self[index + 2] == 0x9D
                    || self[index + 2] == 0xA6 || self[index + 2] == 0xAF)
        default: false
        }
    }
}
