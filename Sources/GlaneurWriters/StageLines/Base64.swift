/// Bytes as text in the alphabet of RFC 4648, with padding.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Returns the text for `bytes`.
    static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let left = min(3, bytes.count - start)
            var word = UInt32(bytes[start]) << 16
            if left > 1 { word |= UInt32(bytes[start + 1]) << 8 }
            if left > 2 { word |= UInt32(bytes[start + 2]) }
            for place in 0..<4 {
                let sextet = Int(word >> UInt32(18 - 6 * place) & 0x3F)
                text.append(place <= left ? alphabet[sextet] : UInt8(ascii: "="))
            }
        }
        return text
    }

    /// Returns the bytes of `text`, or nothing where it is no base64 or not the one way to write these bytes.
    static func decode(_ text: [UInt8]) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        let padding = text.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        var word: UInt32 = 0
        for (index, letter) in text.enumerated() {
            let isPadding = index >= text.count - padding
            guard let sextet = isPadding ? 0 : sextet(letter) else { return nil }
            word = word << 6 | sextet
            guard index % 4 == 3 else { continue }
            let kept = index == text.count - 1 ? 3 - padding : 3
            for place in 0..<3 {
                let byte = UInt8(truncatingIfNeeded: word >> UInt32(16 - 8 * place))
                if place < kept { bytes.append(byte) } else if byte != 0 { return nil }
            }
            word = 0
        }
        return bytes
    }

    private static func sextet(_ letter: UInt8) -> UInt32? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(letter - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(letter - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(letter - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
