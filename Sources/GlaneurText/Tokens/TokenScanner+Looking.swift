import GlaneurCore
import GlaneurLexicon

/// What stands at an offset.
extension TokenScanner {
    /// The scalar that starts at `index`, before the end.
    @inline(__always)
    func scalar(at index: Int) -> (value: UInt32, length: Int) { bytes.span.scalar(at: index) }

    /// The class of the scalar at `index`, or a line end behind the end.
    func kind(at index: Int) -> ScalarClass {
        index < end ? ScalarClass.of(scalar(at: index).value) : .newline
    }

    /// The byte at `index`, or a line feed behind the end.
    @inline(__always)
    func byte(at index: Int) -> UInt8 { index < end ? bytes[index] : 0x0A }

    func isDigit(at index: Int) -> Bool { byte(at: index) &- 0x30 < 10 }

    func isUppercase(at index: Int) -> Bool { index < end && Folding.isUppercase(scalar(at: index).value) }

    /// Whether a letter starts at `index`.
    @inline(__always)
    func isLetter(at index: Int) -> Bool {
        let byte = byte(at: index)
        return byte < 0x80 ? (byte | 0x20) &- 0x61 < 26 : kind(at: index) == .letter
    }

    /// Whether a letter, a mark or a digit starts at `index`.
    @inline(__always)
    func isAlphanumeric(at index: Int) -> Bool {
        let byte = byte(at: index)
        guard byte >= 0x80 else { return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
        switch kind(at: index) {
        case .letter, .digit, .mark: return true
        default: return false
        }
    }

    /// The length of an apostrophe, straight or curly, that starts at `index`; 0 where there is none.
    @inline(__always)
    func apostrophe(at index: Int) -> Int {
        switch byte(at: index) {
        case 0x27: 1
        case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99: 3
        case 0xCA where index + 1 < end && bytes[index + 1] == 0xBC: 2
        default: 0
        }
    }

    /// The length of a hyphen, U+002D, U+2010 or U+2011, that starts at `index`; 0 where there is none.
    @inline(__always)
    func hyphen(at index: Int) -> Int {
        switch byte(at: index) {
        case 0x2D: 1
        case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80 && (bytes[index + 2] | 1) == 0x91: 3
        default: 0
        }
    }

    /// The length of the white space that starts at `index`, of any kind but a line end; 0 where there is none.
    func space(at index: Int) -> Int {
        guard index < end else { return 0 }
        let (scalar, length) = scalar(at: index)
        return ScalarClass.of(scalar) == .space ? length : 0
    }

    /// Whether white space, an opening bracket or quotation mark, or nothing stands in front of `index`.
    func isOpen(before index: Int) -> Bool {
        guard index > start else { return true }
        switch bytes[index - 1] {
        case 0...0x20, 0x28, 0x5B, 0x22: return true
        case 0x21..<0x80: return false
        default:
            switch scalarBefore(index) {
            case 0xAB, 0x201C, 0x2018: return true
            case let scalar: return ScalarClass.beyondASCII(scalar) == .space
            }
        }
    }

    /// The scalar that ends before `index`, behind the start.
    func scalarBefore(_ index: Int) -> UInt32 {
        var first = index - 1
        while first > start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
        return scalar(at: first).value
    }

    /// Whether a sign of currency stands in front of `index`.
    func isCurrency(before index: Int) -> Bool { index > start && isCurrency(scalarBefore(index)) }

    /// Whether a sign of currency starts at `index`.
    func isCurrency(at index: Int) -> Bool { index < end && isCurrency(scalar(at: index).value) }

    private func isCurrency(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x24, 0xA3...0xA5, 0x20A0...0x20CF: true
        default: false
        }
    }

    /// The node of a lexeme in the word table.
    mutating func node(_ range: Range<Int>, behind state: UInt32 = 0) -> PhraseTable.Node {
        // No word of the tables is that long; a run of a million letters must not be hashed at each of its points.
        guard range.count <= 64 else { return .none }
        bytesRead += range.count
        return words.node(of: LexemeScanner.wordHash(bytes.span, in: range), behind: state)
    }

    /// Whether a range is one scalar.
    func isSingleScalar(_ range: Range<Int>) -> Bool {
        range.lowerBound + scalar(at: range.lowerBound).length == range.upperBound
    }

    // MARK: Runs

    /// The offset behind the run of letters, digits, marks and invisible characters that starts at `index`.
    @inline(__always)
    mutating func runEnd(from first: Int) -> Int {
        var index = first
        while index < end {
            index += letterCount(at: index)
            guard index < end else {
                index = end
                break
            }
            let byte = bytes[index]
            if byte == 0xC3, index + 1 < end, bytes[index + 1] | 0x20 != 0xB7 {
                // À to ÿ, but × and ÷: nearly every letter beyond ASCII in French.
                index += 2
            } else if byte &- 0x30 < 10 || byte == 0x5F {
                index += 1
            } else if (byte | 0x20) &- 0x61 >= 26 {
                guard byte >= 0x80 else { break }
                let length = inRun(at: index)
                guard length > 0 else { break }
                index += length
            }
        }
        bytesRead += index - first
        return index
    }

    /// The number of ASCII letters among the eight bytes at `index`, up to the first that is none.
    ///
    /// Eight bytes are tested at once: the top bit of each lane of `letters` is set where the byte, brought to lower case, is
    /// at least `a` and not above `z`. The lanes cannot carry into each other, as they hold seven bits before the additions.
    @inline(__always)
    private func letterCount(at index: Int) -> Int {
        guard index + 8 <= bytes.count else { return letterCountNearEnd(at: index) }
        let word = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped)
            .loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
        let lower = (word | 0x2020_2020_2020_2020) & 0x7F7F_7F7F_7F7F_7F7F
        let atLeastA = lower &+ 0x1F1F_1F1F_1F1F_1F1F
        let aboveZ = lower &+ 0x0505_0505_0505_0505
        let letters = atLeastA & ~aboveZ & ~word & 0x8080_8080_8080_8080
        return (letters ^ 0x8080_8080_8080_8080).trailingZeroBitCount >> 3
    }

    private func letterCountNearEnd(at first: Int) -> Int {
        var index = first
        while index < end, (bytes[index] | 0x20) &- 0x61 < 26 { index += 1 }
        return index - first
    }

    /// The length of the scalar beyond ASCII at `index` where it goes on a run, or 0.
    private func inRun(at index: Int) -> Int {
        let (scalar, length) = scalar(at: index)
        switch ScalarClass.beyondASCII(scalar) {
        case .letter, .digit, .mark, .invisible: return length
        // "km²", "t½"
        case .symbol: return isRaisedOrFraction(scalar) ? length : 0
        default: return 0
        }
    }

    /// Whether a scalar is one of `² ³ ¹ ¼ ½ ¾`.
    func isRaisedOrFraction(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xB2, 0xB3, 0xB9, 0xBC...0xBE: true
        default: false
        }
    }
}
