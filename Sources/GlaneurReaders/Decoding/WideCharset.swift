import GlaneurCore

/// Tells text in units of 16 or 32 bits from others.
enum WideCharset {
    /// How many bytes are looked at.
    private static let sampleLimit = 1 << 14

    /// The charset of 16 or 32 bits whose NUL bytes lie where they do in Western text, whose code points are small.
    static func charset(of bytes: [UInt8]) -> Charset? {
        var nuls = [0, 0, 0, 0]
        let sample = bytes.prefix(sampleLimit)
        for (index, byte) in sample.enumerated() where byte == 0 { nuls[index & 3] += 1 }
        let quarter = max(1, sample.count / 4)
        func isMost(_ count: Int) -> Bool { count * 10 >= quarter * 9 }
        if isMost(nuls[2]), isMost(nuls[3]), nuls[0] == 0 { return .utf32LittleEndian }
        if isMost(nuls[0]), isMost(nuls[1]), nuls[3] == 0 { return .utf32BigEndian }
        let (even, odd) = (nuls[0] + nuls[2], nuls[1] + nuls[3])
        // Half the characters at least are below U+0100 in French and English; NULs on the other side are rare.
        let half = max(1, sample.count / 2)
        if odd * 2 >= half, even * 20 <= odd { return .utf16LittleEndian }
        if even * 2 >= half, odd * 20 <= even { return .utf16BigEndian }
        return nil
    }

    /// Whether bytes without the NULs of Western text can be of such a charset all the same: in another script.
    ///
    /// - Parameter isOdd: whether the bytes have controls that no text of bytes has; text of bytes often reads as Chinese.
    static func fits(_ charset: Charset?, _ bytes: [UInt8], isOdd: Bool) -> Bool {
        guard let charset, !charset.isByteOriented, bytes.count > 1, isOdd || !UTF8Validity.isValid(bytes),
            let text = DecodedText(Array(bytes.prefix(sampleLimit & ~3)), from: 0, as: charset)
        else { return false }
        let scalars = String(decoding: text.bytes, as: UTF8.self).unicodeScalars
        let letters = scalars.count { $0.properties.isAlphabetic || $0.properties.isWhitespace || $0.value < 0x3000 }
        return text.replaced <= 1 && letters * 10 >= scalars.count * 9
    }
}

extension CharsetDeclaration {
    /// Whether the label leaves the order of bytes open: `utf-16`.
    var isWideWithoutOrder: Bool {
        guard let charset, !charset.isByteOriented else { return false }
        return !label.lowercased().contains("le") && !label.lowercased().contains("be")
    }
}
