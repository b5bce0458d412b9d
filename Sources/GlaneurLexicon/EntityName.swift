package import GlaneurCore

/// Turns names into ids and keys: functions of the name alone, so that any two machines agree.
package enum EntityName {
    /// The id of the entity with this canonical name: `per/elon-musk`.
    package static func entityID(label: Label, name: String) -> String {
        let name = Array(name.utf8)
        return entityID(label: label, name: name, in: name.indices)
    }

    /// The id of the entity with the canonical name `bytes[range]`, valid UTF-8.
    package static func entityID(label: Label, name bytes: [UInt8], in range: Range<Int>) -> String {
        var id: [UInt8] = []
        id.reserveCapacity(range.count + 16)
        id.append(contentsOf: label.entityPrefix.utf8)
        id.append(UInt8(ascii: "/"))
        let start = id.count
        fold(bytes, in: range, separator: UInt8(ascii: "-"), into: &id)
        if id.count == start { id.append(UInt8(ascii: "x")) }
        return String(decoding: id, as: UTF8.self)
    }

    /// The name in lower-case letters and digits without accents, its words joined by hyphens.
    ///
    /// Letters of scripts without case stay as they are. A name without letters or digits gives `x`.
    package static func slug(of name: String) -> String {
        let folded = fold(name, separator: UInt8(ascii: "-"))
        return folded.isEmpty ? "x" : String(decoding: folded, as: UTF8.self)
    }

    /// The name in lower-case letters and digits without accents or anything between them: `Density AI` is `densityai`.
    package static func key(of name: String) -> String {
        String(decoding: fold(name, separator: nil), as: UTF8.self)
    }

    /// A hash of the key of `bytes[range]`: equal for names with equal keys.
    package static func keyHash(_ bytes: [UInt8], in range: Range<Int>) -> UInt64 {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "the range lies in the bytes")
        return bytes.withUnsafeBufferPointer { bytes in
            var hash = FoldHash()
            var index = range.lowerBound
            while index < range.upperBound {
                let run = hash.addSmallLetters(bytes, from: index, to: range.upperBound)
                if run > 0 {
                    index += run
                    continue
                }
                let byte = bytes[index]
                if byte < 0x80 {
                    index += 1
                    if (byte | 0x20) &- 0x61 < 26 {
                        hash.add(byte | 0x20)
                    } else if byte &- 0x30 < 10 {
                        hash.add(byte)
                    }
                    continue
                }
                let (scalar, length) = bytes.span.scalar(at: index)
                index += length
                switch ScalarClass.beyondASCII(scalar) {
                case .letter, .digit:
                    guard let bare = Folding.bare(Folding.lowercase(scalar)) else { continue }
                    hash.add(scalar: bare.first)
                    if let second = bare.second { hash.add(scalar: second) }
                default: continue
                }
            }
            return hash.value
        }
    }

    private static func fold(_ name: String, separator: UInt8?) -> [UInt8] {
        let name = Array(name.utf8)
        var bytes: [UInt8] = []
        fold(name, in: name.indices, separator: separator, into: &bytes)
        return bytes
    }

    /// Appends the folded form of `name[range]`, valid UTF-8.
    private static func fold(_ name: [UInt8], in range: Range<Int>, separator: UInt8?, into bytes: inout [UInt8]) {
        let start = bytes.count
        var isPending = false
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = name[index]
            if (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 {
                if isPending, bytes.count > start, let separator { bytes.append(separator) }
                isPending = false
                // The bit that tells a small letter is set in a digit.
                bytes.append(byte | 0x20)
                index += 1
                continue
            }
            let (scalar, length) = name.scalar(at: index)
            index += length
            switch ScalarClass.of(scalar) {
            case .letter, .digit:
                if isPending, bytes.count > start, let separator { bytes.append(separator) }
                isPending = false
                guard let bare = Folding.bare(Folding.lowercase(scalar)) else { continue }
                Folding.append(bare.first, to: &bytes)
                if let second = bare.second { Folding.append(second, to: &bytes) }
            case .mark, .invisible: continue
            case .punctuation where isJoining(scalar): continue
            default: isPending = true
            }
        }
    }

    /// Whether a sign is an apostrophe or a point, which join: "L'Oréal" is "loreal", "U.S." is "us".
    private static func isJoining(_ scalar: UInt32) -> Bool {
        scalar == 0x27 || scalar == 0x2019 || scalar == 0x2E || scalar == 0x2BC
    }
}
