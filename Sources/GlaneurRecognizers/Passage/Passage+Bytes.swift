/// The characters between and around lexemes. Offsets beyond the ends of the passage are allowed and hold nothing.
extension Passage {
    /// The offset behind any spaces that start at `offset`, no-break and thin ones included, on one line.
    func endOfSpaces(_ offset: Int) -> Int {
        var offset = offset
        while offset < span.end, let length = spaceLength(offset) { offset += length }
        return offset
    }

    /// The number of bytes of the space at `offset`, if there is one.
    func spaceLength(_ offset: Int) -> Int? {
        guard offset < span.end else { return nil }
        switch bytes[offset] {
        case 0x20, 0x09: return 1
        case 0xC2: return offset + 1 < span.end && bytes[offset + 1] == 0xA0 ? 2 : nil
        case 0xE2:
            guard offset + 2 < span.end, bytes[offset + 1] == 0x80 else { return nil }
            return bytes[offset + 2] <= 0x8A || bytes[offset + 2] == 0xAF ? 3 : nil
        default: return nil
        }
    }

    /// The offset of the first of the spaces that end at `offset`.
    func startOfSpaces(_ offset: Int) -> Int {
        var offset = offset
        while offset > span.start {
            if bytes[offset - 1] == 0x20 || bytes[offset - 1] == 0x09 {
                offset -= 1
            } else if offset - 2 >= span.start, spaceLength(offset - 2) == 2 {
                offset -= 2
            } else if offset - 3 >= span.start, spaceLength(offset - 3) == 3 {
                offset -= 3
            } else {
                break
            }
        }
        return offset
    }

    /// The byte at `offset`, or 0 outside the passage.
    @inline(__always)
    func byte(_ offset: Int) -> UInt8 {
        offset >= span.start && offset < span.end ? bytes[offset] : 0
    }

    /// The number of bytes of the apostrophe at `offset`, straight or curly, if there is one.
    func apostropheLength(_ offset: Int) -> Int? {
        switch byte(offset) {
        case 0x27: 1
        case 0xE2 where byte(offset + 1) == 0x80 && byte(offset + 2) == 0x99: 3
        default: nil
        }
    }

    /// The number of bytes of the hyphen, dash or minus sign at `offset`, if there is one.
    func dashLength(_ offset: Int) -> Int? {
        switch byte(offset) {
        case 0x2D: 1
        case 0xE2 where byte(offset + 1) == 0x80 && (0x90...0x94).contains(byte(offset + 2)): 3
        case 0xE2 where byte(offset + 1) == 0x88 && byte(offset + 2) == 0x92: 3
        default: nil
        }
    }

    /// The whole number of a lexeme of at most four digits.
    func wholeNumber(_ index: Int) -> Int? {
        guard let lexeme = lexeme(index), lexeme.shape.isNumber, lexeme.count <= 4 else { return nil }
        var number = 0
        for offset in Int(lexeme.start)..<Int(lexeme.end) {
            guard DigitRun.isDigit(byte(offset)) else { return nil }
            number = number * 10 + Int(byte(offset)) - 0x30
        }
        return number
    }

    /// The whole number of a lexeme of at most four digits that no sign joins to more of them: no `3.5`, no `3/4`.
    func plainNumber(_ index: Int) -> Int? {
        guard let number = wholeNumber(index), let run = DigitRun.read(self, at: Int(lexemes[index].start)),
            run.isPlain, !run.isCompound
        else { return nil }
        return number
    }

    /// Whether a percent sign or the sign of a currency stands behind `offset`, with or without a space.
    func isCounting(behind offset: Int) -> Bool {
        let behind = endOfSpaces(offset)
        return byte(behind) == 0x25 || CurrencySign.at(behind, in: self) != nil
    }

    /// The index of the first lexeme that starts at `offset` or behind it, looking on from `index`.
    func lexemeIndex(from index: Int, atOrBehind offset: Int) -> Int {
        var index = index
        while index < lexemes.count, Int(lexemes[index].start) < offset { index += 1 }
        return index
    }
}
