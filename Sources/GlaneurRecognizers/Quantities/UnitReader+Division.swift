import GlaneurCore
import GlaneurLexicon

/// Units over others: `km/h`, `miles per hour`, `mg/l`, `GWh/an`, `kilowattheures`.
extension UnitReader {
    /// Reads on from a unit to what it is divided by, at most twice: `kWh/m²/an`.
    func divided(_ mark: UnitMark) -> UnitMark {
        var mark = timed(mark)
        for _ in 0..<2 {
            guard let divisor = divisor(behind: mark) else { return mark }
            // "10 Gb/s" are bits, "10 Gb" of memory may be bytes.
            if divisor.code == "s", mark.code.hasSuffix("By"), passage.byte(mark.end - 1) == 0x62 {
                mark.code = mark.code.dropLast(2) + "bit"
            }
            mark.code += "/" + divisor.code
            mark.end = divisor.end
            mark.next = divisor.next
        }
        return mark
    }

    /// Reads on from `kilowatt` to `kilowatt-heure`, and from `kilomètre` to `kilomètre-heure`.
    func timed(_ mark: UnitMark) -> UnitMark {
        guard let gap = passage.lexeme(mark.next)?.gap, gap == .hyphen || gap == .space,
            passage.value(mark.next, .timeUnit) == "h"
        else { return mark }
        var timed = mark
        if mark.code.hasSuffix("W") {
            timed.code += ".h"
        } else if gap == .hyphen, mark.code == "km", passage.language == .french {
            timed.code += "/h"
        } else {
            return mark
        }
        timed.end = Int(passage.lexemes[mark.next].end)
        timed.next += 1
        return timed
    }

    private func divisor(behind mark: UnitMark) -> UnitMark? {
        if passage.byte(mark.end) == 0x2F {
            guard let lexeme = passage.lexeme(mark.next), Int(lexeme.start) == mark.end + 1 else { return nil }
            return hundred(at: mark.next) ?? unit(at: mark.next).flatMap(strong) ?? time(at: mark.next, isSign: true)
        }
        guard let gap = passage.lexeme(mark.next)?.gap, gap == .space,
            let per = passage.phrase(at: mark.next, .per), let value = passage.lexicon.value(per.node, .per)
        else { return nil }
        // "à l'heure"
        if ["h", "min", "s"].contains(value) {
            return UnitMark(code: value, end: Int(passage.lexemes[per.end - 1].end), next: per.end)
        }
        guard value.isEmpty, passage.lexeme(per.end)?.gap == .space else { return nil }
        // "500,000 barrels a day", "deux tonnes par an" are a quantity and how often; a speed is one measure.
        if let time = time(at: per.end, isSign: false), ["h", "min", "s", "ms", "us", "ns"].contains(time.code) {
            return time
        }
        guard !passage.belongs(mark.next, .numberOpener) else { return nil }
        return hundred(at: per.end) ?? unit(at: per.end).flatMap(strong)
    }

    private func strong(_ mark: UnitMark) -> UnitMark? { mark.isWeak ? nil : mark }

    /// Reads a unit of time: a word for one, or its sign behind a slash.
    private func time(at index: Int, isSign: Bool) -> UnitMark? {
        guard let lexeme = passage.lexeme(index) else { return nil }
        func mark(_ code: String) -> UnitMark { UnitMark(code: code, end: Int(lexeme.end), next: index + 1) }
        if let code = passage.value(index, .timeUnit), !code.utf8.contains(0x2E), !code.utf8.contains(0x2D) {
            return mark(code)
        }
        if lexeme.count > 9, let prefix = UnitPrefix.word(at: Int(lexeme.start), in: passage),
            value(Int(lexeme.start) + prefix.length..<Int(lexeme.end), .timeUnit) == "s"
        {
            return mark(prefix.code + "s")
        }
        guard isSign else { return nil }
        switch (lexeme.count, passage.byte(Int(lexeme.start)), passage.byte(Int(lexeme.start) + 1)) {
        case (1, 0x68, _): return mark("h")
        // "m/s²", with U+00B2, and "m/s2"
        case (1, 0x73, 0xC2) where passage.byte(Int(lexeme.end) + 1) == 0xB2:
            var square = mark("s2")
            square.end += 2
            return square
        case (1, 0x73, _): return mark("s")
        case (2, 0x73, 0x32): return mark("s2")
        case (2, 0x6D, 0x73): return mark("ms")
        default: return nil
        }
    }

    /// Reads the hundred kilometres of `5,4 l/100 km` and `5 litres aux 100 km`.
    private func hundred(at index: Int) -> UnitMark? {
        guard passage.wholeNumber(index) == 100, let gap = passage.lexeme(index + 1)?.gap,
            gap == .space || gap == .none,
            let unit = unit(at: index + 1)
        else { return nil }
        return UnitMark(code: "(100.\(unit.code))", end: unit.end, next: unit.next)
    }
}
