import GlaneurCore

/// A fraction that is one character: `½`, `⅔`, after the Unicode character database.
enum VulgarFraction {
    /// Reads the fraction whose first byte stands at `offset`: its length in bytes and its value.
    static func read(_ passage: Passage, at offset: Int) -> (length: Int, value: ExactDecimal)? {
        let fraction: (Int, Int)
        switch passage.byte(offset) {
        case 0xC2:
            switch passage.byte(offset + 1) {
            case 0xBC: fraction = (1, 4)
            case 0xBD: fraction = (1, 2)
            case 0xBE: fraction = (3, 4)
            default: return nil
            }
            return value(fraction, length: 2)
        case 0xE2 where passage.byte(offset + 1) == 0x85:
            let last = Int(passage.byte(offset + 2)) - 0x90
            let rows = [
                (1, 7), (1, 9), (1, 10), (1, 3), (2, 3), (1, 5), (2, 5), (3, 5), (4, 5), (1, 6), (5, 6), (1, 8), (3, 8),
                (5, 8), (7, 8),
            ]
            return rows.indices.contains(last) ? value(rows[last], length: 3) : nil
        default: return nil
        }
    }

    private static func value(_ fraction: (Int, Int), length: Int) -> (length: Int, value: ExactDecimal)? {
        ExactDecimal(Int128(fraction.0)).divided(by: ExactDecimal(Int128(fraction.1))).map { (length, $0) }
    }
}
