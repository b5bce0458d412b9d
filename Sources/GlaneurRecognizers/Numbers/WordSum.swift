/// The sum of number words as they come, with what may come next.
///
/// `deux` 2, `cent` 200, `mille` 200 000, `vingt` 200 020: a group below a thousand grows until a scale word takes it into the
/// total.
struct WordSum {
    let isFrench: Bool
    private var total: Int128 = 0
    private var group: Int = 0
    private var last: Int?
    private var lowestScale: Int?
    private(set) var endsWithScale = false
    /// The power of ten, where the number has exactly one scale word and it ends it.
    private(set) var scale: Int?
    /// The figure before that scale word.
    private(set) var figure: Int128 = 0
    private(set) var isEmpty = true

    /// Products stay below this, so that no sum overflows: six scale words in a row are no number anybody writes.
    private static let limit = Int128(1) << 100

    init(isFrench: Bool) { self.isFrench = isFrench }

    var value: Int128 { total + Int128(group) }

    /// What a part behind *and* must stay below: a hundred behind hundreds, a thousand behind thousands; 0 where none may come.
    var room: Int128 {
        if group > 0 { return group % 100 == 0 ? 100 : 0 }
        guard let lowestScale, total > 0 else { return 0 }
        return WordSum.power(lowestScale)
    }

    /// Whether figures may go on here as words do: `4 thousand 3 hundred`.
    var takesFigures: Bool { isEmpty || endsWithScale || last == 100 }

    /// Whether *et* may stand before this word in French: *vingt et un*, *soixante et onze*.
    func mayLink(_ word: Int) -> Bool {
        (word == 1 || word == 11) && (last ?? 0) >= 20 && (last ?? 0) < 100 && fits(word)
    }

    /// Adds a word below a thousand, where grammar lets it stand here.
    ///
    /// - Parameter isLinked: whether *et* stands before it, which *un* needs behind tens.
    mutating func add(_ word: Int, isLinked: Bool = false) -> Bool {
        guard fits(word), isLinked || !isFrench || word != 1 || !(20...70).contains(last ?? 0) else { return false }
        if word == 100 {
            group = group == 0 ? 100 : group * 100
        } else if word == 20, isFrench, last == 4 {
            group += 76
        } else {
            group += word
        }
        last = word == 20 && isFrench && last == 4 ? 80 : word
        took()
        return true
    }

    /// Adds a figure of at most three digits, which nothing but *hundred* or a scale may follow.
    mutating func add(figure: Int) -> Bool {
        guard takesFigures, figure < (last == 100 ? 100 : 1000), figure > 0 || isEmpty else { return false }
        group += figure
        last = figure
        took()
        return true
    }

    /// Adds the part behind *and*, which must be below ``room``.
    mutating func add(_ part: WordSum) {
        total += part.total
        group += part.group
        last = part.last
        lowestScale = part.lowestScale ?? lowestScale
        endsWithScale = part.endsWithScale
        scale = nil
    }

    private mutating func took() {
        isEmpty = false
        if endsWithScale {
            endsWithScale = false
            scale = nil
        }
    }

    private func fits(_ word: Int) -> Bool {
        guard let last else { return word != 0 || isEmpty }
        if endsWithScale { return word > 0 && lowestScale ?? 0 > (word == 100 ? 2 : 0) }
        if word == 100 { return group < 10 && group > 1 || !isFrench && group < 100 && group > 0 }
        if isFrench, word == 20, last == 4, group % 100 == 4 { return true }
        switch last {
        case 100: return word > 0
        case 20, 30, 40, 50, 60, 70, 80, 90:
            return word > 0 && word < 10 || isFrench && (last == 60 || last == 80) && (10...19).contains(word)
        case 10: return isFrench && (7...9).contains(word)
        default: return false
        }
    }

    /// Takes a scale word, where grammar lets it stand here.
    mutating func multiply(_ power: Int) -> Bool {
        let unit = WordSum.power(power)
        let isLower = group > 0 && lowestScale.map { power < $0 } ?? true
        guard (isLower ? Int128(group) : value) < WordSum.limit / unit else { return false }
        if group == 0 {
            if isEmpty {
                total = unit
            } else {
                // "mille milliards"
                guard endsWithScale else { return false }
                total *= unit
            }
        } else if lowestScale == power {
            return false
        } else if isLower {
            total += Int128(group) * unit
        } else {
            total = (total + Int128(group)) * unit
        }
        if lowestScale == nil { figure = isEmpty ? 1 : Int128(group) }
        if lowestScale != nil, endsWithScale { figure = total / unit }
        scale = lowestScale == nil || endsWithScale ? power : nil
        lowestScale = power
        group = 0
        isEmpty = false
        endsWithScale = true
        last = 1000
        return true
    }

    private static func power(_ exponent: Int) -> Int128 {
        var power: Int128 = 1
        for _ in 0..<min(exponent, 30) { power *= 10 }
        return power
    }
}
