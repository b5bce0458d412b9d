import GlaneurCore
import GlaneurLexicon

/// Two amounts that are the ends of one: `entre 10 et 20 M€`, `$300,000 to $2 million`, `5-10 %`.
struct AmountRange {
    /// The first end, in the unit of both.
    var low: AmountReading
    /// The other end.
    var high: AmountReading
    /// The kind of both.
    var kind: AmountReading.Kind

    /// Reads on from an amount to the range it opens, if it does.
    static func read(from first: AmountReading, with reader: AmountReader) -> AmountRange? {
        let passage = reader.passage
        guard !first.numeral.isVague, let link = Link.read(behind: first, in: passage),
            let second = reader.read(
                at: link.afterQualifier(in: passage), floor: link.end, isSecond: true), !second.numeral.isVague,
            joined(second, link, passage)
        else { return nil }
        var low = first
        var high = second
        var kind = high.kind
        if case .money(let mark) = low.kind, high.kind.isNone {
            // "$5–10 million", but not "$5 to 2018"
            guard mark.start < low.numeral.start, link.isDash || link.isOpened || high.numeral.scale != nil else {
                return nil
            }
            kind = low.kind
        } else if reader.ages.opensRange(low.numeral, isDash: link.isDash), high.isOfYears(in: passage) {
            // "aged 18 to 24", "les 18-24 ans"
            kind = .age("a")
        } else if !low.kind.agrees(with: high.kind) {
            return nil
        } else if low.kind.isNone, case .money(let mark) = high.kind, mark.start < high.numeral.start {
            // "in 2020 to $11.5 billion"
            return nil
        }
        if low.kind.isNone, high.kind.isNone, !link.isOpened { return nil }
        // "$5 or €6" are two sums, "16 ou 17 ans" two ages, "two or three million dollars" is about one.
        if link.isAlternative {
            guard low.kind.isNone, low.numeral.scale == nil, low.numeral.isWords || kind.isMoney else { return nil }
        }
        // "perd 3,20 $ à 45,60 $": without an opening, French says *at*.
        if passage.language == .french, !low.kind.isNone, !link.isDash, !link.isOpened { return nil }
        if link.isChange, !low.kind.isNone || high.kind.isNone { return nil }
        if link.isSpaced, kind.isNone || !low.kind.isNone && !kind.isMoney { return nil }
        // "448-9499" is a telephone number.
        if link.isDash, low.numeral.isPlain, high.numeral.isPlain, low.kind.isNone, !kind.isMeasure,
            low.numeral.end - low.numeral.start != high.numeral.end - high.numeral.start,
            high.numeral.value >= ExactDecimal(1000)
        {
            return nil
        }
        if case .counted = kind, link.isDash, low.numeral.value >= high.numeral.value { return nil }
        if low.numeral.scale == nil, let scale = high.numeral.scale, low.numeral.figure <= high.numeral.figure,
            low.numeral.figure < ExactDecimal(1000)
        {
            low.numeral.value = low.numeral.value.scaled(by: scale)
            low.numeral.scale = scale
        }
        // "entre -5 et -10 °C"
        if high.numeral.value < low.numeral.value, low.numeral.value < ExactDecimal(0) {
            swap(&low.numeral.value, &high.numeral.value)
        }
        guard low.numeral.value <= high.numeral.value else { return nil }
        high.kind = kind
        low.kind = kind
        return AmountRange(low: low, high: high, kind: kind)
    }

    /// Whether nothing but the link, the sign of a currency and spaces stand between the ends.
    private static func joined(_ second: AmountReading, _ link: Link, _ passage: Passage) -> Bool {
        if passage.endOfSpaces(link.end) == second.start { return true }
        let qualified = link.afterQualifier(in: passage)
        return qualified > link.next && second.first == qualified
    }

    /// What joins the ends.
    private struct Link {
        /// The offset behind it.
        var end: Int
        /// The lexeme the second number must start with.
        var next: Int
        var isDash = false
        /// Whether spaces stand around a dash.
        var isSpaced = false
        /// Whether *between* or *from* stands before the first end.
        var isOpened = false
        /// Whether it is *or*: `two or three million`.
        var isAlternative = false
        /// Whether it tells of a change from one amount to another, which are two amounts.
        var isChange = false

        /// The index behind a qualifier of the second end: `between 2 and about 7 g`.
        func afterQualifier(in passage: Passage) -> Int {
            guard isOpened, !isDash else { return next }
            return passage.phrase(at: next, .qualifier)?.end ?? next
        }

        static func read(behind first: AmountReading, in passage: Passage) -> Link? {
            let offset = passage.endOfSpaces(first.end)
            let opening = opening(of: first, in: passage)
            if let length = passage.dashLength(offset), !passage.belongs(first.next, .range, as: "to") {
                let behind = passage.endOfSpaces(offset + length)
                let isSpaced = offset > first.end || behind > offset + length
                return Link(
                    end: offset + length, next: numberIndex(from: first.next, at: behind, in: passage), isDash: true,
                    isSpaced: isSpaced, isOpened: opening != nil && !isSpaced)
            }
            // "an 8- to 16-meter mirror"
            let isSuspended = passage.byte(first.end) == 0x2D && passage.spaceLength(first.end + 1) != nil
            guard let word = passage.lexeme(first.next),
                Int(word.start) == offset && offset > first.end || isSuspended && word.gap == .other,
                word.classes.contains(.range)
            else { return nil }
            let isAlternative = passage.belongs(first.next, .range, as: "or")
            guard isAlternative || passage.belongs(first.next, .range, as: "to") else { return nil }
            let isAnd = passage.belongs(first.next, .numberLink, as: "and")
            guard !isAnd || opening == "between" else { return nil }
            let end = Int(word.end)
            let behind = passage.endOfSpaces(end)
            return Link(
                end: end, next: numberIndex(from: first.next + 1, at: behind, in: passage), isOpened: opening != nil,
                isAlternative: isAlternative, isChange: opening != "between" && tellsChange(first, in: passage))
        }

        /// The lexeme a number starts with at an offset, or behind a currency that stands there.
        private static func numberIndex(from index: Int, at offset: Int, in passage: Passage) -> Int {
            let next = passage.lexemeIndex(from: index, atOrBehind: offset)
            // "US$5", "EUR 12": the letters are no number.
            guard let lexeme = passage.lexeme(next), lexeme.shape.isAllCapitals, !lexeme.shape.contains(.digit),
                passage.lexeme(next + 1)?.shape.isNumber ?? false
            else { return next }
            return next + 1
        }

        private static func opening(of first: AmountReading, in passage: Passage) -> String? {
            guard let gap = passage.lexeme(first.first)?.gap, gap != .newline, gap != .point, gap != .comma else {
                return nil
            }
            if passage.belongs(first.first - 1, .range, as: "between") { return "between" }
            return passage.belongs(first.first - 1, .range, as: "from") ? "from" : nil
        }

        private static func tellsChange(_ first: AmountReading, in passage: Passage) -> Bool {
            for index in max(0, first.first - 5)..<first.first where passage.belongs(index, .changeVerb) { return true }
            return false
        }
    }
}
